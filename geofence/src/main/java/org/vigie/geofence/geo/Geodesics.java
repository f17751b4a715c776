package org.vigie.geofence.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/**
 * Shortest lines on the WGS-84 ellipsoid, to nanometres.
 *
 * @source Karney, Algorithms for geodesics, J. Geodesy 87 (2013), as GeographicLib
 */
public final class Geodesics {
  private Geodesics() {}

  /** Length of the shortest line between two points, metres. */
  public static double distanceM(LatLon from, LatLon to) {
    return Geodesic.WGS84.Inverse(
            from.latDeg(), from.lonDeg(), to.latDeg(), to.lonDeg(), GeodesicMask.DISTANCE)
        .s12;
  }

  /** Direction of the shortest line at its start, degrees clockwise from true north, 0 to 360. */
  public static double azimuthDeg(LatLon from, LatLon to) {
    double azimuth =
        Geodesic.WGS84.Inverse(
                from.latDeg(), from.lonDeg(), to.latDeg(), to.lonDeg(), GeodesicMask.AZIMUTH)
            .azi1;
    return azimuth < 0 ? azimuth + 360 : azimuth;
  }

  /** Where the line ends that leaves in a direction (degrees, true) and is so many metres long. */
  public static LatLon destination(LatLon from, double azimuthDeg, double distanceM) {
    GeodesicData end = Geodesic.WGS84.Direct(from.latDeg(), from.lonDeg(), azimuthDeg, distanceM);
    return new LatLon(end.lat2, end.lon2);
  }
}
