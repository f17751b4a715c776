package org.vigie.geofence.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.geofence.volume.KeepOut;

/**
 * Judges containment, one input at a time. Immutable: what it remembers is in {@link
 * ContainmentState}. Getting worse shows at once; getting better shows after {@link #CALM}, so that
 * nothing flickers at an edge. Nothing that an input holds makes it fail: what is missing, old or
 * impossible is a finding, and no such input is judged better than {@link Containment#UNKNOWN} or
 * without a warning. When only the way that may have been flown since the last position reaches an
 * edge, it advises to hold, not to fly a procedure on a guess.
 */
public final class ContainmentMonitor {
  static final double STALE_AFTER_S = 1;

  /** Position messages come several times a second: one older than this is a finding. */
  public static final Duration STALE_AFTER = Duration.ofSeconds((long) STALE_AFTER_S);

  /** How long the present must be better than what is shown, before that is shown. */
  public static final Duration CALM = Duration.ofSeconds(2);

  /** What better means, metres: more than the noise of a position. */
  private static final double SPARE_M = 1;

  /** Slower than this a hovering aircraft merely wavers. */
  private static final double OUTWARD_MPS = 0.2;

  private final Surroundings surroundings;

  /**
   * A monitor without keep-outs.
   *
   * @param decelerationMps2 what the aircraft brakes with, horizontally and vertically
   * @param reactionS from the decision to hold until it brakes: link and autopilot
   */
  public ContainmentMonitor(ContainmentVolume volume, double decelerationMps2, double reactionS) {
    this(volume, StoppingModel.braking(decelerationMps2, reactionS), List.of());
  }

  /**
   * A monitor.
   *
   * @param keepOuts zones that the flight keeps out of; what of them is further than 55 km from the
   *     volume's middle and 30 km from the volume is left out
   * @throws IllegalArgumentException if there are too many, or the volume reaches further than 170
   *     km from its middle, or there are keep-outs and it lies within 5 degrees of a pole
   */
  public ContainmentMonitor(
      ContainmentVolume volume, StoppingModel stopping, List<KeepOut> keepOuts) {
    this.surroundings = new Surroundings(volume, stopping, keepOuts);
  }

  /** One step: the judgement of an input at a time, given the state before. */
  public ContainmentReport step(ContainmentState before, ContainmentInput input, Instant now) {
    InputReading reading = new InputReading(surroundings.place(), before, input, now);
    Motion motion = reading.motion();
    boolean calm = before.containment() == Containment.INSIDE && before.reaction() == Reaction.NONE;
    Measures m = motion == null ? Measures.NOTHING : surroundings.measure(motion, now, calm);
    boolean doubtful = reading.doubtful();
    Containment present = containment(m, motion != null, doubtful, 0, m.stopsLater());
    Reaction wanted = reaction(present, m, doubtful, 0, m.stopsInside(), OUTWARD_MPS);
    Containment spared = containment(m, motion != null, doubtful, SPARE_M, m.stopsMuchLater());
    Reaction calmed = reaction(spared, m, doubtful, SPARE_M, m.stopsSoon(), OUTWARD_MPS / 4);
    boolean better =
        spared.compareTo(before.containment()) < 0
            || (spared == before.containment() && calmed.compareTo(before.reaction()) < 0);
    ContainmentInput last = reading.usable();
    ContainmentState after =
        present.compareTo(before.containment()) > 0
            ? new ContainmentState(present, stronger(wanted, before.reaction()), null, last)
            : better
                ? recover(before, spared, stronger(wanted, calmed), reading, now)
                : new ContainmentState(
                    before.containment(), stronger(wanted, before.reaction()), null, last);
    return report(after.with(reading.track()), m, reading);
  }

  private static ContainmentReport report(
      ContainmentState after, Measures m, InputReading reading) {
    return new ContainmentReport(
        after,
        m.geographyM(),
        m.volumeM(),
        m.geographyHeightM(),
        m.topM(),
        m.floorM(),
        m.keepOut(),
        m.keepOutM(),
        m.horizonM(),
        m.stoppingM(),
        m.breachS(),
        m.breach(),
        m.breachKeepOut(),
        m.stopsInside(),
        reading.findings());
  }

  /** Better news shows only after {@link #CALM}. */
  private static ContainmentState recover(
      ContainmentState before,
      Containment spared,
      Reaction calmed,
      InputReading reading,
      Instant now) {
    // set back, a clock may not know that moment yet: the calm begins again
    Instant since = before.findBetterSince().filter(one -> !one.isAfter(now)).orElse(now);
    return Duration.between(since, now).compareTo(CALM) >= 0
        ? new ContainmentState(spared, calmed, null, reading.usable())
        : new ContainmentState(
            before.containment(), stronger(calmed, before.reaction()), since, reading.usable());
  }

  private static Containment containment(
      Measures m, boolean placed, boolean doubtful, double spareM, boolean stopsLater) {
    if (!placed) {
      return Containment.UNKNOWN;
    }
    double onEdgeM = spareM + Surroundings.BOUNDARY_M;
    if (m.volumeM() <= onEdgeM
        || m.keepOutM() <= onEdgeM
        || m.topM() <= spareM
        || m.floorM() <= spareM) {
      return Containment.OUTSIDE_VOLUME;
    }
    if (m.geographyM() <= onEdgeM || m.geographyHeightM() <= spareM) {
      return Containment.OUTSIDE_GEOGRAPHY;
    }
    return doubtful
        ? Containment.UNKNOWN
        : stopsLater ? Containment.INSIDE : Containment.MARGIN_LOW;
  }

  private static Reaction reaction(
      Containment present,
      Measures m,
      boolean doubtful,
      double spareM,
      boolean stopsInside,
      double outwardMps) {
    Reaction byPlace =
        switch (present) {
          case INSIDE -> Reaction.NONE;
          case MARGIN_LOW -> stopsInside ? Reaction.WARN : Reaction.HOLD;
          case UNKNOWN -> m.velocityKnown() && !stopsInside ? Reaction.HOLD : Reaction.WARN;
          case OUTSIDE_GEOGRAPHY ->
              m.outwardMps() > outwardMps || !stopsInside ? Reaction.HOLD : Reaction.WARN;
          case OUTSIDE_VOLUME ->
              m.measuredM() <= spareM + Surroundings.BOUNDARY_M
                  ? Reaction.PROCEDURE
                  : Reaction.HOLD;
        };
    return doubtful ? stronger(byPlace, Reaction.WARN) : byPlace;
  }

  private static Reaction stronger(Reaction one, Reaction other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
