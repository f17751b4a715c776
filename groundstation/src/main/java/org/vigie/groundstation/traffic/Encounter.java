package org.vigie.groundstation.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LocalFrame;

/**
 * Two aircraft that would come too near, if both flew on as they do.
 *
 * @param other the other one
 * @param inS seconds until it is nearest, 0 when it is nearest now
 * @param horizontalM how near it comes over ground, metres, its unheard seconds counted against it
 * @param verticalM how near it comes in height then, metres, errors counted against it
 */
public record Encounter(Traffic other, double inS, double horizontalM, double verticalM) {
  /** How far ahead straight flight says anything about a helicopter. */
  static final double AHEAD_S = 60;

  /** Crewed aircraft: nearer than this is an encounter. Metres over ground. */
  public static final double CREWED_M = 600;

  /** Crewed aircraft fly 150 m above ground and higher; rescue lower. Metres in height. */
  static final double CREWED_HEIGHT_M = 150;

  /** The station's own: both keep to their plans by some metres. Metres over ground. */
  public static final double OWN_M = 60;

  static final double OWN_HEIGHT_M = 15;

  /** The station's own are known well, and stop in a few seconds. */
  static final double OWN_AHEAD_S = 10;

  /** What an aircraft may turn away from its course in a second, unheard: 3 degrees at 60 m/s. */
  private static final double UNHEARD_MPS = 3;

  /** Beyond this nothing that flies gets here within {@link #AHEAD_S}; metres. */
  private static final double FAR_M = 30_000;

  /** What another aircraft is to one of ours: an encounter, or nothing to tell. */
  public static Optional<Encounter> between(Traffic ours, Traffic other, Instant now) {
    LocalFrame frame = new LocalFrame(ours.point());
    Enu there = frame.toLocal(other.point());
    if (!(Math.hypot(there.eastM(), there.northM()) < FAR_M)) {
      return Optional.empty();
    }
    double ageS = seconds(other.at(), now);
    double oursS = seconds(ours.at(), now);
    double eastM = there.eastM() + other.eastMps() * ageS - ours.eastMps() * oursS;
    double northM = there.northM() + other.northMps() * ageS - ours.northMps() * oursS;
    double eastMps = other.eastMps() - ours.eastMps();
    double northMps = other.northMps() - ours.northMps();
    double squared = eastMps * eastMps + northMps * northMps;
    double aheadS = other.own() ? OWN_AHEAD_S : AHEAD_S;
    double nearestS =
        squared == 0
            ? 0
            : Math.max(0, Math.min(aheadS, -(eastM * eastMps + northM * northMps) / squared));
    double horizontalM =
        Math.hypot(eastM + eastMps * nearestS, northM + northMps * nearestS) - UNHEARD_MPS * ageS;
    double verticalM = verticalM(ours, other, nearestS + ageS);
    boolean near = other.own() ? horizontalM < OWN_M : horizontalM < CREWED_M;
    boolean level = verticalM < (other.own() ? OWN_HEIGHT_M : CREWED_HEIGHT_M);
    return near && level
        ? Optional.of(new Encounter(other, nearestS, Math.max(0, horizontalM), verticalM))
        : Optional.empty();
  }

  /** One whose height nobody knows may be level. */
  private static double verticalM(Traffic ours, Traffic other, double inS) {
    double apartM = other.altitudeM() - ours.altitudeM() + (other.upMps() - ours.upMps()) * inS;
    return Double.isNaN(apartM)
        ? 0
        : Math.max(0, Math.abs(apartM) - other.altitudeErrorM() - ours.altitudeErrorM());
  }

  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
  }
}
