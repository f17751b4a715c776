package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;

/** Solids as GeoJSON geometries. */
final class GeometryTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private GeometryTree() {}

  /** With ED-318's layer and extent in each geometry. */
  static ObjectNode layered(List<ZoneGeometry> solids) {
    return collected(
        solids,
        solid -> {
          ObjectNode geometry = geometry(solid.projection());
          if (solid.projection() instanceof HorizontalProjection.Circle circle) {
            geometry.putObject("extent").put("subType", "Circle").put("radius", circle.radiusM());
          }
          band(geometry.putObject("layer"), solid.band());
          return geometry;
        });
  }

  /** As RFC 7946 has them; a circle is its centre. */
  static ObjectNode plain(List<ZoneGeometry> solids) {
    return collected(solids, solid -> geometry(solid.projection()));
  }

  /** Adds a band's limits to an object; no limit is no member. */
  static void band(ObjectNode node, VerticalBand band) {
    if (band.lowerM() == Double.POSITIVE_INFINITY || band.upperM() == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException("no format writes limits beyond everything: " + band);
    }
    if (Double.isFinite(band.upperM())) {
      node.put("upper", band.upperM());
    }
    node.put("upperReference", band.upperReference().name());
    if (Double.isFinite(band.lowerM())) {
      node.put("lower", band.lowerM());
    }
    node.put("lowerReference", band.lowerReference().name()).put("uom", "m");
  }

  private static ObjectNode collected(
      List<ZoneGeometry> solids, Function<ZoneGeometry, ObjectNode> member) {
    if (solids.size() == 1) {
      return member.apply(solids.get(0));
    }
    ObjectNode collection = NODES.objectNode().put("type", "GeometryCollection");
    ArrayNode members = collection.putArray("geometries");
    solids.forEach(solid -> members.add(member.apply(solid)));
    return collection;
  }

  private static ObjectNode geometry(HorizontalProjection projection) {
    if (projection instanceof HorizontalProjection.Circle circle) {
      ObjectNode point = NODES.objectNode().put("type", "Point");
      point.set("coordinates", position(circle.centre()));
      return point;
    }
    HorizontalProjection.Polygon area = (HorizontalProjection.Polygon) projection;
    ObjectNode polygon = NODES.objectNode().put("type", "Polygon");
    ArrayNode rings = polygon.putArray("coordinates").add(ring(area.outer()));
    area.holes().forEach(hole -> rings.add(ring(hole)));
    return polygon;
  }

  /** Closed, as GeoJSON wants rings. */
  private static ArrayNode ring(GeoPolygon polygon) {
    ArrayNode ring = NODES.arrayNode(polygon.ring().size() + 1);
    polygon.ring().forEach(point -> ring.add(position(point)));
    return ring.add(position(polygon.ring().get(0)));
  }

  private static ArrayNode position(LatLon point) {
    return NODES.arrayNode(2).add(point.lonDeg()).add(point.latDeg());
  }
}
