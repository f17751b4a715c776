package org.vigie.geofence.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LocalFrame;

/**
 * Judges containment, one input at a time. Immutable: what it remembers is in {@link
 * ContainmentState}. Getting worse shows at once; getting better shows after {@link #CALM}, so that
 * nothing flickers at an edge.
 */
public final class ContainmentMonitor {
  /** Position messages come several times a second: one older than this is a finding. */
  public static final Duration STALE_AFTER = Duration.ofSeconds(1);

  /** How long the present must be better than what is shown, before that is shown. */
  public static final Duration CALM = Duration.ofSeconds(2);

  /** What better means, metres: more than the noise of a position. */
  private static final double SPARE_M = 1;

  /** A warning comes this long before the last moment to brake, so that a pilot can act on it. */
  private static final double LEAD_S = 2;

  /** Beyond any multirotor's speed. */
  private static final double SPEED_MPS_MAX = 60;

  /** How far a position may move between two inputs beyond its speed: filter corrections. */
  private static final double JUMP_M = 10;

  /** Slower than this a hovering aircraft merely wavers. */
  private static final double OUTWARD_MPS = 0.2;

  /** How far ahead the direction of flight is compared with the edge. */
  private static final double LOOK_S = 0.1;

  private final LocalFrame frame;
  private final Outline geography;
  private final Outline volume;
  private final double flightHeightM;
  private final double contingencyHeightM;
  private final double decelerationMps2;
  private final double reactionS;

  /**
   * @param decelerationMps2 what the aircraft brakes with, horizontally and vertically
   * @param reactionS from the decision to hold until it brakes: link and autopilot
   */
  public ContainmentMonitor(ContainmentVolume volume, double decelerationMps2, double reactionS) {
    if (!(decelerationMps2 > 0 && reactionS >= 0)) {
      throw new IllegalArgumentException(
          "deceleration " + decelerationMps2 + " m/s2 or reaction " + reactionS + " s");
    }
    this.frame = new LocalFrame(volume.flightGeography().ring().get(0));
    this.geography = new Outline(frame, volume.flightGeography().ring());
    this.volume = new Outline(frame, volume.contingencyVolume().ring());
    this.flightHeightM = volume.flightHeightM();
    this.contingencyHeightM = volume.contingencyHeightM();
    this.decelerationMps2 = decelerationMps2;
    this.reactionS = reactionS;
  }

  /** One step: the judgement of an input at a time, given the state before. */
  public ContainmentReport step(ContainmentState before, ContainmentInput input, Instant now) {
    Set<ContainmentFinding> findings = findings(before, input, now);
    Measures m = measure(input, Math.max(0, secondsBetween(input.positionAt(), now)));
    Containment present = containment(m, 0);
    Reaction wanted = reaction(present, m, findings);
    Containment spared = containment(m, SPARE_M);
    Reaction calmed = reaction(spared, m, findings);
    boolean better =
        spared.compareTo(before.containment()) < 0
            || (spared == before.containment() && calmed.compareTo(before.reaction()) < 0);
    ContainmentState after =
        present.compareTo(before.containment()) > 0
            ? new ContainmentState(present, stronger(wanted, before.reaction()), null, input)
            : better
                ? recover(before, spared, calmed, input, now)
                : new ContainmentState(
                    before.containment(), stronger(wanted, before.reaction()), null, input);
    return new ContainmentReport(
        after,
        m.geographyM,
        m.volumeM,
        flightHeightM - m.heightM,
        contingencyHeightM - m.heightM,
        m.stoppingM,
        m.breachS,
        m.stopsInside,
        findings);
  }

  /** Better news shows only after {@link #CALM}. */
  private static ContainmentState recover(
      ContainmentState before,
      Containment spared,
      Reaction calmed,
      ContainmentInput input,
      Instant now) {
    Instant since = before.findBetterSince().orElse(now);
    return Duration.between(since, now).compareTo(CALM) >= 0
        ? new ContainmentState(spared, calmed, null, input)
        : new ContainmentState(
            before.containment(), stronger(calmed, before.reaction()), since, input);
  }

