package org.vigie.geofence.geo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flat metric frame around an origin on the WGS-84 ellipsoid: azimuthal equidistant. Distance and
 * direction from the origin are those of the ellipsoid; across the antimeridian and beside the
 * poles it is a frame like any other. At a pole itself, north is the way on along the origin's
 * meridian and east is right of it.
 *
 * <p>A point is carried over by its chord from the origin: the chord's direction in the origin's
 * tangent plane, and the length of the arc above it, of the radius that the ellipsoid has in that
 * direction (Euler). What differs from the geodesic is bounded by {@link #positionErrorM}: less
 * than a millimetre within 30 km. Distances between two points that are not the origin come out too
 * long by a part of {@link #errorM}, for the Earth is round: less than 5 cm for any two points
 * within 15 km of the origin; never too short by more than their positions err.
 *
 * <p>The same bits on every machine: no operation but IEEE 754's and {@link StrictMath}. Immutable.
 *
 * @source Snyder, Map Projections: a Working Manual, USGS 1395 (1987), chapter 25; Rapp, Geometric
 *     Geodesy part I, radii of curvature M and N, Euler's theorem, normal sections; WGS-84
 *     constants NIMA TR8350.2
 */
public final class LocalFrame {
  /** Farther from the origin a flat frame stretches by half a percent and more: refused. */
  public static final double REACH_M_MAX = 1_000_000;

  /**
   * Readers of zones refuse what lies beyond this latitude. The frame itself has no such limit; who
   * refuses should state it.
   */
  public static final double LATITUDE_DEG_MAX = 85;

  private static final double SEMI_MAJOR_AXIS_M = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double E2 = FLATTENING * (2 - FLATTENING);

  /** Second eccentricity squared. */
  private static final double EP2 = E2 / (1 - E2);

  /** The ellipsoid is nowhere curved more than a ball of this radius (at the equator). */
  private static final double RADIUS_M_MIN = SEMI_MAJOR_AXIS_M * (1 - FLATTENING);

  /** At this distance from the origin a position errs by less than {@link #ERROR_M}. */
  private static final double EXACT_M = 30_000;

  /** Seen: 0.35 mm, the angle between normal section and geodesic. */
  private static final double ERROR_M = 0.0005;

  /** Seen: 5 nm, of which 2 nm are the steps of a longitude near 180 degrees. */
  private static final double ROUNDING_M = 2e-8;

  /** For the ellipsoid not being a ball, on top of the smallest radius: 4 % of the error. */
  private static final double MARGIN = 1.1;

  /** Each step gains three digits at the frame's limit and four at 100 km. */
  private static final int INVERSE_STEPS = 5;

  private final LatLon origin;
  private final double sinLat;
  private final double cosLat;

  /** The origin's distance from the axis and from the equator's plane, metres. */
  private final double axisM;

  private final double equatorM;

  /** Radius of curvature in the prime vertical, metres. */
  private final double primeVerticalM;

  /** How much more than the prime vertical the meridian is curved, as a part of it. */
  private final double meridianExcess;

  public LocalFrame(LatLon origin) {
    this.origin = origin;
    double latitude = Math.toRadians(origin.latDeg());
    sinLat = StrictMath.sin(latitude);
    cosLat = StrictMath.cos(latitude);
    primeVerticalM = SEMI_MAJOR_AXIS_M / Math.sqrt(1 - E2 * sinLat * sinLat);
    axisM = primeVerticalM * cosLat;
    equatorM = primeVerticalM * (1 - E2) * sinLat;
    meridianExcess = EP2 * cosLat * cosLat;
  }

  public LatLon origin() {
    return origin;
  }

  /**
   * The point in metres of this frame.
   *
   * @throws IllegalArgumentException if the point lies farther from the origin than {@link
   *     #REACH_M_MAX}; callers that were given the point by somebody else ask {@link #findLocal}
   */
  public Enu toLocal(LatLon point) {
    Enu local = local(point);
    if (local == null) {
      throw new IllegalArgumentException(
          point
              + " is farther than "
              + REACH_M_MAX / 1000
              + " km from the local frame's origin "
              + origin);
    }
    return local;
  }

  /** The point in metres of this frame, or empty beyond {@link #REACH_M_MAX}. */
  public Optional<Enu> findLocal(LatLon point) {
    return Optional.ofNullable(local(point));
  }

  /**
   * The point in metres of this frame or, of one beyond {@link #REACH_M_MAX}, the place where the
   * shortest way to it leaves the frame: the direction is right, the distance is cut.
   */
  public Enu toward(LatLon point) {
    Enu local = local(point);
    if (local != null) {
      return local;
    }
    double azimuth = Math.toRadians(Geodesics.azimuthDeg(origin, point));
    return new Enu(REACH_M_MAX * StrictMath.sin(azimuth), REACH_M_MAX * StrictMath.cos(azimuth));
  }

  private @Nullable Enu local(LatLon point) {
    double latitude = Math.toRadians(point.latDeg());
    double turn = Math.toRadians(point.lonDeg() - origin.lonDeg());
    double sin = StrictMath.sin(latitude);
    double normalM = SEMI_MAJOR_AXIS_M / Math.sqrt(1 - E2 * sin * sin);
    double ringM = normalM * StrictMath.cos(latitude);
    double outM = ringM * StrictMath.cos(turn) - axisM;
    double upM = normalM * (1 - E2) * sin - equatorM;

    double east = ringM * StrictMath.sin(turn);
    double north = cosLat * upM - sinLat * outM;
    double above = cosLat * outM + sinLat * upM;
    double flat2 = east * east + north * north;
    if (flat2 == 0) {
      // straight below the origin lies only what is on the Earth's far side
      return Math.abs(above) > 1 ? null : new Enu(0, 0);
    }
    double radiusM = primeVerticalM / (1 + meridianExcess * (north * north / flat2));
    double half = Math.sqrt(flat2 + above * above) / (2 * radiusM);
    double arcM = half < 1 ? 2 * radiusM * StrictMath.asin(half) : Double.POSITIVE_INFINITY;
    if (arcM > REACH_M_MAX) {
      return null;
    }
    double scale = arcM / Math.sqrt(flat2);
    return new Enu(east * scale, north * scale);
  }

  /**
   * The point that lies the given metres east and north of the origin.
   *
   * @throws IllegalArgumentException if that is farther than {@link #REACH_M_MAX} or not a number
   */
  public LatLon toGeographic(Enu local) {
    double arcM = Math.sqrt(local.eastM() * local.eastM() + local.northM() * local.northM());
    // a point at the limit must find its way back
    if (!(arcM <= REACH_M_MAX + 1)) {
      throw new IllegalArgumentException(
          local + " is not within " + REACH_M_MAX / 1000 + " km of the local frame's origin");
    }
    if (arcM == 0) {
      return origin;
    }
    double sinAzimuth = local.eastM() / arcM;
    double cosAzimuth = local.northM() / arcM;
    double radiusM = primeVerticalM / (1 + meridianExcess * cosAzimuth * cosAzimuth);
    double chordM = 2 * radiusM * StrictMath.sin(arcM / (2 * radiusM));
    double above = aboveM(chordM, cosAzimuth);
    double flatM = Math.sqrt((chordM - above) * (chordM + above));

    double north = flatM * cosAzimuth;
    double out = axisM - sinLat * north + cosLat * above;
    double east = flatM * sinAzimuth;
    double up = equatorM + cosLat * north + sinLat * above;
    double latitude = StrictMath.atan2(up, (1 - E2) * Math.sqrt(out * out + east * east));
    double lonDeg = origin.lonDeg() + Math.toDegrees(StrictMath.atan2(east, out));
    if (lonDeg > 180) {
      lonDeg -= 360;
    } else if (lonDeg < -180) {
      lonDeg += 360;
    }
    return new LatLon(Math.toDegrees(latitude), lonDeg);
  }

  /**
   * How far above the origin's tangent plane (it is below: negative) a chord of some length and
   * azimuth ends on the ellipsoid: the root of A t^2 + B u^2 + 2 C t u + 2 N u = 0 where t^2 + u^2
   * is the chord's square.
   */
  private double aboveM(double chordM, double cosAzimuth) {
    double a = 1 + meridianExcess * cosAzimuth * cosAzimuth;
    double b = 1 + EP2 * sinLat * sinLat;
    double c = EP2 * sinLat * cosLat * cosAzimuth;
    double chord2 = chordM * chordM;
    double u = -a * chord2 / (2 * primeVerticalM);
    for (int i = 0; i < INVERSE_STEPS; i++) {
      double t = Math.sqrt(chord2 - u * u);
      u = -(a * chord2 + u * ((b - a) * u + 2 * c * t)) / (2 * primeVerticalM);
    }
    return u;
  }

  /**
   * How far a position in this frame may be from where geodesic distance and azimuth from the
   * origin put it, metres: grows with the cube of the distance, half a millimetre at 30 km, 20 m at
   * the frame's limit.
   *
   * @param reachM distance from the origin, metres
   */
  public static double positionErrorM(double reachM) {
    checkReach(reachM);
    double part = reachM / EXACT_M;
    return ROUNDING_M + ERROR_M * part * part * part;
  }

  /**
   * By how much the distance of two points in this frame may differ from the geodesic between them,
   * metres. Grows with the square of the reach: a ball's circles around the origin are drawn longer
   * than they are, by (r/R) / sin(r/R), about 1 + r^2 / (6 R^2), and no line is stretched more.
   *
   * @param reachM both points lie within so many metres of the origin
   * @param betweenM the distance between them in this frame, or the geodesic's, metres
   * @throws IllegalArgumentException if the reach is beyond {@link #REACH_M_MAX} or not a number
   */
  public static double errorM(double reachM, double betweenM) {
    checkReach(reachM);
    double angle = reachM / RADIUS_M_MIN;
    double stretch = angle == 0 ? 0 : angle / StrictMath.sin(angle) - 1;
    return 2 * ROUNDING_M + MARGIN * betweenM * Math.max(stretch, angle * angle / 6);
  }

  private static void checkReach(double reachM) {
    if (!(reachM >= 0 && reachM <= REACH_M_MAX)) {
      throw new IllegalArgumentException(
          "a local frame reaches " + REACH_M_MAX / 1000 + " km, not " + reachM + " m");
    }
  }
}
