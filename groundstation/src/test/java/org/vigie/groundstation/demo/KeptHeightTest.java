package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.physics.AirframeReader;

/**
 * An aircraft whose rotors' thrust is told keeps its height against the wind, also on a battery
 * that is nearly low: plans do not command what its lean could fly and its rotors could not hold.
 */
class KeptHeightTest {
  private static final LatLon HOME = new LatLon(45.4390, 4.3790);
  private static final double GROUND_M = 530;

  /** What a flight may sink below its legs, or rise above them. */
  private static final double BAND_M = 1.5;

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

  private static AircraftModel withoutThrust(AircraftModel a) {
    return new AircraftModel(
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
        a.camera(),
        a.measured());
  }

  private static FlightPlan plan(AircraftModel aircraft, double windMps) {
    PlanRequest request =
        new PlanRequest(
            "F-1",
            new Site("s", Home.of(HOME, new AltitudeAmsl(GROUND_M)), List.of(HOME)),
            aircraft,
            new Incident(Geodesics.destination(HOME, 0, 350), 10),
            ZoneSet.of(List.of()),
            Set.of(),
            new Flat(),
            new Wind(0, windMps),
            new FlightLimits(120, 50, 64),
            Instant.parse("2026-11-21T12:00:00Z"),
            Duration.ofMinutes(45),
            30);
    if (MissionPlanner.plan(request) instanceof PlanOutcome.Planned planned) {
      return planned.plan();
    }
    throw new AssertionError(MissionPlanner.plan(request));
  }

  /** Farthest below and above the legs' height between take-off and landing, metres. */
  private record Height(double belowM, double aboveM) {}

  private static Height fly(FlightPlan plan, Airframe frame, Gale gale, double charge) {
    CopterBench bench = new CopterBench(plan, frame, gale);
    bench.load(plan);
    // the battery's own failsafe is not what is looked at
    bench.copter().parameters().set("BATT_FS_LOW_ACT", 0);
    bench.copter().parameters().set("BATT_FS_CRT_ACT", 0);
    bench.vehicle().body().battery().setCharge(charge);
    bench.begin();
    double legM = plan.mission().get(plan.phases().takeoff()).z();
    double belowM = 0;
    double aboveM = 0;
    double flownS = 0;
    while (bench.armed() && flownS < 1_200) {
      bench.run(0.1);
      flownS += 0.1;
      int item = bench.copter().missionIndex();
      if (item > plan.phases().takeoff() + 1 && item < plan.phases().land()) {
        double heightM = bench.vehicle().body().position().up() - GROUND_M;
        belowM = Math.max(belowM, legM - heightM);
        aboveM = Math.max(aboveM, heightM - legM);
      }
    }
    return new Height(belowM, aboveM);
  }

  @ParameterizedTest(name = "{0} in {1} m/s, gusts {2}, charge {3}")
  @CsvSource({
    "quad-1kg, 9, 9, 1.0",
    "quad-1kg, 9, 11, 0.5",
    "quad-4kg, 9, 11, 0.5",
    "quad-9kg, 9, 11, 0.5",
  })
  void it_keeps_its_height_against_the_wind(
      String id, double windMps, double gustMps, double charge) throws DocumentException {
    Airframe frame = AirframeReader.shipped(id);
    AircraftModel aircraft =
        new DataSheet(frame, GROUND_M + 50).aircraft("arducopter-4.6", 30, 8, true);
    Height kept = fly(plan(aircraft, windMps), frame, new Gale(0, windMps, gustMps, 5), charge);
    assertThat(kept.belowM()).isLessThan(BAND_M);
    assertThat(kept.aboveM()).isLessThan(BAND_M);
  }

  /** What plans commanded of the light one by lean and drag alone. */
  @Test
  void by_its_lean_alone_it_would_sink() throws DocumentException {
    Airframe frame = AirframeReader.shipped("quad-1kg");
    AircraftModel aircraft =
        withoutThrust(new DataSheet(frame, GROUND_M + 50).aircraft("arducopter-4.6", 30, 8, true));
    Height kept = fly(plan(aircraft, 9), frame, new Gale(0, 9, 11, 5), 0.5);
    assertThat(kept.belowM()).isGreaterThan(2 * BAND_M);
  }
}
