package org.vigie.planner.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
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
import org.vigie.planner.plan.Home;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

class AircraftChoiceTest {
  private static final LatLon NEAR = Geodesics.destination(Demo.INCIDENT, 200, 400);
  private static final LatLon FAR = Geodesics.destination(Demo.INCIDENT, 90, 900);

  private static Candidate candidate(
      String id, LatLon home, AircraftModel like, List<UasZone> zones, Wind wind, long readyInS) {
    PlanRequest demo = Demo.request();
    double groundM = demo.terrain().findGround(home).orElseThrow().metres();
    PlanRequest request =
        new PlanRequest(
            "F-" + id,
            new Site(id, Home.of(home, new AltitudeAmsl(groundM)), List.of(home)),
            like,
            demo.incident(),
            ZoneSet.of(zones),
            demo.authorisedZones(),
            demo.terrain(),
            wind,
            demo.limits(),
            demo.at(),
            demo.validity(),
            demo.onSceneS());
    return new Candidate(request, Demo.inputs(request), Duration.ofSeconds(readyInS));
  }

  private static Candidate calm(String id, LatLon home, long readyInS) {
    return candidate(id, home, Demo.AIRCRAFT, List.of(), new Wind(300, 2), readyInS);
  }

  private static String site(AircraftChoice choice) {
    return choice.best().orElseThrow().candidate().request().site().id();
  }

  @Test
  void the_nearer_aircraft_is_chosen_and_the_far_one_not_even_planned() {
    AircraftChoice choice =
        AircraftChoice.among(List.of(calm("far", FAR, 60), calm("near", NEAR, 0)));

    assertThat(site(choice)).isEqualTo("near");
    assertThat(choice.considered().get(1)).isInstanceOf(Considered.TooFar.class);
  }

  @Test
  void an_aircraft_that_is_not_ready_loses_to_one_farther_away() {
    AircraftChoice choice =
        AircraftChoice.among(List.of(calm("near", NEAR, 600), calm("far", FAR, 0)));

    assertThat(site(choice)).isEqualTo("far");
  }

  @Test
  void of_equal_arrivals_the_first_given_is_chosen() {
    assertThat(site(AircraftChoice.among(List.of(calm("a", NEAR, 0), calm("b", NEAR, 0)))))
        .isEqualTo("a");
    assertThat(site(AircraftChoice.among(List.of(calm("b", NEAR, 0), calm("a", NEAR, 0)))))
        .isEqualTo("b");
  }

  @Test
  void a_plan_that_is_not_proven_is_never_chosen() {
    Candidate near = calm("near", NEAR, 0);
    ProofInputs inputs = near.inputs();
    ProofInputs windier =
        new ProofInputs(
            inputs.site(),
            inputs.aircraft(),
            inputs.zones(),
            inputs.authorisedZones(),
            inputs.terrain(),
            new Wind(300, 40),
            inputs.limits(),
            inputs.files());

    AircraftChoice choice =
        AircraftChoice.among(
            List.of(new Candidate(near.request(), windier, near.readyIn()), calm("far", FAR, 0)));

    assertThat(site(choice)).isEqualTo("far");
    assertThat(choice.considered().get(0)).isInstanceOf(Considered.NotProven.class);
  }

  @Test
  void without_any_plan_each_says_why() {
    Candidate storm = candidate("s", NEAR, Demo.AIRCRAFT, List.of(), new Wind(300, 40), 0);

    AircraftChoice choice = AircraftChoice.among(List.of(storm));

    assertThat(choice.best()).isEmpty();
    assertThat(((Considered.NoPlan) choice.considered().get(0)).why().code())
        .isEqualTo(NoPlanCode.WIND);
  }

  @Test
  void more_candidates_than_any_dispatch_has_are_refused() {
    assertThatThrownBy(
            () ->
                AircraftChoice.among(
                    Collections.nCopies(AircraftChoice.CANDIDATES_MAX + 1, calm("a", NEAR, 0))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The oracle plans for every candidate and takes the least. */
  @Test
  void the_arrival_is_the_least_of_all_candidates() {
    Random random = new Random(17);
    int chosen = 0;
    for (int round = 0; round < 12; round++) {
      List<UasZone> zones = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        zones.add(round(random, "Z" + i));
      }
      List<Candidate> candidates = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        LatLon home =
            Geodesics.destination(Demo.INCIDENT, random.nextInt(360), 250 + random.nextInt(900));
        candidates.add(
            candidate(
                "S" + i,
                home,
                Demo.AIRCRAFT,
                zones,
                new Wind(random.nextInt(360), random.nextInt(7)),
                random.nextInt(60)));
      }
      AircraftChoice choice = AircraftChoice.among(candidates);
      OptionalDouble least = least(candidates);
      assertThat(choice.best().isPresent()).as("round %d", round).isEqualTo(least.isPresent());
      if (least.isPresent()) {
        chosen++;
        assertThat(choice.best().orElseThrow().arrivalS()).isEqualTo(least.getAsDouble());
      }
    }
    assertThat(chosen).isGreaterThan(5);
  }

  private static OptionalDouble least(List<Candidate> candidates) {
    return candidates.stream()
        .filter(one -> MissionPlanner.plan(one.request()) instanceof PlanOutcome.Planned)
        .filter(one -> Prover.prove(Demo.plan(one.request()), one.inputs()).holds())
        .mapToDouble(
            one -> one.readyIn().toSeconds() + Demo.plan(one.request()).budget().toSceneS())
        .min();
  }

  private static UasZone round(Random random, String id) {
    LatLon centre =
        Geodesics.destination(Demo.INCIDENT, random.nextInt(360), 150 + random.nextInt(500));
    return UasZone.permanent(
        id,
        "FRA",
        Restriction.PROHIBITED,
        List.of(
            new ZoneGeometry(
                new HorizontalProjection.Circle(centre, 10 + random.nextInt(60)),
                VerticalBand.UNLIMITED)));
  }
}
