package org.vigie.geofence.lonlat;

/**
 * Bounds of lengths between two parallels of the WGS-84 ellipsoid: how many metres a degree of
 * latitude and of longitude has there at least and at most. A line that stays in the band is never
 * shorter or longer than these say, whatever its shape. Immutable.
 *
 * @source Rapp, Geometric Geodesy part I, radii of curvature M and N; both grow polewards, N cos
 *     shrinks. WGS-84 constants NIMA TR8350.2
 */
public final class LatitudeBand {
  private static final double SEMI_MAJOR_AXIS_M = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
  private static final double RAD = Math.PI / 180;
  private static final double POLE_DEG = 90;
  private static final double ROUNDING = 1e-12;

  /** The smallest radius of curvature anywhere, along the meridian at the equator, metres. */
  public static final double RADIUS_M_MIN = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED);

  /** No degree of latitude is shorter, metres. */
  public static final double LATITUDE_DEGREE_M_MIN = RADIUS_M_MIN * RAD;

  private final double southDeg;
  private final double northDeg;
  private final double leastNorthM;
  private final double mostNorthM;
  private final double leastEastM;
  private final double mostEastM;

  /** The band between two latitudes in either order; what lies beyond a pole is cut. */
  public LatitudeBand(double oneDeg, double otherDeg) {
    southDeg = Math.max(-POLE_DEG, Math.min(oneDeg, otherDeg));
    northDeg = Math.min(POLE_DEG, Math.max(oneDeg, otherDeg));
    double far = Math.max(Math.abs(southDeg), Math.abs(northDeg));
    double near =
        southDeg <= 0 && northDeg >= 0 ? 0 : Math.min(Math.abs(southDeg), Math.abs(northDeg));
    leastNorthM = northMPerDeg(near) * (1 - ROUNDING);
    mostNorthM = northMPerDeg(far) * (1 + ROUNDING);
    leastEastM = eastMPerDeg(far) * (1 - ROUNDING);
    mostEastM = eastMPerDeg(near) * (1 + ROUNDING);
  }

  /** The band that every line keeps to that leaves a parallel and is no longer than a length. */
  public static LatitudeBand around(double latDeg, double lengthM) {
    double reachDeg = lengthM / LATITUDE_DEGREE_M_MIN * (1 + ROUNDING);
    return new LatitudeBand(latDeg - reachDeg, latDeg + reachDeg);
  }

  public double southDeg() {
    return southDeg;
  }

  public double northDeg() {
    return northDeg;
  }

  /** Metres a degree of latitude has at least. */
  public double leastNorthM() {
    return leastNorthM;
  }

  /** Metres a degree of latitude has at most. */
  public double mostNorthM() {
    return mostNorthM;
  }

  /** Metres a degree of longitude has at least; zero at a pole. */
  public double leastEastM() {
    return leastEastM;
  }

  /** Metres a degree of longitude has at most. */
  public double mostEastM() {
    return mostEastM;
  }

  /** No line within the band that gains this latitude and longitude is shorter. */
  public double leastM(double dLatDeg, double dLonDeg) {
    return Math.hypot(leastNorthM * dLatDeg, leastEastM * dLonDeg);
  }

  /** The line that is straight in longitude and latitude is no longer. */
  public double mostM(double dLatDeg, double dLonDeg) {
    return Math.hypot(mostNorthM * dLatDeg, mostEastM * dLonDeg);
  }

  /**
   * Degrees of longitude that no line within the band of some length exceeds; 360 when it may lead
   * round a pole.
   */
  public double mostLonDeg(double lengthM) {
    double deg = lengthM / leastEastM * (1 + ROUNDING);
    return leastEastM > 0 && deg < 2 * POLE_DEG ? deg : 4 * POLE_DEG;
  }

  /**
   * Most that a line straight in longitude and latitude turns, as does the shortest line seen from
   * it, per metre: a parallel turns by tan(latitude) / N, a slanted line by up to 1.089 times that
   * since its direction changes with the parallels' length; the rest is for the flattening.
   *
   * @return radians per metre; infinite at a pole
   */
  public double turnRadPerM() {
    double far = Math.max(Math.abs(southDeg), Math.abs(northDeg));
    return far >= POLE_DEG ? Double.POSITIVE_INFINITY : 1.12 * Math.tan(far * RAD) / RADIUS_M_MIN;
  }

  private static double northMPerDeg(double latDeg) {
    double sin = Math.sin(latDeg * RAD);
    double w2 = 1 - ECCENTRICITY_SQUARED * sin * sin;
    return RADIUS_M_MIN / (w2 * Math.sqrt(w2)) * RAD;
  }

  private static double eastMPerDeg(double latDeg) {
    if (latDeg >= POLE_DEG) {
      return 0;
    }
    double sin = Math.sin(latDeg * RAD);
    return SEMI_MAJOR_AXIS_M
        / Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin)
        * Math.cos(latDeg * RAD)
        * RAD;
  }
}
