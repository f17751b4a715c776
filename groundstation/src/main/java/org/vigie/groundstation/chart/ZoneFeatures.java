package org.vigie.groundstation.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;

/**
 * UAS geographical zones for a map: one GeoJSON feature for each solid of a zone. For eyes only;
 * what decides is {@link UasZone} itself.
 *
 * @source RFC 7946
 */
public final class ZoneFeatures {
  /** A circle's corners lie a thousandth of its radius off at most: no eye sees it. */
  private static final int CIRCLE_CORNERS = 72;

  private static final double FULL_TURN_DEG = 360;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ZoneFeatures() {}

  /**
   * Zones as a feature collection, coordinates in degrees, longitude first.
   *
   * @param at the moment for which {@code inForce} is told
   */
  public static ObjectNode of(List<UasZone> zones, Instant at) {
    ObjectNode collection = JSON.objectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (UasZone zone : zones) {
      for (ZoneGeometry solid : zone.geometry()) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        feature.set("geometry", geometry(solid.projection()));
        feature.set("properties", properties(zone, solid.band(), at));
      }
    }
    return collection;
  }

  private static ObjectNode properties(UasZone zone, VerticalBand band, Instant at) {
    ObjectNode properties = JSON.objectNode();
    properties.put("key", zone.key()).put("id", zone.identifier()).put("name", zone.name());
    properties.put("kind", kind(zone.restriction())).put("inForce", zone.inForce(at, at));
    height(properties, "lower", band.lowerM());
    properties.put("lowerReference", band.lowerReference().name());
    height(properties, "upper", band.upperM());
    properties.put("upperReference", band.upperReference().name());
    ArrayNode reasons = properties.putArray("reasons");
    zone.reasons().forEach(reasons::add);
    return properties.put("message", zone.message());
  }

  /** Metres; absent where there is no limit. */
  private static void height(ObjectNode properties, String side, double metres) {
    if (Double.isFinite(metres)) {
      properties.put(side, metres).put(side + "Unit", "m");
    } else {
      properties.putNull(side).put(side + "Unit", "m");
    }
  }

  private static String kind(Restriction restriction) {
    return switch (restriction) {
      case PROHIBITED -> "prohibited";
      case REQ_AUTHORISATION, USPACE -> "authorisation";
      case CONDITIONAL -> "conditional";
      case NO_RESTRICTION -> "information";
    };
  }

  private static ObjectNode geometry(HorizontalProjection projection) {
    ObjectNode polygon = JSON.objectNode().put("type", "Polygon");
    ArrayNode rings = polygon.putArray("coordinates");
    if (projection instanceof HorizontalProjection.Circle circle) {
      rings.add(ring(around(circle)));
    } else if (projection instanceof HorizontalProjection.Polygon area) {
      rings.add(ring(area.outer().ring()));
      for (GeoPolygon hole : area.holes()) {
        rings.add(ring(hole.ring()));
      }
    }
    return polygon;
  }

  private static List<LatLon> around(HorizontalProjection.Circle circle) {
    List<LatLon> corners = new ArrayList<>();
    for (int i = 0; i < CIRCLE_CORNERS; i++) {
      double bearingDeg = FULL_TURN_DEG * i / CIRCLE_CORNERS;
      corners.add(Geodesics.destination(circle.centre(), bearingDeg, circle.radiusM()));
    }
    return corners;
  }

  /** Closed, as GeoJSON wants rings. */
  private static ArrayNode ring(List<LatLon> corners) {
    ArrayNode ring = JSON.arrayNode();
    corners.forEach(corner -> ring.add(position(corner)));
    ring.add(position(corners.get(0)));
    return ring;
  }

  private static ArrayNode position(LatLon point) {
    return JSON.arrayNode().add(point.lonDeg()).add(point.latDeg());
  }
}
