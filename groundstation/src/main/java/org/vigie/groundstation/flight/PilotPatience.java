package org.vigie.groundstation.flight;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How long a flight does without its pilot's console, which reports each second. People live in
 * wall time: in a simulation at N times real time both are N times as long.
 *
 * @param restart how long consoles may take to come back to a station that was started again
 * @param lost after which the flight says so, and holds
 * @param hold after which it comes home by the proven return: a flight needs a remote pilot
 */
public record PilotPatience(Duration restart, Duration lost, Duration hold) {
  /** Two reports may get lost; ten seconds are enough to look up, or to come back to a screen. */
  public static final PilotPatience WALL =
      new PilotPatience(Duration.ofSeconds(15), Duration.ofSeconds(3), Duration.ofSeconds(10));

  /** The same by another clock. */
  public PilotPatience by(UnaryOperator<Duration> clock) {
    return new PilotPatience(clock.apply(restart), clock.apply(lost), clock.apply(hold));
  }
}
