package org.vigie.planner.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.obstacle.ObstacleFile;
import org.vigie.geofence.obstacle.ObstacleReader;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.planner.Demo;
import org.vigie.planner.io.Foreign;
import org.vigie.planner.io.PlanFile;
import org.vigie.planner.io.PlanFileReader;
import org.vigie.planner.plan.Start;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.Obstacles;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Wind;

/** A plan of somebody else holds only when nothing is wrong with it, and every wrong is found. */
class ForeignProverTest {
  private static final PlanRequest REQUEST = with(new Wind(300, 4), Obstacles.NONE, limits());
  private static final double RETURN_M = 60;

  private static FlightLimits limits() {
    return new FlightLimits(120, 50, 70);
  }

  private static PlanRequest with(Wind wind, Obstacles obstacles, FlightLimits limits) {
    return new PlanRequest(
        "F-1",
        Demo.site(),
        Demo.AIRCRAFT,
        new Incident(Demo.INCIDENT, 20),
        Start.onGround(Demo.site().home()),
        ZoneSet.of(Demo.zones()),
        Set.of(),
        Demo.terrain(),
        obstacles,
        wind,
        limits,
        Demo.NOON,
        Duration.ofMinutes(30),
        60);
  }

  private static ForeignProof prove(String text, PlanRequest request) {
    try {
      return ForeignProver.prove(
          PlanFileReader.read("f.plan", text), Optional.of(request), RETURN_M);
    } catch (DocumentException e) {
      throw new AssertionError(e);
    }
  }

  private static List<ForeignCheck> failing(ForeignProof proof) {
    return proof.findings().stream()
        .filter(finding -> !finding.holds())
        .map(ForeignFinding::check)
        .distinct()
        .toList();
  }

