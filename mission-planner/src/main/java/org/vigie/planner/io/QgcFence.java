package org.vigie.planner.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;

/**
 * Reads the fence and the rally points of a {@code .plan}. QGroundControl skips those of version 1;
 * to skip a fence here would be to prove something else than what its maker meant, so it is
 * refused.
 *
 * @source QGroundControl GeoFenceController.cc, QGCFencePolygon.cc, QGCFenceCircle.cc,
 *     QGCMapCircle.cc, RallyPointController.cc
 */
final class QgcFence {
  private static final int VERSION = 2;
  private static final int SHAPE_VERSION = 1;

  /** Larger circles hold any flight; the next larger number is a mistake. */
  private static final double RADIUS_M_MAX = 100_000;

  private QgcFence() {}

  static List<FenceShape> shapes(JsonField fence) throws DocumentException {
    fence.version(VERSION);
    List<FenceShape> shapes = new ArrayList<>();
    int vertices = 0;
    for (JsonField polygon : fence.get("polygons").elements(FileLimits.FENCE_SHAPES_MAX)) {
      FenceShape.Polygon shape = polygon(polygon);
      vertices += shape.ring().ring().size();
      if (vertices > FileLimits.FENCE_VERTICES_MAX) {
        throw polygon.wrong("has more than vertex " + FileLimits.FENCE_VERTICES_MAX);
      }
      shapes.add(shape);
    }
    for (JsonField circle : fence.get("circles").elements(FileLimits.FENCE_SHAPES_MAX)) {
      circle.version(SHAPE_VERSION);
      JsonField drawn = circle.get("circle");
      JsonField radius = drawn.get("radius");
      double radiusM = radius.number();
      if (!(radiusM > 0 && radiusM <= RADIUS_M_MAX)) {
        throw radius.wrong("is no radius in metres: " + radiusM);
      }
      shapes.add(
          new FenceShape.Circle(
              circle.get("inclusion").flag(), drawn.get("center").position(2), radiusM));
    }
    return shapes;
  }

  private static FenceShape.Polygon polygon(JsonField polygon) throws DocumentException {
    polygon.version(SHAPE_VERSION);
    JsonField list = polygon.get("polygon");
    List<LatLon> ring = new ArrayList<>();
    for (JsonField vertex : list.elements(FileLimits.FENCE_VERTICES_MAX)) {
      ring.add(vertex.position(2));
    }
    if (ring.size() < 3) {
      throw list.wrong("has " + ring.size() + " vertices, a polygon has at least 3");
    }
    return new FenceShape.Polygon(polygon.get("inclusion").flag(), new GeoPolygon(ring));
  }

  static Optional<PlanFile.Place> breachReturn(JsonField fence) throws DocumentException {
    Optional<JsonField> place = fence.find("breachReturn");
    return place.isEmpty() ? Optional.empty() : Optional.of(place(place.get()));
  }

  static List<PlanFile.Place> rally(JsonField rally) throws DocumentException {
    rally.version(VERSION);
    List<PlanFile.Place> places = new ArrayList<>();
    for (JsonField point : rally.get("points").elements(FileLimits.RALLY_POINTS_MAX)) {
      places.add(place(point));
    }
    return places;
  }

  private static PlanFile.Place place(JsonField field) throws DocumentException {
    LatLon position = field.position(3);
    return new PlanFile.Place(position, field.elements(3).get(2).number());
  }
}