  private Set<ContainmentFinding> findings(
      ContainmentState before, ContainmentInput input, Instant now) {
    Set<ContainmentFinding> findings = EnumSet.noneOf(ContainmentFinding.class);
    Duration age = Duration.between(input.positionAt(), now);
    if (age.compareTo(STALE_AFTER) > 0) {
      findings.add(ContainmentFinding.POSITION_STALE);
    }
    if (age.isNegative()) {
      findings.add(ContainmentFinding.POSITION_FROM_THE_FUTURE);
    }
    if (Math.hypot(input.horizontalMps(), input.upMps()) > SPEED_MPS_MAX) {
      findings.add(ContainmentFinding.SPEED_IMPLAUSIBLE);
    }
    Optional<ContainmentInput> last = before.findLastInput();
    if (last.isPresent()) {
      double elapsedS = Math.abs(secondsBetween(last.get().positionAt(), input.positionAt()));
      double speedMps = Math.max(last.get().horizontalMps(), input.horizontalMps());
      double movedM = frame.toward(last.get().position()).distanceM(frame.toward(input.position()));
      if (movedM > JUMP_M + speedMps * elapsedS * 1.5) {
        findings.add(ContainmentFinding.POSITION_JUMPED);
      }
    }
    return findings;
  }

  /** What follows from position and velocity alone. */
  private record Measures(
      double geographyM,
      double volumeM,
      double heightM,
      double stoppingM,
      double breachS,
      double spareS,
      boolean approaching,
      boolean stopsInside) {}

  private Measures measure(ContainmentInput input, double ageS) {
    // a receiver without a fix may say 0, 0: that is far outside, not an error
    Enu at = frame.toward(input.position());
    double speedMps = input.horizontalMps();
    double flownM = speedMps * ageS;
    double heightM = input.height().metres() + Math.max(0, input.upMps()) * ageS;
    double volumeM = volume.marginM(at.eastM(), at.northM()) - flownM;
    double geographyM = geography.marginM(at.eastM(), at.northM()) - flownM;
    double stoppingM = stoppingM(speedMps);
    double edgeM =
        speedMps == 0
            ? Double.POSITIVE_INFINITY
            : volume.rayM(
                    at.eastM(),
                    at.northM(),
                    input.eastMps() / speedMps,
                    input.northMps() / speedMps)
                - flownM;
    double topM = contingencyHeightM - heightM;
    double upMps = Math.max(0, input.upMps());
    boolean outside = volumeM <= 0 || topM <= 0;
    double breachS = outside ? 0 : Math.min(secondsTo(edgeM, speedMps), secondsTo(topM, upMps));
    double spareS =
        Math.min(secondsTo(edgeM - stoppingM, speedMps), secondsTo(topM - stoppingM(upMps), upMps));
    double edgeOfGeographyM =
        speedMps == 0
            ? 0
            : geography.marginM(
                    at.eastM() + input.eastMps() * LOOK_S, at.northM() + input.northMps() * LOOK_S)
                - geography.marginM(at.eastM(), at.northM());
    return new Measures(
        geographyM,
        volumeM,
        heightM,
        stoppingM,
        breachS,
        spareS,
        edgeOfGeographyM < -OUTWARD_MPS * LOOK_S
            || (heightM >= flightHeightM && upMps > OUTWARD_MPS),
        !outside && spareS > 0);
  }

  private Containment containment(Measures m, double spareM) {
    if (m.volumeM <= spareM || contingencyHeightM - m.heightM <= spareM) {
      return Containment.OUTSIDE_VOLUME;
    }
    if (m.geographyM <= spareM || flightHeightM - m.heightM <= spareM) {
      return Containment.OUTSIDE_GEOGRAPHY;
    }
    return m.spareS <= LEAD_S ? Containment.MARGIN_LOW : Containment.INSIDE;
  }

  private static Reaction reaction(
      Containment present, Measures m, Set<ContainmentFinding> findings) {
    Reaction byPlace =
        switch (present) {
          case INSIDE -> Reaction.NONE;
          case MARGIN_LOW -> m.stopsInside ? Reaction.WARN : Reaction.HOLD;
          case OUTSIDE_GEOGRAPHY -> m.approaching || !m.stopsInside ? Reaction.HOLD : Reaction.WARN;
          case OUTSIDE_VOLUME -> Reaction.PROCEDURE;
        };
    return findings.isEmpty() ? byPlace : stronger(byPlace, Reaction.WARN);
  }

  private double stoppingM(double speedMps) {
    return speedMps * reactionS + speedMps * speedMps / (2 * decelerationMps2);
  }

  private static double secondsTo(double distanceM, double speedMps) {
    return speedMps == 0 ? Double.POSITIVE_INFINITY : distanceM / speedMps;
  }

  private static double secondsBetween(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }

  private static Reaction stronger(Reaction one, Reaction other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