  private static ForeignFinding finding(ForeignProof proof, ForeignCheck check) {
    return proof.findings().stream()
        .filter(each -> each.check() == check)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_plan_with_nothing_wrong_holds_with_each_check_told() {
    ForeignProof proof = prove(Foreign.PLAN, REQUEST);
    assertThat(failing(proof)).isEmpty();
    assertThat(proof.holds()).isTrue();
    assertThat(proof.findings().stream().map(ForeignFinding::check))
        .contains(
            ForeignCheck.ITEM_UNDERSTOOD,
            ForeignCheck.ROUTE_CLEAR_OF_ZONES,
            ForeignCheck.RETURN_CLEAR_OF_ZONES,
            ForeignCheck.GROUND_CLEARANCE,
            ForeignCheck.CEILING_AGL,
            ForeignCheck.FENCE_HOLDS_ROUTE,
            ForeignCheck.FENCE_HOLDS_RETURN,
            ForeignCheck.ENERGY_RETURN,
            ForeignCheck.ZONE_CONDITIONS);
    assertThat(proof.legs()).hasSize(5);
  }

  @Test
  void waypoints_with_a_jump_are_flown_as_often_as_they_say() {
    ForeignProof proof = prove(Foreign.WAYPOINTS, REQUEST);
    // take-off; the waypoint and three jumps back to it; home; landing
    assertThat(proof.legs()).hasSize(1 + 4 + 2);
    assertThat(failing(proof)).containsExactly(ForeignCheck.FENCE_HOLDS_ROUTE);
    assertThat(finding(proof, ForeignCheck.FENCE_HOLDS_ROUTE).subject())
        .isEqualTo("no inclusion fence");
  }

  /** One change each, and the check that has to find it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"command\": 206|\"command\": 92|ITEM_UNDERSTOOD",
        "\"command\": 20|\"command\": 17|ITEM_UNDERSTOOD",
        "\"doJumpId\": 2, \"frame\": 3|\"doJumpId\": 2, \"frame\": 10|ITEM_UNDERSTOOD",
        "45.4395, 4.3750, 90]|45.4395, 4.3750, null]|ITEM_UNDERSTOOD",
        "45.4395, 4.3750, 90]|45.4395, 4.3750, 0]|ITEM_UNDERSTOOD",
        "\"autoContinue\": true, \"command\": 16, \"doJumpId\": 2|\"autoContinue\": false, \"command\": 16, \"doJumpId\": 2|ITEM_UNDERSTOOD",
        "\"command\": 22|\"command\": 203|TAKES_OFF",
        "\"command\": 20|\"command\": 203|ENDS_ON_GROUND",
        "45.4395, 4.3750, 90]|45.4700, 4.3750, 90]|WITHIN_RANGE",
        "45.4395, 4.3750, 90]|45.4371, 4.3798, 90]|ROUTE_CLEAR_OF_ZONES",
        "45.4395, 4.3750, 90]|45.4379, 4.3789, 90]|ROUTE_CLEAR_OF_ZONES",
        "45.4395, 4.3750, 90]|45.4395, 4.3750, 45]|GROUND_CLEARANCE",
        "45.4395, 4.3750, 90]|45.4395, 4.3750, 135]|CEILING_AGL",
        "45.4399, 4.3750, 90]|45.4412, 4.3720, 90]|FENCE_HOLDS_ROUTE",
        "\"radius\": 260|\"radius\": 100|FENCE_HOLDS_ROUTE",
        "\"inclusion\": true|\"inclusion\": false|FENCE_HOLDS_ROUTE",
        "\"params\": [0, 0, 0, null, 45.4395|\"params\": [1500, 0, 0, null, 45.4395|ENERGY",
        "\"params\": [0, 0, 0, null, 45.4395|\"params\": [1750, 0, 0, null, 45.4395|VALIDITY",
        "[45.4386, 4.3766, 528]|[45.4387, 4.3766, 528]|HOME_IS_SITE"
      })
  void one_thing_wrong_is_found(String good, String bad, ForeignCheck check) {
    assertThat(Foreign.PLAN).contains(good);
    ForeignProof proof = prove(Foreign.PLAN.replace(good, bad), REQUEST);
    assertThat(failing(proof)).contains(check);
    assertThat(proof.holds()).isFalse();
  }

  @Test
  void an_item_that_is_not_understood_is_named_with_its_place() {
    ForeignProof proof =
        prove(Foreign.PLAN.replace("\"command\": 206", "\"command\": 92"), REQUEST);
    assertThat(proof.findings().get(0).subject())
        .contains("item 3", "Items/0", "MAV_CMD 92", "is not understood");
  }

  @Test
  void the_distance_from_a_zone_is_the_true_one_with_place_and_time() {
    String text = Foreign.PLAN.replace("45.4395, 4.3750, 90]", "45.4381, 4.3785, 90]");
    ForeignFinding found = finding(prove(text, REQUEST), ForeignCheck.ROUTE_CLEAR_OF_ZONES);
    assertThat(found.subject()).isEqualTo("FRA/FRVG001");
    FlightMoment at = found.at().orElseThrow();
    // brute force along the zone's own edges
    double least = Double.POSITIVE_INFINITY;
    LatLon[] ring = {
      new LatLon(45.436815, 4.378857),
      new LatLon(45.436535, 4.38034),
      new LatLon(45.437578, 4.380737),
      new LatLon(45.437858, 4.379255),
      new LatLon(45.436815, 4.378857)
    };
    for (int i = 0; i + 1 < ring.length; i++) {
      for (int k = 0; k <= 500; k++) {
        LatLon point =
            new LatLon(
                ring[i].latDeg() + (ring[i + 1].latDeg() - ring[i].latDeg()) * k / 500,
                ring[i].lonDeg() + (ring[i + 1].lonDeg() - ring[i].lonDeg()) * k / 500);
        least = Math.min(least, Geodesics.distanceM(point, at.position()));
      }
    }
    assertThat(found.value()).isCloseTo(least, within(0.5));
    assertThat(at.timeS()).isBetween(36.0, 120.0);
    assertThat(at.heightM()).isCloseTo(90, within(0.01));
  }

  @Test
  void a_straight_return_through_a_zone_is_found_although_the_line_goes_round() {
    // east round the prohibited zone and far behind it; home lies straight across
    String text =
        Foreign.PLAN
            .replace("45.4395, 4.3750, 90]", "45.4385, 4.3815, 90]")
            .replace("45.4399, 4.3750, 90]", "45.4362, 4.3816, 90]")
            .replace("\"radius\": 260", "\"radius\": 900");
    ForeignProof proof = prove(text, REQUEST);
    ForeignFinding found = finding(proof, ForeignCheck.RETURN_CLEAR_OF_ZONES);
    assertThat(found.holds()).isFalse();
    assertThat(found.subject()).isEqualTo("FRA/FRVG001");
    // above the zone's ceiling of 150 m over ground nothing is in the way
    ForeignProof above = ForeignProver.prove(read(text), Optional.of(REQUEST), 260);
    assertThat(finding(above, ForeignCheck.RETURN_CLEAR_OF_ZONES).value())
        .isGreaterThanOrEqualTo(0);
  }

  private static PlanFile read(String text) {
    try {
      return PlanFileReader.read("f.plan", text);
    } catch (DocumentException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void wind_obstacles_area_and_sight_are_held_against_the_line() throws Exception {
    assertThat(failing(prove(Foreign.PLAN, with(new Wind(0, 11), Obstacles.NONE, limits()))))
        .contains(ForeignCheck.WIND);
    String mast =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
         "properties":{"name":"mast","height":75,"radius":5},
         "geometry":{"type":"Point","coordinates":[4.3758,45.43905]}}]}
        """;
    ObstacleFile file = ObstacleReader.read("masts.json", mast);
    PlanRequest masts =
        with(new Wind(300, 4), new Obstacles(List.of(), List.of(file), 30), limits());
    ForeignFinding above = finding(prove(Foreign.PLAN, masts), ForeignCheck.OBSTACLE_CLEARANCE);
    assertThat(above.holds()).isFalse();
    assertThat(above.value()).isBetween(5.0, 20.0);
    PlanRequest low = with(new Wind(300, 4), new Obstacles(List.of(), List.of(file), 3), limits());
    assertThat(finding(prove(Foreign.PLAN, low), ForeignCheck.OBSTACLE_CLEARANCE).holds()).isTrue();
    GeoPolygon small =
        new GeoPolygon(
            List.of(
                new LatLon(45.4380, 4.3740),
                new LatLon(45.4380, 4.3775),
                new LatLon(45.4402, 4.3757)));
    FlightLimits narrow = new FlightLimits(120, 50, 70, Optional.of(small), OptionalDouble.of(100));
    assertThat(failing(prove(Foreign.PLAN, with(new Wind(300, 4), Obstacles.NONE, narrow))))
        .contains(ForeignCheck.AREA_HOLDS_ROUTE, ForeignCheck.VLOS);
  }

  @Test
  void unknown_ground_holds_nothing() {
    PlanRequest request =
        new PlanRequest(
            "F-1",
            Demo.site(),
            Demo.AIRCRAFT,
            new Incident(Demo.INCIDENT, 20),
            ZoneSet.of(Demo.zones()),
            Set.of(),
            new Demo.Hole(4.3755, 4.3760),
            new Wind(300, 4),
            limits(),
            Demo.NOON,
            Duration.ofMinutes(30),
            60);
    ForeignProof proof = prove(Foreign.PLAN, request);
    assertThat(failing(proof))
        .contains(
            ForeignCheck.GROUND_CLEARANCE,
            ForeignCheck.CEILING_AGL,
            ForeignCheck.RETURN_GROUND_CLEARANCE);
    assertThat(finding(proof, ForeignCheck.GROUND_CLEARANCE).value()).isNaN();
  }

  @Test
  void without_anything_to_prove_against_nothing_holds_but_the_form_is_told() {
    ForeignProof proof = ForeignProver.prove(read(Foreign.PLAN), Optional.empty(), RETURN_M);
    assertThat(failing(proof)).containsExactly(ForeignCheck.INPUTS_GIVEN);
    ForeignProof nowhere =
        ForeignProver.prove(
            read(Foreign.WAYPOINTS.replace("WPL 110", "WPL 120")), Optional.empty(), RETURN_M);
    assertThat(failing(nowhere)).containsExactly(ForeignCheck.HOME_KNOWN);
  }

  @Test
  void findings_are_told_worst_first() {
    UnaryOperator<String> worse =
        text ->
            text.replace("45.4395, 4.3750, 90]", "45.4379, 4.3789, 45]")
                .replace("\"command\": 206", "\"command\": 92");
    List<ForeignFinding> findings = prove(worse.apply(Foreign.PLAN), REQUEST).findings();
    assertThat(findings).isSortedAccordingTo(ForeignFinding.WORST_FIRST);
    assertThat(findings.get(0).check()).isEqualTo(ForeignCheck.ITEM_UNDERSTOOD);
    int firstHolding = (int) findings.stream().takeWhile(finding -> !finding.holds()).count();
    assertThat(findings.subList(firstHolding, findings.size())).allMatch(ForeignFinding::holds);
  }

  @Test
  void our_own_plan_lacks_only_what_its_file_cannot_carry() {
    ForeignProof proof = prove(Foreign.own(), REQUEST);
    // its returns follow the proven way by parameters, which a .plan has no place for: a plain
    // return cuts the corner
    assertThat(failing(proof))
        .isNotEmpty()
        .isSubsetOf(
            ForeignCheck.RETURN_CLEAR_OF_ZONES,
            ForeignCheck.FENCE_HOLDS_RETURN,
            ForeignCheck.RETURN_GROUND_CLEARANCE);
    assertThat(Demo.site().home().altitude()).isEqualTo(new AltitudeAmsl(528));
  }
}
