package org.vigie.groundstation.app;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.time.WallClock;

/**
 * The machine's clock, as it is or scaled: now = start + rate x (wall - wall0). The one place,
 * beside the simulator's own, where the machine's time is read. Thread-safe.
 */
final class ScaledClock implements StationClock, WallClock {
  /** More would leave the station too little of each simulated second. */
  private static final double RATE_MAX = 10;

  /** Papers, zones and signatures are read to the second. */
  private static final Duration STEP_MAX = Duration.ofSeconds(2);

  private final Instant start;
  private final Instant wallStart;
  private final double rate;
  private final Instant openedAt;
  private final long openedNanos;

  private ScaledClock(Instant start, Instant wallStart, double rate) {
    this.start = start;
    this.wallStart = wallStart;
    this.rate = rate;
    this.openedAt = Instant.now();
    this.openedNanos = System.nanoTime();
  }

  /** The wall clock; steps of the machine's clock after the start are not followed. */
  static ScaledClock wall() {
    Instant now = Instant.now();
    return new ScaledClock(now, now, 1);
  }

  /**
   * Reads {@code START,WALL0,N}: two instants and a rate.
   *
   * @throws IllegalArgumentException naming the part that is wrong
   */
  static ScaledClock parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("--clock needs START,WALL0,N, not " + text);
    }
    try {
      double rate = Double.parseDouble(parts[2]);
      if (!(rate > 0 && rate <= RATE_MAX)) {
        throw new IllegalArgumentException("--clock: N is over 0 and at most 10, not " + parts[2]);
      }
      return new ScaledClock(Instant.parse(parts[0]), Instant.parse(parts[1]), rate);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("--clock: no instant: " + e.getParsedString(), e);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--clock: no number: " + parts[2], e);
    }
  }

  @Override
  public Instant now() {
    long elapsedNanos =
        Duration.between(wallStart, openedAt).toNanos() + (System.nanoTime() - openedNanos);
    return start.plusNanos((long) (elapsedNanos * rate));
  }

  @Override
  public long monotonicNs() {
    return System.nanoTime();
  }

  /**
   * Whether the machine's clock was set by more than two seconds since this one was opened. This
   * one does not follow a step, since time must not jump under a flight; a station that started
   * before its machine knew the time has to be started again.
   */
  boolean offWall() {
    Duration machine = Duration.between(openedAt, Instant.now());
    Duration here = Duration.ofNanos(System.nanoTime() - openedNanos);
    return machine.minus(here).abs().compareTo(STEP_MAX) > 0;
  }

  /** A span of wall time as a span of station time, which never runs slower for people. */
  Duration toStation(Duration span) {
    return Duration.ofNanos((long) (span.toNanos() * Math.max(1, rate)));
  }

  /** A span of station time as a span of wall time. */
  Duration toWall(Duration span) {
    return Duration.ofNanos((long) (span.toNanos() / rate));
  }
}
