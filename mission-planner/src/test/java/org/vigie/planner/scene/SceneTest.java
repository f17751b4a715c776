package org.vigie.planner.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.obstacle.ObstacleFile;
import org.vigie.geofence.obstacle.ObstacleReader;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.planner.Demo;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.NoPlanCode;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.Start;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.Obstacles;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

/** Where plans look from, in worlds with hills and houses. */
class SceneTest {
  private static final Plane PLANE = Plane.around(Demo.INCIDENT);
  private static final Hills FLAT = Hills.of(List.of());
  private static final Camera CAMERA = new Camera(62, 37, 1920, -90, 20);

  private static PlanRequest request(
      Hills hills, Incident incident, Optional<Camera> camera, List<UasZone> zones, String things) {
    AircraftModel a = Demo.AIRCRAFT;
    AircraftModel aircraft =
        new AircraftModel(
            a.id(),
            a.firmware(),
            a.massKg(),
            a.dimensionM(),
            a.cruiseMps(),
            a.climbMps(),
            a.descentMps(),
            a.hoverW(),
            a.cruiseW(),
            a.usableWh(),
            a.reserveFraction(),
            a.stoppingDistanceM(),
            a.maxWindMps(),
            a.maxAirMps(),
            a.maxTiltDeg(),
            a.battery(),
            camera,
            a.measured());
    PlanRequest demo = Demo.request();
    LatLon place = Geodesics.destination(Demo.INCIDENT, 270, 400);
    double groundM = hills.terrain().findGround(place).orElseThrow().metres();
    Home home = Home.of(place, new AltitudeAmsl(groundM));
    return new PlanRequest(
        "F-1",
        new Site("s", home, List.of(place)),
        aircraft,
        incident,
        Start.onGround(home),
        ZoneSet.of(zones),
        Set.of(),
        hills.terrain(),
        new Obstacles(List.of(), things.isEmpty() ? List.of() : List.of(read(things)), 0),
        new Wind(300, 2),
        new FlightLimits(120, 50, 70),
        demo.at(),
        demo.validity(),
        60);
  }

  private static PlanRequest request(Hills hills, String things) {
    return request(hills, new Incident(Demo.INCIDENT, 10), Optional.of(CAMERA), List.of(), things);
  }

  private static FlightPlan plan(PlanRequest request) {
    return Demo.plan(request);
  }

  private static PlanOutcome.NoPlan none(PlanRequest request) {
    return (PlanOutcome.NoPlan) MissionPlanner.plan(request);
  }

