package org.vigie.planner.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.Demo;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;

/** What is written is what others read, and comes back equal. */
class PlanFilesTest {
  private static final FlightPlan PLAN = Demo.plan(Demo.request());

  /** The same flight as PX4 stores it: no home in the mission, other frames. */
  private static FlightPlan px4() {
    return new FlightPlan(
        PLAN.flightId(),
        PLAN.siteId(),
        PLAN.aircraftId(),
        "px4-1.16",
        PLAN.validFrom(),
        PLAN.validUntil(),
        PLAN.home(),
        PLAN.start(),
        renumbered(PLAN.mission().subList(1, PLAN.mission().size()), -1),
        renumbered(PLAN.fence(), 5),
        renumbered(PLAN.rally(), 6),
        PLAN.parameters(),
        PLAN.phases(),
        PLAN.scene(),
        PLAN.volume(),
        PLAN.legs(),
        PLAN.budget(),
        PLAN.zonesRespected());
  }

  private static List<MissionItem> renumbered(List<MissionItem> items, int frame) {
    List<MissionItem> again = new ArrayList<>();
    for (MissionItem i : items) {
      again.add(
          new MissionItem(
              again.size(),
              frame < 0 ? i.frame() : frame,
              i.command(),
              i.param1(),
              i.param2(),
              i.param3(),
              i.param4(),
              i.x(),
              i.y(),
              i.z()));
    }
    return again;
  }

  @Test
  void a_plan_that_we_write_reads_back_with_every_item_equal() throws Exception {
    PlanFile back = QgcPlanReader.read("x.plan", QgcPlanWriter.write(PLAN));
    assertThat(back.autopilot()).contains(Autopilot.ARDUPILOT);
    assertThat(back.home()).contains(PLAN.home());
    assertThat(StoredItems.mission(back, Autopilot.ARDUPILOT)).contains(PLAN.mission());
    assertThat(StoredItems.fence(back, Autopilot.ARDUPILOT)).isEqualTo(PLAN.fence());
    assertThat(StoredItems.rally(back, Autopilot.ARDUPILOT)).isEqualTo(PLAN.rally());
  }

  @Test
  void a_plan_for_px4_has_no_home_among_its_items_and_its_own_frames() throws Exception {
    FlightPlan plan = px4();
    String text = QgcPlanWriter.write(plan);
    assertThat(text).contains("\"firmwareType\" : 12");
    PlanFile back = QgcPlanReader.read("x.plan", text);
    assertThat(StoredItems.mission(back, Autopilot.PX4)).contains(plan.mission());
    assertThat(StoredItems.fence(back, Autopilot.PX4)).isEqualTo(plan.fence());
    assertThat(StoredItems.rally(back, Autopilot.PX4)).isEqualTo(plan.rally());
    PlanFile lines = WaypointsReader.read("x.waypoints", WaypointsWriter.write(plan));
    assertThat(StoredItems.mission(lines, Autopilot.PX4)).contains(plan.mission());
    assertThat(lines.home()).contains(plan.home());
  }

  @Test
  void waypoints_that_we_write_read_back_with_every_item_equal() throws Exception {
    String text = WaypointsWriter.write(PLAN);
    PlanFile back = PlanFileReader.read("x.waypoints", text);
    assertThat(StoredItems.mission(back, Autopilot.ARDUPILOT)).contains(PLAN.mission());
    assertThat(text.lines().skip(1)).allMatch(line -> line.split("\t").length == 12);
    assertThat(text.lines()).hasSize(PLAN.mission().size() + 1).first().isEqualTo("QGC WPL 110");
  }

  @Test
  void what_we_write_keeps_to_qgroundcontrols_documented_format() throws Exception {
    assertThatCode(() -> Document.read("x.plan", QgcPlanWriter.write(PLAN)).check(schema()))
        .doesNotThrowAnyException();
    assertThatCode(() -> Document.read("x.plan", QgcPlanWriter.write(px4())).check(schema()))
        .doesNotThrowAnyException();
  }

