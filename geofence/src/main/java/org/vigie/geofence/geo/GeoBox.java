package org.vigie.geofence.geo;

/**
 * A box of parallels and meridians on the WGS-84 ellipsoid, its edges included.
 *
 * @param southDeg latitude of the southern edge, degrees
 * @param westDeg longitude of the western edge, degrees; east of {@code eastDeg} for a box across
 *     the antimeridian
 * @param northDeg latitude of the northern edge, degrees
 * @param eastDeg longitude of the eastern edge, degrees
 * @throws IllegalArgumentException if a value is out of range, or south lies north of north
 */
public record GeoBox(double southDeg, double westDeg, double northDeg, double eastDeg) {
  public GeoBox {
    // the points check their ranges
    new LatLon(southDeg, westDeg);
    new LatLon(northDeg, eastDeg);
    if (southDeg > northDeg) {
      throw new IllegalArgumentException(
          "southern edge " + southDeg + " lies north of the northern edge " + northDeg);
    }
  }

  /** The box of one point. */
  public static GeoBox of(LatLon point) {
    return new GeoBox(point.latDeg(), point.lonDeg(), point.latDeg(), point.lonDeg());
  }

  /** Whether a point lies in the box or on its edge. */
  public boolean contains(LatLon point) {
    boolean between =
        westDeg <= eastDeg
            ? point.lonDeg() >= westDeg && point.lonDeg() <= eastDeg
            : point.lonDeg() >= westDeg || point.lonDeg() <= eastDeg;
    return between && point.latDeg() >= southDeg && point.latDeg() <= northDeg;
  }
}
