package org.vigie.groundstation.demo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;

/**
 * Closed zones of 20 corners each, from the ground up, drawn by chance.
 *
 * @param shapes the same in metres of the plane that they were drawn in
 */
record StarZones(List<UasZone> zones, List<Polygon> shapes) {
  private static final int CORNERS = 20;

  /** So much around the places that are left free is free, metres. */
  private static final double FREE_M = 120;

  /**
   * Zones within a square, none of which comes near some places.
   *
   * @param radiusM of the smallest; the largest has four times as much
   * @param halfM half the square's side
   */
  static StarZones draw(
      int count, double radiusM, Plane plane, double halfM, List<Coordinate> free, Random random) {
    StarZones drawn = new StarZones(new ArrayList<>(), new ArrayList<>());
    while (drawn.zones.size() < count) {
      Coordinate centre =
          new Coordinate(
              halfM * (2 * random.nextDouble() - 1), halfM * (2 * random.nextDouble() - 1));
      double sizeM = radiusM * (1 + 3 * random.nextDouble());
      if (free.stream().mapToDouble(centre::distance).min().orElseThrow() < sizeM + FREE_M) {
        continue;
      }
      GeoPolygon ring = star(plane, centre, sizeM, random);
      drawn.shapes.add(plane.polygon(ring));
      drawn.zones.add(zone("Z" + drawn.zones.size(), ring));
    }
    return drawn;
  }

  /** One more zone. */
  static UasZone one(String id, Plane plane, Coordinate centre, double sizeM, Random random) {
    return zone(id, star(plane, centre, sizeM, random));
  }

  private static UasZone zone(String id, GeoPolygon ring) {
    return UasZone.permanent(
        id,
        "FRA",
        Restriction.PROHIBITED,
        List.of(
            new ZoneGeometry(
                new HorizontalProjection.Polygon(ring, List.of()), VerticalBand.UNLIMITED)));
  }

  private static GeoPolygon star(Plane plane, Coordinate centre, double sizeM, Random random) {
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      double reachM = sizeM * (0.6 + 0.4 * random.nextDouble());
      ring.add(
          plane
              .frame()
              .toGeographic(
                  new Enu(
                      centre.x + reachM * Math.cos(angle), centre.y + reachM * Math.sin(angle))));
    }
    return new GeoPolygon(ring);
  }
}