  private static String schema() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(PlanFilesTest.class.getResourceAsStream("qgc-plan.schema.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_foreign_plan_is_read_with_survey_fence_and_rally() throws Exception {
    PlanFile file = QgcPlanReader.read("f.plan", Foreign.PLAN);
    assertThat(file.mission().stream().map(FileItem::command)).containsExactly(22, 16, 206, 16, 20);
    assertThat(file.mission().stream().map(FileItem::seq)).containsExactly(1, 2, 3, 4, 5);
    assertThat(file.mission().get(0).param(4)).isEmpty();
    assertThat(file.mission().get(0).findPosition()).isEmpty();
    assertThat(file.mission().get(0).findStored()).isEmpty();
    assertThat(file.mission().get(3).place())
        .isEqualTo("/mission/items/2/TransectStyleComplexItem/Items/1");
    assertThat(file.mission().get(3).findPosition()).contains(new LatLon(45.4399, 4.3750));
    assertThat(file.fence()).hasSize(2);
    assertThat(file.fence().get(1))
        .isEqualTo(new FenceShape.Circle(true, new LatLon(45.4390, 4.3758), 260));
    assertThat(file.rally()).containsExactly(new PlanFile.Place(new LatLon(45.4388, 4.3764), 50));
    assertThat(file.breachReturn()).isPresent();
    assertThat(file.hoverSpeedMps()).hasValue(5);
  }

  @Test
  void jumps_lead_to_sequence_numbers_whatever_the_file_calls_their_targets() throws Exception {
    String text =
        Foreign.PLAN
            .replace("\"command\": 20, \"doJumpId\": 5", "\"command\": 177, \"doJumpId\": 5")
            .replace("\"params\": [0, 0, 0, 0, 0, 0, 0]}", "\"params\": [40, 2, 0, 0, 0, 0, 0]}")
            .replace("\"doJumpId\": 2", "\"doJumpId\": 40");
    PlanFile file = QgcPlanReader.read("f.plan", text);
    assertThat(file.mission().get(4).paramOrZero(1)).isEqualTo(2);
    Optional<MissionItem> jump = file.mission().get(4).findStored();
    assertThat(jump.orElseThrow().command()).isEqualTo(MavCmd.DO_JUMP);
  }

  @Test
  void waypoints_of_mission_planner_are_read_with_home_from_their_first_line() throws Exception {
    PlanFile file = PlanFileReader.read("m.waypoints", Foreign.WAYPOINTS);
    assertThat(file.home().orElseThrow().position()).isEqualTo(new LatLon(45.4386, 4.3766));
    assertThat(file.home().orElseThrow().altitudeAmslCm()).isEqualTo(52800);
    assertThat(file.mission().stream().map(FileItem::command)).containsExactly(22, 16, 177, 20);
    PlanFile without =
        PlanFileReader.read("m.waypoints", Foreign.WAYPOINTS.replace("WPL 110", "WPL 120"));
    assertThat(without.home()).isEmpty();
    assertThat(without.mission()).hasSize(5);
  }

  @Test
  void kml_shows_the_line_at_its_altitudes_above_sea() throws Exception {
    String text = KmlWriter.write(PLAN);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    var line = document.getElementsByTagName("LineString").item(0);
    assertThat(line.getTextContent()).contains("absolute");
    double topM =
        List.of(document.getElementsByTagName("coordinates").item(0).getTextContent().split("\\s+"))
            .stream()
            .mapToDouble(point -> Double.parseDouble(point.split(",")[2]))
            .max()
            .orElseThrow();
    assertThat(topM).isCloseTo(528 + PLAN.scene().heightAboveHomeM(), within(0.01));
    assertThat(document.getElementsByTagName("Polygon").getLength())
        .isEqualTo(3 + StoredFence.shapes(PLAN.fence()).size());
  }

  @Test
  void geojson_heights_count_from_the_ellipsoid() throws Exception {
    JsonNode root = new ObjectMapper().readTree(GeoJsonPlanWriter.write(PLAN));
    JsonNode route = root.at("/features/0");
    assertThat(route.at("/properties/planHash").asText()).isEqualTo(PLAN.hash().hex());
    // EGM96 undulation at Saint-Étienne: 50.9 m (GeographicLib GeoidEval, egm96-5)
    assertThat(route.at("/geometry/coordinates/0/2").asDouble()).isCloseTo(528 + 50.9, within(0.6));
    assertThat(route.at("/geometry/coordinates/0/0").asDouble()).isEqualTo(4.3766);
  }
}
