package org.vigie.planner.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geoid;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;

/**
 * Writes a plan as GeoJSON for maps. The third number of positions is the height above the
 * ellipsoid, as the standard asks, by EGM96; heights above home and sea are properties.
 *
 * @source RFC 7946, section 3.1.1: altitude or elevation is the height in metres above the WGS 84
 *     reference ellipsoid
 */
public final class GeoJsonPlanWriter {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true).build();

  private final FlightPlan plan;
  private final ArrayNode features = MAPPER.createArrayNode();

  private GeoJsonPlanWriter(FlightPlan plan) {
    this.plan = plan;
  }

  /** The text of a GeoJSON file. */
  public static String write(FlightPlan plan) {
    GeoJsonPlanWriter writer = new GeoJsonPlanWriter(plan);
    writer.features();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("type", "FeatureCollection");
    root.set("features", writer.features);
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts can be written", e);
    }
  }

  private void features() {
    ObjectNode route = feature("route", "LineString");
    ArrayNode line = coordinates(route);
    ArrayNode heights = properties(route).putArray("heightsAboveHomeM");
    for (FlownLine.Corner corner : FlownLine.of(plan)) {
      line.add(position(corner.position(), corner.heightM()));
      heights.add(Numbers.of(corner.heightM()));
    }
    properties(route).put("planHash", plan.hash().hex());
    volume("flight-geography", plan.volume().flightGeography(), plan.volume().flightHeightM());
    volume(
        "contingency-volume",
        plan.volume().contingencyVolume(),
        plan.volume().contingencyHeightM());
    area(feature("ground-risk-buffer", "Polygon"), plan.volume().groundRiskBuffer());
    for (FenceShape shape : StoredFence.shapes(plan.fence())) {
      area(
          feature(shape.inclusion() ? "fence-inclusion" : "fence-exclusion", "Polygon"),
          KmlWriter.outline(shape));
    }
    point("home", plan.home().position(), 0);
    for (MissionItem rally : plan.rally()) {
      point("rally", LatLon.ofE7(rally.x(), rally.y()), rally.z());
    }
    ObjectNode target = feature("target", "Point");
    geometry(target)
        .set(
            "coordinates",
            flat(LatLon.ofE7(plan.scene().targetLatE7(), plan.scene().targetLonE7())));
  }

  private void volume(String kind, GeoPolygon ring, double topM) {
    ObjectNode feature = feature(kind, "Polygon");
    properties(feature).put("topAboveHomeM", Numbers.of(topM));
    properties(feature).put("topAmslM", Numbers.of(plan.home().altitude().metres() + topM));
    area(feature, ring);
  }

  private static void area(ObjectNode feature, GeoPolygon polygon) {
    ArrayNode ring = coordinates(feature).addArray();
    polygon.ring().forEach(corner -> ring.add(flat(corner)));
    ring.add(flat(polygon.ring().get(0)));
  }

  private void point(String kind, LatLon point, double heightM) {
    ObjectNode feature = feature(kind, "Point");
    geometry(feature).set("coordinates", position(point, heightM));
    properties(feature).put("amslM", Numbers.of(plan.home().altitude().metres() + heightM));
  }

  private ObjectNode feature(String kind, String type) {
    ObjectNode feature = features.addObject();
    feature.put("type", "Feature");
    feature.putObject("geometry").put("type", type);
    feature.putObject("properties").put("kind", kind);
    return feature;
  }

  private static ObjectNode geometry(ObjectNode feature) {
    return (ObjectNode) feature.get("geometry");
  }

  private static ObjectNode properties(ObjectNode feature) {
    return (ObjectNode) feature.get("properties");
  }

  private static ArrayNode coordinates(ObjectNode feature) {
    return geometry(feature).putArray("coordinates");
  }

  private static ArrayNode flat(LatLon point) {
    return MAPPER
        .createArrayNode()
        .add(Numbers.degrees(point.lonE7()))
        .add(Numbers.degrees(point.latE7()));
  }

  private ArrayNode position(LatLon point, double heightM) {
    double aboveEllipsoidM =
        new AltitudeAmsl(plan.home().altitude().metres() + heightM)
            .aboveEllipsoid(Geoid.egm96().at(point))
            .metres();
    return flat(point).add(Numbers.of(Math.rint(aboveEllipsoidM * 100) / 100));
  }
}
