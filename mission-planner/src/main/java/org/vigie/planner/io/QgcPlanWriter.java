package org.vigie.planner.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.MissionItem;

/**
 * Writes a plan as QGroundControl's {@code .plan}. Mission, fence and rally points are in it, the
 * parameters that decide returns, the fence's ceiling among them, are not: the format has no place
 * for them.
 *
 * <p>The keys {@code Altitude}, {@code AltitudeMode} and {@code AMSLAltAboveTerrain} of items are
 * left out: without them QGroundControl takes frame and height of the item itself, and what their
 * numbers mean has changed between its versions.
 *
 * @source QGroundControl docs, plan.md (Plan File Format); src/MissionManager: MissionController
 *     .cc (_loadJsonMissionFileV2), MissionItem.cc, SimpleMissionItem.cc, GeoFenceController.cc,
 *     QGCFencePolygon.cc, RallyPointController.cc
 */
public final class QgcPlanWriter {
  /** MAV_TYPE_QUADROTOR. */
  private static final int VEHICLE_TYPE = 2;

  private static final String GROUND_STATION = "Vigie";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
          .build();

  private QgcPlanWriter() {}

  /** The text of a {@code .plan} file. */
  public static String write(FlightPlan plan) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("fileType", "Plan");
    root.set("geoFence", fence(plan.fence()));
    root.put("groundStation", GROUND_STATION);
    root.set("mission", mission(plan));
    root.set("rallyPoints", rally(plan.rally()));
    root.put("version", 1);
    try {
      return MAPPER.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of numbers and texts can be written", e);
    }
  }

  private static ObjectNode mission(FlightPlan plan) {
    Autopilot autopilot = Autopilot.ofFirmware(plan.firmware());
    BigDecimal speed =
        Numbers.of(plan.legs().stream().mapToDouble(Leg::groundSpeedMps).max().orElse(0));
    ObjectNode mission = MAPPER.createObjectNode();
    mission.put("cruiseSpeed", speed);
    mission.put("firmwareType", autopilot.mavAutopilot());
    mission.put("globalPlanAltitudeMode", 1); // heights above home
    mission.put("hoverSpeed", speed);
    ArrayNode items = mission.putArray("items");
    List<MissionItem> stored = plan.mission();
    for (MissionItem item : autopilot.homeIsItem0() ? stored.subList(1, stored.size()) : stored) {
      items.add(item(item, items.size() + 1));
    }
    mission.set("plannedHomePosition", home(plan.home()));
    mission.put("vehicleType", VEHICLE_TYPE);
    mission.put("version", 2);
    return mission;
  }

  private static ObjectNode item(MissionItem item, int doJumpId) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("autoContinue", true);
    node.put("command", item.command());
    node.put("doJumpId", doJumpId);
    node.put("frame", item.frame());
    ArrayNode params = node.putArray("params");
    for (float param : new float[] {item.param1(), item.param2(), item.param3(), item.param4()}) {
      params.add(Numbers.of(param));
    }
    params.add(Numbers.degrees(item.x()));
    params.add(Numbers.degrees(item.y()));
    params.add(Numbers.of(item.z()));
    node.put("type", "SimpleItem");
    return node;
  }

  private static ArrayNode home(Home home) {
    return MAPPER
        .createArrayNode()
        .add(Numbers.degrees(home.latE7()))
        .add(Numbers.degrees(home.lonE7()))
        .add(Numbers.of(home.altitudeAmslCm() / 100.0));
  }

  private static ObjectNode fence(List<MissionItem> fence) {
    ObjectNode node = MAPPER.createObjectNode();
    ArrayNode circles = node.putArray("circles");
    ArrayNode polygons = node.putArray("polygons");
    for (FenceShape shape : StoredFence.shapes(fence)) {
      if (shape instanceof FenceShape.Polygon polygon) {
        polygons.add(polygon(polygon));
      } else if (shape instanceof FenceShape.Circle circle) {
        circles.add(circle(circle));
      }
    }
    node.put("version", 2);
    return node;
  }

  private static ObjectNode polygon(FenceShape.Polygon shape) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("inclusion", shape.inclusion());
    ArrayNode vertices = node.putArray("polygon");
    shape.ring().ring().forEach(vertex -> vertices.add(position(vertex)));
    node.put("version", 1);
    return node;
  }

  private static ObjectNode circle(FenceShape.Circle shape) {
    ObjectNode node = MAPPER.createObjectNode();
    ObjectNode drawn = node.putObject("circle");
    drawn.set("center", position(shape.centre()));
    drawn.put("radius", Numbers.of((float) shape.radiusM()));
    node.put("inclusion", shape.inclusion());
    node.put("version", 1);
    return node;
  }

  private static ArrayNode position(LatLon point) {
    return MAPPER
        .createArrayNode()
        .add(Numbers.degrees(point.latE7()))
        .add(Numbers.degrees(point.lonE7()));
  }

  private static ObjectNode rally(List<MissionItem> rally) {
    ObjectNode node = MAPPER.createObjectNode();
    ArrayNode points = node.putArray("points");
    rally.forEach(
        item -> points.add(position(LatLon.ofE7(item.x(), item.y())).add(Numbers.of(item.z()))));
    node.put("version", 2);
    return node;
  }
}