  private static ObstacleFile read(String features) {
    try {
      return ObstacleReader.read(
          "town.geojson", "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    } catch (org.vigie.geofence.document.DocumentException e) {
      throw new AssertionError(e);
    }
  }

  /** A block from west to east and south to north, metres from the incident. */
  private static String block(
      String name, double west, double south, double east, double north, double heightM) {
    double[][] corners = {
      {west, south}, {east, south}, {east, north}, {west, north}, {west, south}
    };
    List<String> ring = new ArrayList<>();
    for (double[] corner : corners) {
      LatLon at = PLANE.latLon(new Coordinate(corner[0], corner[1]));
      ring.add("[" + at.lonDeg() + "," + at.latDeg() + "]");
    }
    return "{\"type\":\"Feature\",\"properties\":{\"name\":\""
        + name
        + "\",\"height\":"
        + heightM
        + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
        + String.join(",", ring)
        + "]]}}";
  }

  /** Where the scene's items are flown, metres from the incident, with altitudes. */
  private static List<Coordinate> eyes(FlightPlan plan) {
    double homeM = plan.home().altitude().metres();
    return plan.mission().stream()
        .filter(i -> i.command() == MavCmd.NAV_WAYPOINT)
        .filter(i -> i.seq() >= plan.phases().sceneFirst() && i.seq() <= plan.phases().sceneLast())
        .map(i -> raised(i, homeM))
        .toList();
  }

  private static Coordinate raised(MissionItem item, double homeM) {
    Coordinate at = PLANE.coordinate(LatLon.ofE7(item.x(), item.y()));
    return new Coordinate(at.x, at.y, homeM + item.z());
  }

  /**
   * Least height of a line above the ground, every 10 cm of it, from a person's middle at a place
   * in metres from the incident.
   */
  private static double clearanceM(Terrain terrain, Coordinate eye, double east, double north) {
    double lowM =
        terrain.findGround(PLANE.latLon(new Coordinate(east, north))).orElseThrow().metres() + 1;
    double wayM = Math.hypot(Math.hypot(eye.x - east, eye.y - north), eye.getZ() - lowM);
    double least = Double.POSITIVE_INFINITY;
    for (double s = 0; s <= wayM; s += 0.1) {
      double part = s / wayM;
      LatLon at =
          PLANE.latLon(
              new Coordinate(east + (eye.x - east) * part, north + (eye.y - north) * part));
      least =
          Math.min(
              least,
              lowM + (eye.getZ() - lowM) * part - terrain.findGround(at).orElseThrow().metres());
    }
    return least;
  }

  @Test
  void on_flat_ground_it_circles_at_a_good_angle_and_sees_everything() {
    FlightPlan plan = plan(request(FLAT, ""));
    double heightM = plan.scene().heightAboveHomeM() - 1;
    assertThat(plan.scene().turns()).isPositive();
    assertThat(plan.scene().radiusM()).isEqualTo(Math.rint(0.65 * heightM));
    assertThat(plan.scene().visibleShare()).isEqualTo(1);
    assertThat(plan.scene().gimbalPitchDeg())
        .isCloseTo(-Math.toDegrees(Math.atan2(heightM, plan.scene().radiusM())), within(0.2));
    // it comes from the west and looks east
    assertThat(plan.scene().directionDeg()).isCloseTo(270, within(3.0));
    assertThat(plan.scene().gimbalYawDeg()).isCloseTo(90, within(3.0));
    assertThat(plan.scene().footprint()).hasSize(1);
    assertThat(PLANE.polygon(plan.scene().footprint().get(0)).contains(PLANE.point(Demo.INCIDENT)))
        .isTrue();
  }

  @Test
  void behind_a_long_wall_it_hovers_on_the_side_that_sees() {
    FlightPlan plan =
        plan(
            request(
                FLAT,
                block("wall", -60, 8, 60, 12, 45) + "," + block("hall", -60, 12, 60, 40, 45)));
    assertThat(plan.scene().turns()).isZero();
    for (Coordinate eye : eyes(plan)) {
      assertThat(eye.y).as("south of the wall").isLessThan(8);
    }
    assertThat(plan.scene().visibleShare()).isPositive();
  }

  @Test
  void in_a_deep_yard_nothing_sees_it_and_what_hides_it_has_a_name() {
    String yard =
        String.join(
            ",",
            block("north wing", -12, 6, 12, 20, 48),
            block("south wing", -12, -20, 12, -6, 48),
            block("east wing", 6, -20, 20, 20, 48),
            block("west wing", -20, -20, -6, 20, 48));
    PlanOutcome.NoPlan none = none(request(FLAT, yard));
    assertThat(none.code()).isEqualTo(NoPlanCode.SCENE_HIDDEN);
    assertThat(none.subject()).contains("town.geojson north wing", "town.geojson west wing");
  }

  @Test
  void the_nearest_place_that_would_see_it_is_told_with_the_zone_that_closes_it() {
    // walls on three sides; from the north alone it is seen, and there a zone is in force
    String walls =
        String.join(
            ",",
            block("south wing", -40, -20, 40, -6, 48),
            block("east wing", 6, -20, 20, 40, 48),
            block("west wing", -20, -20, -6, 40, 48));
    UasZone zone =
        UasZone.permanent(
            "Z1",
            "FRA",
            Restriction.PROHIBITED,
            List.of(
                new ZoneGeometry(
                    new HorizontalProjection.Circle(
                        Geodesics.destination(Demo.INCIDENT, 0, 150), 140),
                    VerticalBand.UNLIMITED)));
    Incident incident = new Incident(Demo.INCIDENT, 4);
    PlanRequest open = request(FLAT, incident, Optional.of(CAMERA), List.of(), walls);
    assertThat(eyes(plan(open))).allSatisfy(eye -> assertThat(eye.y).isPositive());
    PlanOutcome.NoPlan none =
        none(request(FLAT, incident, Optional.of(CAMERA), List.of(zone), walls));
    assertThat(none.code()).isEqualTo(NoPlanCode.SCENE_HIDDEN);
    assertThat(none.subject()).contains("wing").endsWith("; FRA/Z1");
    assertThat(none.values().get("placeLatDeg")).isGreaterThan(Demo.INCIDENT.latDeg());
    assertThat(none.values().get("placeM")).isBetween(15.0, 150.0);
  }

  @Test
  void a_gimbal_that_looks_down_little_gets_a_flat_view() {
    Camera shallow = new Camera(62, 37, 1920, -45, 20);
    Incident incident = new Incident(Demo.INCIDENT, 10);
    FlightPlan plan = plan(request(FLAT, incident, Optional.of(shallow), List.of(), ""));
    assertThat(plan.scene().gimbalPitchDeg()).isBetween(-45.0, 0.0);
    Camera fixed = new Camera(62, 37, 1920, -20, 20);
    PlanOutcome.NoPlan none = none(request(FLAT, incident, Optional.of(fixed), List.of(), ""));
    assertThat(none.code()).isEqualTo(NoPlanCode.SCENE_HIDDEN);
    assertThat(none.subject()).startsWith("gimbal");
  }

  @Test
  void too_few_pixels_are_told_and_an_unknown_camera_sees_nothing() {
    Incident incident = new Incident(Demo.INCIDENT, 10);
    Camera coarse = new Camera(62, 37, 320, -90, 20);
    PlanOutcome.NoPlan none = none(request(FLAT, incident, Optional.of(coarse), List.of(), ""));
    assertThat(none.code()).isEqualTo(NoPlanCode.SCENE_HIDDEN);
    assertThat(none.subject()).isEqualTo("pixels; pixels");
    assertThat(none(request(FLAT, incident, Optional.empty(), List.of(), "")).code())
        .isEqualTo(NoPlanCode.CAMERA_UNKNOWN);
  }

  @Test
  void it_keeps_off_a_crowd_all_the_way() {
    FlightPlan plan =
        plan(
            request(FLAT, new Incident(Demo.INCIDENT, 20, 60), Optional.of(CAMERA), List.of(), ""));
    Coordinate before = null;
    for (MissionItem item : plan.mission()) {
      if (item.command() != MavCmd.NAV_WAYPOINT || item.seq() == 0) {
        continue;
      }
      Coordinate at = raised(item, 0);
      for (double part = 0; before != null && part <= 1; part += 0.01) {
        double x = before.x + (at.x - before.x) * part;
        double y = before.y + (at.y - before.y) * part;
        assertThat(Math.hypot(x, y)).isGreaterThan(79.8);
      }
      before = at;
    }
    Incident wide = new Incident(Demo.INCIDENT, 20, 200);
    PlanOutcome.NoPlan none = none(request(FLAT, wide, Optional.of(CAMERA), List.of(), ""));
    assertThat(none.code()).isEqualTo(NoPlanCode.SCENE_HIDDEN);
    assertThat(none.subject()).startsWith("keep-off");
  }

  /** Hills around, and the incident at the bottom of a pit or below a bank. */
  private static void hills(int worlds, long seed) {
    Random random = new Random(seed);
    int orbits = 0;
    int hovers = 0;
    for (int world = 0; world < worlds; world++) {
      List<Hills.Hill> hills = new ArrayList<>();
      hills.add(new Hills.Hill(0, 0, -25 - 30 * random.nextDouble(), 8 + 12 * random.nextDouble()));
      for (int i = 0; i < 3; i++) {
        hills.add(
            new Hills.Hill(
                160 * random.nextDouble() - 80,
                160 * random.nextDouble() - 80,
                10 * random.nextDouble(),
                10 + 20 * random.nextDouble()));
      }
      Hills ground = Hills.of(hills);
      PlanOutcome outcome = MissionPlanner.plan(request(ground, ""));
      if (outcome instanceof PlanOutcome.Planned it) {
        double rimM = it.plan().scene().visibleShare() == 1 ? 6 : 0;
        for (Coordinate eye : eyes(it.plan())) {
          for (int i = 0; i < 6; i++) {
            double east = rimM * Math.sin(i);
            double north = rimM * Math.cos(i);
            // between the points that were looked at a bank may hide a little
            assertThat(clearanceM(ground.terrain(), eye, east, north))
                .as("world %d", world)
                .isGreaterThan(rimM == 0 ? 0 : -0.5);
          }
          assertThat(clearanceM(ground.terrain(), eye, 0, 0)).as("world %d", world).isPositive();
        }
        orbits += it.plan().scene().turns() > 0 ? 1 : 0;
        hovers += it.plan().scene().turns() > 0 ? 0 : 1;
      }
    }
    assertThat(orbits).isPositive();
    assertThat(hovers).as("pits that no orbit sees the bottom of").isPositive();
  }

  @Test
  void among_hills_every_place_of_a_plan_s_scene_sees_it() {
    hills(10, 5);
  }

  @Tag("deep")
  @Test
  void so_it_is_among_many_hills() {
    hills(2000, 6);
  }
}
