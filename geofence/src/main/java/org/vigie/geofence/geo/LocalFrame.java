package org.vigie.geofence.geo;

/**
 * A flat metric frame around an origin: metres east and north, from the ellipsoid's two radii of
 * curvature there, to second order (parallels shrink and bend polewards). What is left grows with
 * the cube of the distance: within 3 km of the origin distances from it err less than 1 cm for
 * latitudes up to 70 degrees.
 *
 * @source Rapp, Geometric Geodesy part I, radii of curvature M and N; WGS-84 constants NIMA
 *     TR8350.2
 */
public final class LocalFrame {
  private static final double SEMI_MAJOR_AXIS_M = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

  /** Beyond this latitude meridians converge too fast for a flat frame: refused. */
  public static final double LATITUDE_DEG_MAX = 85;

  /** Each step gains three digits at 3 km, one at 100 km: nanometres and millimetres. */
  private static final int INVERSE_STEPS = 6;

  private final LatLon origin;
  private final double northMPerDeg;
  private final double eastMPerDeg;
  private final double eastMPerDegPerDeg;
  private final double northMPerDegSquared;

  public LocalFrame(LatLon origin) {
    if (Math.abs(origin.latDeg()) > LATITUDE_DEG_MAX) {
      throw new IllegalArgumentException(
          "no local frame within 5 degrees of a pole: latitude " + origin.latDeg());
    }
    this.origin = origin;
    double phi = Math.toRadians(origin.latDeg());
    double w2 = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
    double primeVerticalM = SEMI_MAJOR_AXIS_M / Math.sqrt(w2);
    double meridianM = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / (w2 * Math.sqrt(w2));
    double rad = Math.PI / 180;
    northMPerDeg = meridianM * rad;
    eastMPerDeg = primeVerticalM * Math.cos(phi) * rad;
    eastMPerDegPerDeg = -meridianM * Math.sin(phi) * rad * rad;
    northMPerDegSquared = primeVerticalM * Math.sin(phi) * Math.cos(phi) * rad * rad / 2;
  }

  public LatLon origin() {
    return origin;
  }

  /**
   * The point in metres of this frame.
   *
   * @throws IllegalArgumentException if the point lies across the antimeridian from the origin
   */
  public Enu toLocal(LatLon point) {
    double dLon = point.lonDeg() - origin.lonDeg();
    if (Math.abs(dLon) > 180) {
      throw new IllegalArgumentException(
          "point and origin lie on two sides of the antimeridian: " + point + ", " + origin);
    }
    double dLat = point.latDeg() - origin.latDeg();
    return new Enu(dLon * eastScale(dLat), dLat * northMPerDeg + bendM(dLon));
  }

  /** The point that lies the given metres east and north of the origin. */
  public LatLon toGeographic(Enu local) {
    double dLat = local.northM() / northMPerDeg;
    double dLon = local.eastM() / eastScale(dLat);
    for (int i = 0; i < INVERSE_STEPS; i++) {
      dLat = (local.northM() - bendM(dLon)) / northMPerDeg;
      dLon = local.eastM() / eastScale(dLat);
    }
    return new LatLon(origin.latDeg() + dLat, origin.lonDeg() + dLon);
  }

  /** How far a parallel has bent polewards, a longitude difference away, metres. */
  private double bendM(double dLonDeg) {
    return northMPerDegSquared * dLonDeg * dLonDeg;
  }

  /** Metres a degree of longitude, a latitude difference away: parallels shrink polewards. */
  private double eastScale(double dLatDeg) {
    return eastMPerDeg + eastMPerDegPerDeg * dLatDeg;
  }
}
