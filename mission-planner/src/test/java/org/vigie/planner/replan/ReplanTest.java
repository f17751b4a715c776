package org.vigie.planner.replan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.planner.Demo;
import org.vigie.planner.Errand;
import org.vigie.planner.NoPlanCode;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.Start;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Wind;

class ReplanTest {
  private static final Duration FLOWN = Duration.ofSeconds(40);

  /** S_CV for 8 m/s and a measured stop of 18 m, and the flight geography's half width. */
  private static final double KEPT_M = 33 + 8;

  private static final Wind WIND = new Wind(300, 4);

  private static Start held(LatLon place, double heightM) {
    return new Start(place.latE7(), place.lonE7(), heightM, 2, 9.5);
  }

  /** Half way to the incident of the demonstration. */
  private static final LatLon ON_THE_WAY =
      Geodesics.destination(
          Demo.HOME,
          Geodesics.azimuthDeg(Demo.HOME, Demo.INCIDENT),
          Geodesics.distanceM(Demo.HOME, Demo.INCIDENT) / 2);

  private static PlanRequest flying(LatLon incident, List<UasZone> zones, Start start) {
    return Demo.request(Demo.AIRCRAFT, incident, zones, WIND).from(start, Demo.NOON.plus(FLOWN));
  }

  private static Replan.Proven best(Replan replan) {
    assertThat(replan.best()).as("%s", replan.tried()).isPresent();
    return replan.best().orElseThrow();
  }

  @Test
  void an_incident_that_moved_gets_a_proven_flight_from_where_the_aircraft_holds() {
    LatLon moved = Geodesics.destination(Demo.INCIDENT, 45, 150);
    PlanRequest request = flying(moved, List.of(), held(ON_THE_WAY, 63.4));

    FlightPlan plan = best(Replan.toScene(request, Demo.inputs(request))).plan();

    assertThat(plan.mission()).extracting(MissionItem::command).doesNotContain(MavCmd.NAV_TAKEOFF);
    MissionItem first = plan.mission().get(plan.phases().takeoff());
    assertThat(LatLon.ofE7(first.x(), first.y())).isEqualTo(ON_THE_WAY.quantised());
    assertThat(first.z()).isGreaterThanOrEqualTo(63.4f);
    assertThat(plan.scene().targetLatE7()).isEqualTo(moved.latE7());
    assertThat(plan.legs().get(0).fromHeightM()).isEqualTo(63.4);
  }

  @Test
  void what_the_battery_gave_already_counts() {
    PlanRequest fresh = flying(Demo.INCIDENT, List.of(), held(ON_THE_WAY, 65));
    double spentWh = best(Replan.toScene(fresh, Demo.inputs(fresh))).plan().budget().energyWh();
    assertThat(spentWh)
        .isEqualTo(
            9.5
                + best(Replan.toScene(fresh, Demo.inputs(fresh))).plan().legs().stream()
                    .mapToDouble(Leg::energyWh)
                    .sum(),
            within(0.05));

    Start tired = new Start(ON_THE_WAY.latE7(), ON_THE_WAY.lonE7(), 65, 2, 131);
    PlanRequest request = fresh.from(tired, fresh.at());
    assertThat(Replan.toScene(request, Demo.inputs(request)).tried())
        .allSatisfy(
            tried ->
                assertThat(((Replan.Impossible) tried).why().code()).isEqualTo(NoPlanCode.ENERGY));
  }

  @Test
  void home_is_flown_to_without_looking_at_anything() {
    PlanRequest request = flying(Demo.INCIDENT, List.of(), held(ON_THE_WAY, 65));

    FlightPlan plan = best(Replan.home(request, Demo.inputs(request))).plan();

    assertThat(plan.mission())
        .extracting(MissionItem::command)
        .contains(MavCmd.DO_RETURN_PATH_START, MavCmd.NAV_LAND)
        .doesNotContain(MavCmd.DO_SET_ROI_LOCATION, MavCmd.NAV_TAKEOFF);
  }

  @Test
  void a_zone_that_appears_on_the_way_home_is_gone_round() {
    Start start = held(Demo.INCIDENT, 65);
    UasZone wall = zone("WALL", ON_THE_WAY, 60);
    PlanRequest request = flying(Demo.INCIDENT, List.of(wall), start);

    FlightPlan plan = best(Replan.home(request, Demo.inputs(request))).plan();

    assertKept(plan, List.of(wall));
    PlanRequest free = flying(Demo.INCIDENT, List.of(), start);
    assertThat(plan.budget().durationS())
        .isGreaterThan(best(Replan.home(free, Demo.inputs(free))).plan().budget().durationS());
  }

  @Test
  void the_way_home_from_the_new_scene_need_not_lead_over_where_it_was_told() {
    LatLon start = Geodesics.destination(Demo.HOME, 100, 700);
    LatLon incident = Geodesics.destination(Demo.HOME, 180, 500);
    PlanRequest request = flying(incident, List.of(), held(start, 70));

    Replan replan = Replan.toScene(request, Demo.inputs(request));

    Replan.Planned direct = (Replan.Planned) replan.tried().get(0);
    Replan.Planned same = (Replan.Planned) replan.tried().get(1);
    assertThat(direct.errand()).isEqualTo(Errand.SCENE_OTHER_WAY_BACK);
    assertThat(direct.plan().budget().durationS()).isLessThan(same.plan().budget().durationS());
    assertThat(same.proof().findings()).filteredOn(finding -> !finding.holds()).isEmpty();
    assertThat(best(replan).plan()).isEqualTo(direct.proof().holds() ? direct.plan() : same.plan());
  }

