package org.vigie.groundstation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;

/**
 * When two reports are about one event: kinds that witnesses and sensors confuse, close in time,
 * and closer to each other than their uncertainties explain.
 */
final class MergeRule {
  /** Sensors report within seconds; a minute covers people who call. */
  static final Duration APART_MAX = Duration.ofSeconds(60);

  /** Beyond the stated uncertainties: echoes in a street and rounded coordinates, about a block. */
  static final double MARGIN_M = 50;

  /** However vague two reports are: one aircraft on scene sees no further. */
  static final double DISTANCE_M_MAX = 500;

  /**
   * What many reports share (clocks, echoes, the sensors' own positions) does not average out: the
   * uncertainty of a merged position never falls below this.
   */
  static final double UNCERTAINTY_M_MIN = 5;

  /** A degree of latitude is never shorter than this: a cheap test before the geodesic. */
  private static final double M_PER_LATITUDE_DEG_MIN = 110_000;

  private static final List<Set<AlertType>> KINDS =
      List.of(
          Set.of(AlertType.EXPLOSION, AlertType.GUNSHOT, AlertType.CRASH),
          Set.of(AlertType.FIRE, AlertType.SMOKE),
          Set.of(AlertType.SCREAM, AlertType.PERSON_IN_DANGER),
          Set.of(AlertType.GLASS_BREAK, AlertType.INTRUSION));

  private MergeRule() {}

  /** Whether reports of these two types may be about one event. */
  static boolean compatible(AlertType a, AlertType b) {
    return a == b || KINDS.stream().anyMatch(kind -> kind.contains(a) && kind.contains(b));
  }

  /** Whether the alert is about this incident. */
  static boolean joins(Alert alert, Incident incident) {
    return incident.open()
        && compatible(alert.type(), incident.type())
        && closeInTime(alert.occurredAt(), incident)
        && closeInSpace(alert, incident);
  }

  private static boolean closeInTime(Instant at, Incident incident) {
    return !at.isBefore(incident.firstAt().minus(APART_MAX))
        && !at.isAfter(incident.lastAt().plus(APART_MAX));
  }

  private static boolean closeInSpace(Alert alert, Incident incident) {
    double reachM =
        Math.min(DISTANCE_M_MAX, alert.uncertaintyM() + incident.uncertaintyM() + MARGIN_M);
    double northDeg = Math.abs(alert.position().latDeg() - incident.position().latDeg());
    return northDeg * M_PER_LATITUDE_DEG_MIN <= reachM
        && Geodesics.distanceM(alert.position(), incident.position()) <= reachM;
  }

  /** Where an event is, and how well that is known. */
  record Fix(LatLon position, double uncertaintyM) {}

  /**
   * Two independent fixes as one: each weighs 1 / uncertainty squared, along the line between them.
   *
   * @source inverse-variance weighting: Taylor, An Introduction to Error Analysis, 2nd ed., eq.
   *     7.10 and 7.12
   */
  static Fix merge(Fix a, Fix b) {
    double weightA = weight(a);
    double weightB = weight(b);
    double share = weightB / (weightA + weightB);
    double distanceM = Geodesics.distanceM(a.position(), b.position());
    LatLon between =
        distanceM == 0
            ? a.position()
            : Geodesics.destination(
                a.position(), Geodesics.azimuthDeg(a.position(), b.position()), share * distanceM);
    double uncertaintyM = Math.max(UNCERTAINTY_M_MIN, 1 / Math.sqrt(weightA + weightB));
    return new Fix(between.quantised(), uncertaintyM);
  }

  private static double weight(Fix fix) {
    double sigmaM = Math.max(UNCERTAINTY_M_MIN, fix.uncertaintyM());
    return 1 / (sigmaM * sigmaM);
  }
}
