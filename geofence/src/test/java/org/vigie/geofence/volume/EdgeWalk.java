package org.vigie.geofence.volume;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.vigie.geofence.geo.LatLon;

/**
 * Walks along stored edges as a reader of stored points may take them: straight in longitude and
 * latitude, or the shortest way by GeographicLib. Shares no code with what it checks.
 */
enum EdgeWalk {
  /** As ArduPilot and PX4 look for a breach, and as RFC 7946 has it. */
  DEGREES,
  /** As maps with shortest lines have it. */
  GEODESIC;

  /**
   * A piece so short bows by less than 7 mm, up to 65 degrees; of 100 m by less than half of one.
   */
  private static final double STEP_M = Boolean.getBoolean("vigie.deep") ? 100 : 400;

  /** Points along a line, or round a ring, in metres of an oracle. */
  List<double[]> walk(BruteForce oracle, List<LatLon> points, boolean ring) {
    List<double[]> walked = new ArrayList<>();
    for (int i = 0; i < (ring ? points.size() : points.size() - 1); i++) {
      LatLon a = points.get(i);
      LatLon b = points.get((i + 1) % points.size());
      GeodesicLine line =
          Geodesic.WGS84.InverseLine(a.latDeg(), a.lonDeg(), b.latDeg(), b.lonDeg());
      int steps = (int) Math.max(1, Math.ceil(line.Distance() / STEP_M));
      for (int step = 0; step < steps; step++) {
        walked.add(oracle.flat(at(a, b, line, (double) step / steps)));
      }
    }
    if (!ring) {
      walked.add(oracle.flat(points.get(points.size() - 1)));
    }
    return walked;
  }

  private LatLon at(LatLon a, LatLon b, GeodesicLine line, double part) {
    if (this == DEGREES) {
      return new LatLon(
          a.latDeg() + part * (b.latDeg() - a.latDeg()),
          a.lonDeg() + part * (b.lonDeg() - a.lonDeg()));
    }
    GeodesicData point = line.Position(part * line.Distance());
    return new LatLon(point.lat2, point.lon2);
  }
}