  @Test
  void an_aircraft_that_holds_in_a_zones_margin_is_told_so() {
    PlanRequest request =
        flying(Demo.INCIDENT, List.of(zone("HERE", ON_THE_WAY, 30)), held(ON_THE_WAY, 65));

    assertThat(Replan.home(request, Demo.inputs(request)).tried())
        .containsExactly(
            new Replan.Impossible(
                Errand.HOME,
                new PlanOutcome.NoPlan(NoPlanCode.START_BLOCKED, "FRA/HERE", Map.of())));
  }

  @Test
  void on_the_ground_there_is_nothing_to_replan() {
    PlanRequest request = Demo.request();
    assertThatThrownBy(() -> Replan.home(request, Demo.inputs(request)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_start_that_lies_is_found() {
    PlanRequest request = flying(Demo.INCIDENT, List.of(), held(ON_THE_WAY, 65));
    FlightPlan plan = best(Replan.home(request, Demo.inputs(request))).plan();

    assertThat(failures(moved(plan, held(ON_THE_WAY, 80)), request)).contains("mission-form");
    Start elsewhere = held(Geodesics.destination(ON_THE_WAY, 0, 30), 65);
    assertThat(failures(moved(plan, elsewhere), request))
        .contains("mission-form", "start-in-geography");
    Start adrift = new Start(ON_THE_WAY.latE7(), ON_THE_WAY.lonE7(), 65, 12, 0);
    assertThat(failures(moved(plan, adrift), request)).contains("start-in-geography");
    assertThat(failures(moved(plan, Start.onGround(plan.home())), request))
        .contains("mission-form");
  }

  private static List<String> failures(FlightPlan plan, PlanRequest request) {
    Proof proof = Prover.prove(plan, Demo.inputs(request));
    return proof.findings().stream()
        .filter(finding -> !finding.holds())
        .map(ProofFinding::check)
        .distinct()
        .toList();
  }

  private static FlightPlan moved(FlightPlan plan, Start start) {
    return new FlightPlan(
        plan.flightId(),
        plan.siteId(),
        plan.aircraftId(),
        plan.firmware(),
        plan.validFrom(),
        plan.validUntil(),
        plan.home(),
        start,
        plan.mission(),
        plan.fence(),
        plan.rally(),
        plan.parameters(),
        plan.phases(),
        plan.scene(),
        plan.volume(),
        plan.legs(),
        plan.budget(),
        plan.zonesRespected());
  }

  /** Whatever is proven keeps its distance from round zones, on the ellipsoid, every 2 m. */
  @Test
  void random_worlds_are_flown_home_and_on_only_where_that_is_clear() {
    Random random = new Random(5);
    int proven = 0;
    for (int round = 0; round < 25; round++) {
      List<UasZone> zones = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        LatLon centre =
            Geodesics.destination(Demo.HOME, 60 + random.nextInt(120), 150 + random.nextInt(700));
        zones.add(zone("Z" + i, centre, 10 + random.nextInt(60)));
      }
      LatLon incident =
          Geodesics.destination(Demo.HOME, 70 + random.nextInt(100), 300 + random.nextInt(500));
      LatLon start =
          Geodesics.destination(Demo.HOME, 70 + random.nextInt(100), 100 + random.nextInt(600));
      PlanRequest request = flying(incident, zones, held(start, 50 + random.nextInt(15)));
      for (Replan replan :
          List.of(
              Replan.toScene(request, Demo.inputs(request)),
              Replan.home(request, Demo.inputs(request)))) {
        if (replan.best().isPresent()) {
          proven++;
          assertKept(replan.best().orElseThrow().plan(), zones);
        }
      }
    }
    assertThat(proven).isGreaterThan(15);
  }

  private static void assertKept(FlightPlan plan, List<UasZone> zones) {
    LatLon at = plan.start().position();
    for (MissionItem item : plan.mission()) {
      if (!Set.of(MavCmd.NAV_WAYPOINT, MavCmd.NAV_LAND).contains(item.command())
          || item.seq() == 0) {
        continue;
      }
      LatLon to = LatLon.ofE7(item.x(), item.y());
      double lengthM = Geodesics.distanceM(at, to);
      for (double way = 0; way <= lengthM; way += 2) {
        LatLon point = Geodesics.destination(at, Geodesics.azimuthDeg(at, to), way);
        for (UasZone zone : zones) {
          HorizontalProjection.Circle circle =
              (HorizontalProjection.Circle) zone.geometry().get(0).projection();
          assertThat(Geodesics.distanceM(point, circle.centre()) - circle.radiusM())
              .as("%s", zone.identifier())
              .isGreaterThan(KEPT_M);
        }
      }
      at = to;
    }
  }

  private static UasZone zone(String id, LatLon centre, double radiusM) {
    return UasZone.permanent(
        id,
        "FRA",
        Restriction.PROHIBITED,
        List.of(
            new ZoneGeometry(
                new HorizontalProjection.Circle(centre, radiusM), VerticalBand.UNLIMITED)));
  }
}
