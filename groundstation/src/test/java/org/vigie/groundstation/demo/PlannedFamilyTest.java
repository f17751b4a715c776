package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.groundstation.app.ExamplePlans;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.play.TrueTrack;

/**
 * Every plan flown in the simulator stays inside its flight geography, with the simulator's noise
 * and wind: seeded airframes, autopilots, winds with gusts, zones in the way and, for some, a
 * return from a moment that nobody chose. Judged by where the simulated body truly was, twenty
 * times a second.
 */
class PlannedFamilyTest {
  private static final LatLon HOME = new LatLon(45.4390, 4.3790);
  private static final double GROUND_M = 530;
  private static final double FLIGHT_S_MAX = 2_400;
  private static final int DEEP = Integer.getInteger("vigie.flights", 220);
  private static final List<String> FRAMES = List.of("quad-1kg", "quad-4kg", "quad-9kg");
  private static final List<String> FIRMWARES =
      List.of("arducopter-4.6", "px4-1.17", "arducopter-4.7");

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

  /**
   * One flight of the family.
   *
   * @param homeAfter part of the promised time after which it is sent home; 1 or more: never
   */
  private record Case(long seed, Airframe frame, PlanRequest request, Gale gale, double homeAfter) {
    static Case of(long seed) throws DocumentException {
      SplittableRandom random = new SplittableRandom(seed);
      Airframe frame = AirframeReader.shipped(FRAMES.get((int) (seed % 3)));
      String firmware = FIRMWARES.get((int) (seed / 3 % 3));
      double meanMps = 10 * random.nextDouble();
      double fromDeg = 360 * random.nextDouble();
      Gale gale = new Gale(fromDeg, meanMps, meanMps * (1 + random.nextDouble() / 2), seed);
      AircraftModel model =
          new DataSheet(frame, GROUND_M + 50)
              .aircraft(firmware, 30, 5 + 5 * random.nextDouble(), random.nextBoolean());
      double toDeg = 360 * random.nextDouble();
      double toM = 150 + 550 * random.nextDouble();
      List<UasZone> zones = new ArrayList<>();
      int count = random.nextInt(4);
      for (int i = 0; i < count; i++) {
        double part = 0.3 + 0.4 * random.nextDouble();
        LatLon along = Geodesics.destination(HOME, toDeg, part * toM);
        LatLon at = Geodesics.destination(along, toDeg + 90, 160 * (random.nextDouble() - 0.5));
        double radiusM = 5 + 30 * random.nextDouble();
        zones.add(
            UasZone.permanent(
                "Z" + i,
                "FRA",
                Restriction.PROHIBITED,
                List.of(
                    new ZoneGeometry(
                        new HorizontalProjection.Circle(at, radiusM), VerticalBand.UNLIMITED))));
      }
      PlanRequest request =
          new PlanRequest(
              "F-" + seed,
              new Site("s", Home.of(HOME, new AltitudeAmsl(GROUND_M)), List.of(HOME)),
              DataSheet.labelled(model, frame),
              new Incident(Geodesics.destination(HOME, toDeg, toM), 10),
              ZoneSet.of(zones),
              Set.of(),
              new Flat(),
              new Wind(Math.rint(fromDeg), meanMps),
              new FlightLimits(120, 50, 64),
              Instant.parse("2026-11-21T12:00:00Z"),
              Duration.ofMinutes(45),
              30);
      double homeAfter = random.nextBoolean() ? 0.15 + 0.6 * random.nextDouble() : 1;
      return new Case(seed, frame, request, gale, homeAfter);
    }

