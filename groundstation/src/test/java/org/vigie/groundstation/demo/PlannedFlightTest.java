package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.World;

/**
 * Plans flown by the simulated autopilot in the wind that they were made for: the promised time and
 * energy are never less than what the flight takes, and not much more.
 */
class PlannedFlightTest {
  private static final LatLon HOME = new LatLon(45.4390, 4.3790);
  private static final double GROUND_M = 530;
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** A plan that promises more than this many times what is flown wastes what the aircraft can. */
  private static final double WASTE = 1.25;

  /** The same of energy where no more is known than hover and cruise. */
  private static final double WASTE_FROM_SHEET = 1.4;

  /** The same ground everywhere. */
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

  private static AircraftModel sheet(
      Airframe frame, double tiltDeg, double cruiseMps, boolean measured) {
    return new DataSheet(frame, GROUND_M + 50)
        .aircraft("arducopter-4.6", tiltDeg, cruiseMps, measured);
  }

  private static FlightPlan plan(AircraftModel aircraft, double toDeg, double toM, Wind wind) {
    Home home = Home.of(HOME, new AltitudeAmsl(GROUND_M));
    PlanRequest request =
        new PlanRequest(
            "F-1",
            new Site("s", home, List.of(HOME)),
            aircraft,
            new Incident(Geodesics.destination(HOME, toDeg, toM), 10),
            ZoneSet.of(List.of()),
            Set.of(),
            new Flat(),
            wind,
            new FlightLimits(120, 50, 64),
            NOON,
            Duration.ofMinutes(45),
            60);
    PlanOutcome outcome = MissionPlanner.plan(request);
    if (outcome instanceof PlanOutcome.Planned planned) {
      return planned.plan();
    }
    throw new AssertionError("no plan: " + outcome);
  }

  /** What a flight took, from arming to motors stopped. */
  private record Flown(double takeOffS, double onSceneS, double landingS, double allS, double wh) {}

  private static Flown fly(FlightPlan plan, Airframe frame, Wind wind, long seed) {
    World world = new World(NOON, seed, new Flat());
    SimulatedVehicle vehicle =
        world.add(new VehicleSetup("v", 1, Flavour.ARDUCOPTER_4_6, frame, HOME, GROUND_M, 180));
    Copter copter = (Copter) vehicle.autopilot().controller();
    step(world, 10);
    plan.parameters().forEach(setting -> copter.parameters().set(setting.name(), setting.value()));
    copter.parameters().set("FENCE_ENABLE", 0);
    copter.parameters().set("FS_GCS_ENABLE", 0);
    plan.mission()
        .forEach(
            i ->
                copter
                    .mission()
                    .write(
                        i.seq(),
                        new Item(
                            i.frame(),
                            i.command(),
                            i.param1(),
                            i.param2(),
                            i.param3(),
                            i.param4(),
                            i.x(),
                            i.y(),
                            i.z(),
                            1)));
    world.setWind(wind.fromDeg(), wind.speedMps(), wind.speedMps());
    copter.commands().setMode(FlightMode.GUIDED.number());
    assertThat(copter.commands().arm(false)).as("armed").isTrue();
    double beganWh = vehicle.body().battery().consumedWh();
    double beganS = world.elapsedS();
    assertThat(copter.commands().startMission()).isTrue();
    double takeOffS = 0;
    double onSceneS = 0;
    double landingS = 0;
    double lastS = beganS;
    while (copter.armed()) {
      world.step();
      double nowS = world.elapsedS();
      int item = copter.missionIndex();
      takeOffS += item <= plan.phases().takeoff() ? nowS - lastS : 0;
      onSceneS +=
          item >= plan.phases().sceneFirst() && item <= plan.phases().sceneLast()
              ? nowS - lastS
              : 0;
      landingS += item == plan.phases().land() ? nowS - lastS : 0;
      lastS = nowS;
      if (nowS - beganS > 3000) {
        throw new AssertionError("never landed: item " + item);
      }
    }
    assertThat(landingS).as("landed by its last item").isPositive();
    return new Flown(
        takeOffS,
        onSceneS,
        landingS,
        lastS - beganS,
        vehicle.body().battery().consumedWh() - beganWh);
  }

  private static void step(World world, double seconds) {
    double endS = world.elapsedS() + seconds;
    while (world.elapsedS() < endS) {
      world.step();
    }
  }

  @ParameterizedTest(name = "{0}, lean {1}, {2} m/s, {3} m towards {4}, wind {5} from {6}")
  @CsvSource({
    "quad-4kg, 30, 9, 600, 0, 0, 0",
    "quad-4kg, 30, 9, 600, 0, 5, 0",
    "quad-4kg, 30, 9, 600, 0, 8, 90",
    "quad-9kg, 12, 9, 800, 45, 5, 45",
    "quad-1kg, 12, 8, 500, 200, 6, 20"
  })
  void a_flight_takes_no_more_than_was_promised_and_not_much_less(
      String id, double tiltDeg, double cruise, double toM, double toDeg, double mps, double from)
      throws DocumentException {
    check(id, tiltDeg, cruise, toM, toDeg, mps, from, 42);
  }

  @Tag("deep")
  @ParameterizedTest(name = "seed {0}")
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
  void so_do_flights_in_any_direction(int seed) throws DocumentException {
    for (String id : List.of("quad-1kg", "quad-4kg", "quad-9kg")) {
      for (double mps : new double[] {0, 3, 6}) {
        check(
            id, 30, 7.0 + seed % 4, 250.0 + 150 * seed, 45.0 * seed, mps, 70.0 * seed % 360, seed);
      }
    }
  }

  private static void check(
      String id,
      double tiltDeg,
      double cruiseMps,
      double toM,
      double toDeg,
      double windMps,
      double windFromDeg,
      long seed)
      throws DocumentException {
    Airframe frame = AirframeReader.shipped(id);
    check(frame, sheet(frame, tiltDeg, cruiseMps, true), toM, toDeg, windMps, windFromDeg, seed);
    check(frame, sheet(frame, tiltDeg, cruiseMps, false), toM, toDeg, windMps, windFromDeg, seed);
  }

  private static void check(
      Airframe frame,
      AircraftModel aircraft,
      double toM,
      double toDeg,
      double windMps,
      double windFromDeg,
      long seed) {
    Wind wind = new Wind(windFromDeg, windMps);
    FlightPlan plan = plan(aircraft, toDeg, toM, wind);
    Flown flown = fly(plan, frame, wind, seed);
    String what = frame.id() + " in " + wind + " " + flown + " " + plan.budget();
    double climbS = plan.legs().get(0).durationS();
    double landS = plan.legs().get(plan.legs().size() - 1).durationS();
    assertThat(climbS).as(what).isBetween(flown.takeOffS(), WASTE * flown.takeOffS());
    assertThat(landS).as(what).isBetween(flown.landingS(), WASTE * flown.landingS());
    assertThat(plan.budget().durationS()).as(what).isBetween(flown.allS(), WASTE * flown.allS());
    double waste = aircraft.measured().isEmpty() ? WASTE_FROM_SHEET : WASTE;
    assertThat(plan.budget().energyWh()).as(what).isBetween(flown.wh(), waste * flown.wh());
    assertThat(plan.budget().onSceneS()).as(what).isLessThanOrEqualTo(flown.onSceneS());
  }
}
