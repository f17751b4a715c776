package org.vigie.planner.route;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.Enu;
import org.vigie.planner.request.Wind;

/**
 * How long a level way takes in steady wind: the autopilot holds its ground speed as long as the
 * air speed that this takes is within the aircraft's. The velocities over ground that can be had
 * are those of two discs at once, which is convex and round: so time is a norm, longer one way than
 * the other, for which a straight line is the one soonest way and only corners of obstacles are
 * worth a turn. Immutable.
 */
public final class TravelTime {
  private final double cruiseMps;
  private final double windEastMps;
  private final double windNorthMps;

  /** Square of the maximum air speed less that of the wind. */
  private final double spareMps2;

  private TravelTime(double cruiseMps, double windEastMps, double windNorthMps, double spareMps2) {
    this.cruiseMps = cruiseMps;
    this.windEastMps = windEastMps;
    this.windNorthMps = windNorthMps;
    this.spareMps2 = spareMps2;
  }

  /**
   * The time that ways take an aircraft, or nothing when the wind is as fast as it is: then there
   * are places that it cannot fly to.
   *
   * @param cruiseMps ground speed that is commanded
   * @param maxAirMps greatest air speed
   * @throws IllegalArgumentException if a speed is not positive
   */
  public static Optional<TravelTime> find(double cruiseMps, double maxAirMps, Wind wind) {
    if (!(cruiseMps > 0 && maxAirMps > 0 && Double.isFinite(cruiseMps + maxAirMps))) {
      throw new IllegalArgumentException(
          "speeds must be positive: " + cruiseMps + " m/s, " + maxAirMps + " m/s");
    }
    Enu air = wind.velocityMps();
    double spare = maxAirMps * maxAirMps - wind.speedMps() * wind.speedMps();
    return wind.speedMps() < maxAirMps && spare > 0
        ? Optional.of(new TravelTime(cruiseMps, air.eastM(), air.northM(), spare))
        : Optional.empty();
  }

  /** The same speed in every direction. */
  public static TravelTime inStillAir(double speedMps) {
    return find(speedMps, speedMps, new Wind(0, 0)).orElseThrow();
  }

  /** Seconds from one point to another. */
  public double seconds(Coordinate from, Coordinate to) {
    return seconds(to.x - from.x, to.y - from.y);
  }

  /** Seconds for a way, metres east and north. */
  public double seconds(double eastM, double northM) {
    double square = eastM * eastM + northM * northM;
    if (square == 0) {
      return 0;
    }
    // the way is where the wind carries it in that time, and as far as air speed reaches from there
    double along = windEastMps * eastM + windNorthMps * northM;
    double root = Math.sqrt(along * along + spareMps2 * square);
    double atMostAirS = along > 0 ? square / (along + root) : (root - along) / spareMps2;
    return Math.max(Math.sqrt(square) / cruiseMps, atMostAirS);
  }

  /**
   * Ground speed in a direction.
   *
   * @throws IllegalArgumentException without a direction
   */
  public double groundSpeedMps(double eastM, double northM) {
    double lengthM = Math.hypot(eastM, northM);
    if (!(lengthM > 0 && Double.isFinite(lengthM))) {
      throw new IllegalArgumentException("no direction: " + eastM + " m, " + northM + " m");
    }
    return lengthM / seconds(eastM, northM);
  }
}
