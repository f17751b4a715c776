package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.geofence.zone.io.ZoneReader;
import org.vigie.groundstation.vehicle.MissionItemComparison;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Battery;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.play.TrueTrack;

/**
 * A plan for PX4, flown by the simulated PX4 in wind: read back equal, flown to its end, and
 * returned from wherever a return may begin, always inside what was proven.
 */
class Px4PlannedFlightTest {
  private static final LatLon HOME = new LatLon(45.4386, 4.3766);
  private static final LatLon INCIDENT = new LatLon(45.4358, 4.3830);
  private static final double GROUND_M = 528;
  private static final Wind WIND = new Wind(300, 4);
  private static final List<UasZone> ZONES = zones();
  private static final PlanRequest REQUEST = request();
  private static final FlightPlan PLAN = plan();
  private static final double FLIGHT_S = 900;

  /** Level ground at home's height. */
  private record Flat() implements Terrain {
    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return Optional.of(new AltitudeAmsl(GROUND_M));
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      return Optional.of(new GroundRange(new AltitudeAmsl(GROUND_M), new AltitudeAmsl(GROUND_M)));
    }
  }

  private static List<UasZone> zones() {
    String file = "saint-etienne/zones.json";
    try (InputStream in =
        Objects.requireNonNull(TrueContainment.class.getResourceAsStream(file), file)) {
      return ZoneReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)).zones();
    } catch (IOException | DocumentException e) {
      throw new AssertionError(e);
    }
  }

  private static PlanRequest request() {
    AircraftModel aircraft =
        new AircraftModel(
            "quad-1",
            "px4-1.17",
            4.0,
            0.8,
            8,
            2.5,
            1.5,
            420,
            450,
            180,
            0.25,
            18,
            10,
            15,
            30,
            Optional.of(new Battery(16, 22.2)),
            Optional.of(new Camera(62, 37, 1920, -90, 20)),
            List.of());
    return new PlanRequest(
        "F-1",
        new Site("couriot", Home.of(HOME, new AltitudeAmsl(GROUND_M)), List.of(HOME)),
        aircraft,
        new Incident(INCIDENT, 20),
        ZoneSet.of(ZONES),
        Set.of(),
        new Flat(),
        WIND,
        new FlightLimits(120, 50, 64),
        Instant.parse("2026-11-21T12:00:00Z"),
        Duration.ofMinutes(30),
        60);
  }

  private static FlightPlan plan() {
    PlanOutcome outcome = MissionPlanner.plan(REQUEST);
    assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
    FlightPlan plan = ((PlanOutcome.Planned) outcome).plan();
    Proof proof =
        Prover.prove(
            plan,
            new ProofInputs(
                REQUEST.site(),
                REQUEST.aircraft(),
                REQUEST.zones(),
                REQUEST.authorisedZones(),
                REQUEST.terrain(),
                REQUEST.wind(),
                REQUEST.limits(),
                List.of()));
    assertThat(proof.findings()).filteredOn(finding -> !finding.holds()).isEmpty();
    return plan;
  }

  private static Px4Bench flying() {
    Px4Bench bench = new Px4Bench(PLAN, 300, 4);
    bench.load(PLAN);
    bench.begin();
    return bench;
  }

  private static int seq(Px4Bench bench) {
    return bench.px4().missionIndex();
  }

  /** Runs until the aircraft stands at home, and judges where it was. */
  private static void home(Px4Bench bench) {
    bench.until("landing", FLIGHT_S, () -> !bench.px4().armed());
    assertThat(Geodesics.distanceM(bench.place(), HOME)).isLessThan(3);
    stayed(bench);
  }

  private static void stayed(Px4Bench bench) {
    assertThat(TrueContainment.of(PLAN, bench.track()).verdict())
        .isEqualTo(TrueContainment.Verdict.KEPT);
    Plane plane = Plane.around(HOME);
    Polygon geography = plane.polygon(PLAN.volume().flightGeography());
    double topM = GROUND_M + PLAN.volume().flightHeightM();
    for (TrueTrack.Point at : bench.track()) {
      Point point = plane.point(at.place());
      assertThat(geography.distance(point)).as("outside at %s", at).isZero();
      assertThat(at.altitudeAmslM()).isLessThan(topM);
    }
  }

  /** The second turn of the way out: behind it a straight way home meets the zone. */
  private static int secondTurn() {
    List<Integer> turns =
        PLAN.mission().stream()
            .filter(item -> item.command() == MavCmd.NAV_WAYPOINT)
            .map(MissionItem::seq)
            .toList();
    return turns.get(2);
  }

  @Test
  void what_was_sent_reads_back_equal() {
    Px4Bench bench = new Px4Bench(PLAN, 0, 0);
    bench.load(PLAN);
    assertThat(MissionItemComparison.compare(PLAN.mission(), bench.download(0), false)).isEmpty();
    assertThat(MissionItemComparison.compare(PLAN.fence(), bench.download(1), false)).isEmpty();
    assertThat(MissionItemComparison.compare(PLAN.rally(), bench.download(2), false)).isEmpty();
    assertThat(bench.parameters(PLAN)).isEqualTo(PLAN.parameters());
  }

  @Test
  void it_flies_out_looks_and_comes_home_by_itself_in_the_time_that_was_planned() {
    Px4Bench bench = flying();
    Instant armed = bench.track().get(bench.track().size() - 1).at();
    home(bench);
    assertThat(bench.modes()).containsExactly(Px4Mode.MISSION, Px4Mode.RTL);
    long points =
        bench.track().stream().filter(at -> Geodesics.distanceM(at.place(), INCIDENT) < 60).count();
    assertThat(points * PlanBench.POINT_S).isGreaterThan(REQUEST.onSceneS());
    Instant ended = bench.track().get(bench.track().size() - 1).at();
    double tookS = Duration.between(armed, ended).toMillis() / 1000.0;
    assertThat(tookS).isLessThan(PLAN.budget().durationS());
  }

  @Test
  void a_return_out_of_the_mission_goes_back_by_the_way_out() {
    for (int target : List.of(secondTurn(), PLAN.phases().sceneFirst() - 2)) {
      Px4Bench bench = flying();
      bench.until("leg " + target, 300, () -> seq(bench) >= target);
      bench.run(4);
      bench.mode(Px4Mode.RTL);
      home(bench);
      assertThat(bench.modes()).containsExactly(Px4Mode.MISSION, Px4Mode.RTL);
    }
  }

  @Test
  void a_return_out_of_a_hold_goes_to_the_nearest_place_and_back_by_the_way_out() {
    Px4Bench bench = flying();
    bench.until("way out", 300, () -> seq(bench) >= PLAN.phases().sceneFirst() - 2);
    bench.run(3);
    bench.mode(Px4Mode.HOLD);
    bench.run(5);
    bench.mode(Px4Mode.RTL);
    home(bench);
  }

  @Test
  void a_return_from_the_scene_and_one_held_half_way_come_home() {
    Px4Bench bench = flying();
    bench.until("scene", 300, () -> seq(bench) >= PLAN.phases().sceneFirst() + 4);
    bench.run(3);
    bench.mode(Px4Mode.HOLD);
    bench.run(3);
    bench.mode(Px4Mode.RTL);
    bench.until("the way back", 200, () -> seq(bench) <= secondTurn() && seq(bench) > 0);
    bench.mode(Px4Mode.HOLD);
    bench.run(5);
    bench.mode(Px4Mode.RTL);
    home(bench);
  }

  @Test
  void a_lost_link_holds_and_returns_by_the_way_out() {
    Px4Bench bench = flying();
    bench.until("scene", 300, () -> seq(bench) >= PLAN.phases().sceneFirst());
    bench.heartbeats = false;
    home(bench);
    assertThat(bench.modes()).containsExactly(Px4Mode.MISSION, Px4Mode.HOLD, Px4Mode.RTL);
  }

  /** What the plan is for: the straight way home is not open. */
  @Test
  void the_straight_way_home_from_the_scene_leaves_the_volume() {
    Plane plane = Plane.around(HOME);
    MissionItem scene = PLAN.mission().get(PLAN.phases().sceneFirst());
    Geometry line =
        plane
            .factory()
            .createLineString(
                new Coordinate[] {
                  plane.coordinate(LatLon.ofE7(scene.x(), scene.y())), plane.coordinate(HOME)
                });
    assertThat(plane.polygon(PLAN.volume().contingencyVolume()).covers(line)).isFalse();
  }
}
