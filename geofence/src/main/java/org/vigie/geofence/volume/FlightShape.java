package org.vigie.geofence.volume;

import java.util.List;
import org.vigie.geofence.geo.LatLon;

/**
 * What a flight geography is drawn around.
 *
 * @param lines paths that are flown
 * @param areas sets of points whose convex hull is flown in
 * @param halfWidthM metres to either side of them
 */
public record FlightShape(List<List<LatLon>> lines, List<List<LatLon>> areas, double halfWidthM) {
  public FlightShape {
    lines = lines.stream().map(List::copyOf).toList();
    areas = areas.stream().map(List::copyOf).toList();
    if (lines.isEmpty() && areas.isEmpty()) {
      throw new IllegalArgumentException("a flight shape needs a line or an area");
    }
    if (!(halfWidthM > 0 && Double.isFinite(halfWidthM))) {
      throw new IllegalArgumentException("the half width must be positive, not " + halfWidthM);
    }
  }
}