    /** A plan with a proof that holds, or nothing to fly. */
    Optional<FlightPlan> plan() {
      if (!(MissionPlanner.plan(request) instanceof PlanOutcome.Planned planned)) {
        return Optional.empty();
      }
      Proof proof =
          Prover.prove(
              planned.plan(),
              new ProofInputs(
                  request.site(),
                  request.aircraft(),
                  request.zones(),
                  request.authorisedZones(),
                  request.terrain(),
                  request.wind(),
                  request.limits(),
                  List.of()));
      return proof.holds() ? Optional.of(planned.plan()) : Optional.empty();
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "seed %d: %s %s, wind %.1f gusts %.1f m/s, %s",
          seed,
          frame.id(),
          request.aircraft().firmware(),
          gale.meanMps(),
          gale.gustMps(),
          homeAfter < 1 ? "home after " + Math.rint(100 * homeAfter) + " %" : "to its end");
    }
  }

  private static TrueGeography fly(FlightPlan plan, Airframe frame, Gale gale, double homeAfter) {
    return TrueGeography.of(plan, flown(plan, frame, gale, homeAfter));
  }

  /** Flies a plan to its landing, or home from some moment of it. */
  private static List<TrueTrack.Point> flown(
      FlightPlan plan, Airframe frame, Gale gale, double homeAfter) {
    PlanBench bench =
        plan.firmware().startsWith("px4")
            ? new Px4Bench(plan, frame.id(), gale)
            : new CopterBench(plan, frame, gale);
    bench.load(plan);
    double beganWh = bench.consumedWh();
    bench.begin();
    double flownS = 0;
    boolean sentHome = homeAfter >= 1;
    while (bench.armed()) {
      if (!sentHome && flownS >= homeAfter * plan.budget().durationS()) {
        sentHome = true;
        bench.goHome();
      }
      bench.run(1);
      flownS += 1;
      assertThat(flownS).as("never landed").isLessThan(FLIGHT_S_MAX);
    }
    LatLon last = bench.track().get(bench.track().size() - 1).place();
    assertThat(Geodesics.distanceM(last, plan.home().position()))
        .as("landed at home")
        .isLessThan(4);
    if (homeAfter >= 1) {
      String what = plan.firmware() + " " + frame.id();
      // looked at once a second
      assertThat(flownS - 1).as("%s: seconds", what).isLessThan(plan.budget().durationS());
      assertThat(bench.consumedWh() - beganWh)
          .as("%s: watt-hours", what)
          .isLessThan(plan.budget().energyWh());
    }
    return bench.track();
  }

  /** How many seeds were flown; what left is told by all of them. */
  private static int family(long first, int seeds) throws Exception {
    int flown = 0;
    double leastM = Double.MAX_VALUE;
    List<String> left = new ArrayList<>();
    for (long seed = first; seed < first + seeds; seed++) {
      Case c = Case.of(seed);
      Optional<FlightPlan> plan = c.plan();
      if (plan.isEmpty()) {
        continue;
      }
      flown++;
      try {
        TrueGeography stayed = fly(plan.get(), c.frame(), c.gale(), c.homeAfter());
        leastM = Math.min(leastM, stayed.spareM());
        if (!stayed.kept()) {
          left.add(c.text() + ": " + stayed.text());
        }
      } catch (AssertionError e) {
        left.add(c.text() + ": " + String.valueOf(e.getMessage()).strip());
      }
    }
    assertThat(left).as("of %d flights, least spare %.2f m", flown, leastM).isEmpty();
    return flown;
  }

  @Test
  void planned_flights_stay_inside_their_flight_geography() throws Exception {
    assertThat(family(1, 8)).isGreaterThan(5);
  }

  @Test
  @Tag("deep")
  void hundreds_of_planned_flights_do() throws Exception {
    assertThat(family(1_000, DEEP)).isGreaterThan(DEEP * 3 / 4);
  }

  /** The judge sees what the tests above never show it. */
  @Test
  void a_track_that_was_shifted_or_raised_has_left() throws Exception {
    Case c = Case.of(1);
    FlightPlan plan = c.plan().orElseThrow();
    List<TrueTrack.Point> flown = flown(plan, c.frame(), c.gale(), 1);
    assertThat(TrueGeography.of(plan, flown).kept()).isTrue();
    for (double towardsDeg : new double[] {0, 90, 180, 270}) {
      List<TrueTrack.Point> shifted =
          flown.stream()
              .map(p -> moved(p, Geodesics.destination(p.place(), towardsDeg, 10), 0))
              .toList();
      assertThat(TrueGeography.of(plan, shifted).kept()).as("shifted").isFalse();
    }
    List<TrueTrack.Point> raised = flown.stream().map(p -> moved(p, p.place(), 4)).toList();
    assertThat(TrueGeography.of(plan, raised).kept()).as("raised").isFalse();
  }

  private static TrueTrack.Point moved(TrueTrack.Point point, LatLon place, double upM) {
    return new TrueTrack.Point(
        point.at(), point.vehicleId(), place, point.altitudeAmslM() + upM, point.armed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fair-weather.yaml",
        "windy.yaml",
        "zone-in-the-way.yaml",
        "obstacles.yaml",
        "px4.yaml"
      })
  void the_examples_that_ship_do(String example) throws Exception {
    FlightPlan plan = ExamplePlans.of(example);
    double windMps = example.startsWith("windy") ? 7 : 4;
    Gale gale = new Gale(300, windMps, 1.4 * windMps, 3);
    TrueGeography stayed = fly(plan, AirframeReader.shipped("quad-4kg"), gale, 1);
    assertThat(stayed.kept()).as(stayed.text()).isTrue();
  }
}
