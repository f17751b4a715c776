package org.vigie.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.planner.PlanOutcome.NoPlan;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Wind;

/** Requests without a plan say why; and what does not stand in the way does not stop a plan. */
class NoPlanTest {
  private static final double AMPLE_WH = 500;
  private static final Wind CALM = new Wind(0, 0);

  private static NoPlan none(PlanRequest request) {
    PlanOutcome outcome = MissionPlanner.plan(request);
    assertThat(outcome).isInstanceOf(NoPlan.class);
    return (NoPlan) outcome;
  }

  private static PlanRequest with(AircraftModel aircraft) {
    return Demo.request(aircraft, Demo.INCIDENT, Demo.zones(), CALM);
  }

  private static PlanRequest with(UasZone... zones) {
    return Demo.request(Demo.AIRCRAFT, Demo.INCIDENT, List.of(zones), CALM);
  }

  private static PlanRequest with(FlightLimits limits, Terrain terrain, Duration validity) {
    PlanRequest r = Demo.request();
    return new PlanRequest(
        r.flightId(),
        r.site(),
        r.aircraft(),
        r.incident(),
        r.zones(),
        Set.of(),
        terrain,
        r.wind(),
        limits,
        r.at(),
        validity,
        r.onSceneS());
  }

  private static PlanRequest at(Instant at, Set<String> authorised, List<UasZone> zones) {
    PlanRequest r = Demo.request();
    return new PlanRequest(
        r.flightId(),
        r.site(),
        r.aircraft(),
        r.incident(),
        ZoneSet.of(zones),
        authorised,
        r.terrain(),
        r.wind(),
        r.limits(),
        at,
        r.validity(),
        r.onSceneS());
  }

  private static AircraftModel aircraft(String firmware, double usableWh) {
    return Demo.aircraft(firmware, usableWh, Demo.AIRCRAFT.stoppingDistanceM());
  }

  private static UasZone zone(
      String id, Restriction restriction, LatLon centre, double radiusM, VerticalBand band) {
    return UasZone.permanent(
        id,
        "FRA",
        restriction,
        List.of(new ZoneGeometry(new HorizontalProjection.Circle(centre, radiusM), band)));
  }

  private static UasZone closed(String id, LatLon centre, double radiusM) {
    return zone(id, Restriction.PROHIBITED, centre, radiusM, VerticalBand.UNLIMITED);
  }

  @Test
  void an_unknown_firmware_is_refused() {
    NoPlan none = none(with(aircraft("arducopter-3.6", 180)));
    assertThat(none.code()).isEqualTo(NoPlanCode.FIRMWARE_UNKNOWN);
    assertThat(none.subject()).isEqualTo("arducopter-3.6");
  }

  @Test
  void too_much_wind_and_too_far_are_refused_with_both_numbers() {
    NoPlan wind = none(Demo.request(Demo.AIRCRAFT, Demo.INCIDENT, Demo.zones(), new Wind(0, 10.5)));
    assertThat(wind.code()).isEqualTo(NoPlanCode.WIND);
    assertThat(wind.values()).containsEntry("windMps", 10.5).containsEntry("limitMps", 10.0);
    LatLon far = Geodesics.destination(Demo.HOME, 90, 3100);
    assertThat(none(Demo.request(Demo.AIRCRAFT, far, List.of(), CALM)).code())
        .isEqualTo(NoPlanCode.RANGE);
  }

  @Test
  void a_zone_file_of_which_part_could_not_be_placed_lets_nothing_be_planned() {
    NoPlan none =
        none(
            from(
                new ZoneSource(
                    "torn.json", "", Optional.empty(), Optional.empty(), Optional.empty(), false)));
    assertThat(none.code()).isEqualTo(NoPlanCode.ZONES_UNKNOWN);
    assertThat(none.subject()).isEqualTo("torn.json");
  }

  @Test
  void a_zone_file_that_ends_to_be_valid_during_the_flight_lets_nothing_be_planned() {
    Instant until = Demo.request().until();
    assertThat(MissionPlanner.plan(from(valid(until)))).isInstanceOf(PlanOutcome.Planned.class);
    NoPlan none = none(from(valid(until.minusSeconds(1))));
    assertThat(none.code()).isEqualTo(NoPlanCode.ZONES_UNKNOWN);
    assertThat(none.subject()).isEqualTo("old.json");
  }

  private static ZoneSource valid(Instant until) {
    return new ZoneSource(
        "old.json", "", Optional.empty(), Optional.empty(), Optional.of(until), true);
  }

  private static PlanRequest from(ZoneSource source) {
    PlanRequest r = Demo.request();
    return new PlanRequest(
        r.flightId(),
        r.site(),
        r.aircraft(),
        r.incident(),
        new ZoneSet(Demo.zones(), List.of(source)),
        Set.of(),
        r.terrain(),
        r.wind(),
        r.limits(),
        r.at(),
        r.validity(),
        r.onSceneS());
  }

  @Test
  void the_reserve_is_never_planned_away() {
    NoPlan none = none(with(aircraft("arducopter-4.6", 50)));
    assertThat(none.code()).isEqualTo(NoPlanCode.ENERGY);
    assertThat(none.values().get("neededWh")).isGreaterThan(none.values().get("availableWh"));
  }

  @Test
  void less_energy_means_fewer_turns_and_still_a_proof_that_holds() {
    FlightPlan full = Demo.plan(onScene(AMPLE_WH, 300));
    FlightPlan least = Demo.plan(onScene(AMPLE_WH, 0));
    assertThat(full.scene().turns()).isGreaterThan(3);
    assertThat(least.scene().turns()).isEqualTo(1);
    double heldBackWh = 10; // to climb and land once more after a failsafe low over home
    double middleWh = (full.budget().energyWh() + least.budget().energyWh()) / 2 + heldBackWh;
    PlanRequest request = onScene(middleWh / (1 - Demo.AIRCRAFT.reserveFraction()), 300);
    FlightPlan plan = Demo.plan(request);
    assertThat(plan.scene().turns()).isBetween(2, full.scene().turns() - 1);
    assertThat(plan.budget().energyWh()).isLessThanOrEqualTo(middleWh);
    assertThat(Prover.prove(plan, Demo.inputs(request)).findings()).allMatch(ProofFinding::holds);
  }

  private static PlanRequest onScene(double usableWh, double onSceneS) {
    PlanRequest r = with(aircraft("arducopter-4.6", usableWh));
    return new PlanRequest(
        r.flightId(),
        r.site(),
        r.aircraft(),
        r.incident(),
        r.zones(),
        Set.of(),
        r.terrain(),
        r.wind(),
        r.limits(),
        r.at(),
        r.validity(),
        onSceneS);
  }

  @Test
  void zones_over_home_scene_or_all_round_are_named() {
    NoPlan home = none(with(closed("HOME1", Demo.HOME, 10)));
    assertThat(home.code()).isEqualTo(NoPlanCode.HOME_BLOCKED);
    assertThat(home.subject()).isEqualTo("FRA/HOME1");
    NoPlan scene = none(with(closed("SCENE1", Demo.INCIDENT, 200)));
    assertThat(scene.code()).isEqualTo(NoPlanCode.SCENE_BLOCKED);
    assertThat(scene.subject()).isEqualTo("FRA/SCENE1");
    List<LatLon> outer = new ArrayList<>();
    List<LatLon> inner = new ArrayList<>();
    for (int azimuth = 0; azimuth < 360; azimuth += 20) {
      outer.add(Geodesics.destination(Demo.HOME, azimuth, 300));
      inner.add(Geodesics.destination(Demo.HOME, azimuth, 200));
    }
    ZoneGeometry ring =
        new ZoneGeometry(
            new HorizontalProjection.Polygon(new GeoPolygon(outer), List.of(new GeoPolygon(inner))),
            VerticalBand.UNLIMITED);
    NoPlan route =
        none(with(UasZone.permanent("RING", "FRA", Restriction.REQ_AUTHORISATION, List.of(ring))));
    assertThat(route.code()).isEqualTo(NoPlanCode.ROUTE_BLOCKED);
    assertThat(route.subject()).isEqualTo("FRA/RING");
  }

  @Test
  void a_small_zone_over_the_incident_is_looked_at_from_beside() {
    PlanRequest request = with(closed("SMALL", Demo.INCIDENT, 30));
    FlightPlan plan = Demo.plan(request);
    assertThat(plan.scene().turns()).isZero();
    assertThat(plan.budget().onSceneS()).isGreaterThanOrEqualTo(59);
    assertThat(Prover.prove(plan, Demo.inputs(request)).findings())
        .filteredOn(finding -> !finding.holds())
        .isEmpty();
  }

  @Test
  void unknown_ground_no_height_no_fence_and_no_time_are_refused() {
    FlightLimits limits = new FlightLimits(120, 50, 70);
    Duration half = Duration.ofMinutes(30);
    assertThat(none(with(limits, point -> Optional.empty(), half)).code())
        .isEqualTo(NoPlanCode.TERRAIN_UNKNOWN);
    Terrain known = Demo.terrain();
    Terrain hole = new Demo.Hole(4.3795, 4.3805);
    assertThat(none(with(limits, hole, half)).code()).isEqualTo(NoPlanCode.TERRAIN_UNKNOWN);
    assertThat(none(with(new FlightLimits(55, 50, 70), known, half)).code())
        .isEqualTo(NoPlanCode.HEIGHT);
    assertThat(none(with(new FlightLimits(120, 50, 5), known, half)).code())
        .isEqualTo(NoPlanCode.FENCE);
    NoPlan late = none(with(limits, known, Duration.ofSeconds(90)));
    assertThat(late.code()).isEqualTo(NoPlanCode.VALIDITY);
    assertThat(late.values()).containsEntry("limitS", 90.0);
  }

  @Test
  void zones_above_below_authorised_asleep_or_for_information_do_not_block() {
    VerticalBand above = new VerticalBand(120, VerticalReference.AGL, 200, VerticalReference.AGL);
    PlanRequest under = with(zone("HIGH", Restriction.PROHIBITED, Demo.HOME, 900, above));
    assertThat(Prover.prove(Demo.plan(under), Demo.inputs(under)).holds()).isTrue();
    PlanRequest information =
        with(zone("INFO", Restriction.NO_RESTRICTION, Demo.HOME, 900, VerticalBand.UNLIMITED));
    assertThat(Prover.prove(Demo.plan(information), Demo.inputs(information)).holds()).isTrue();
    List<UasZone> overHome =
        List.of(zone("ASK", Restriction.REQ_AUTHORISATION, Demo.HOME, 50, VerticalBand.UNLIMITED));
    assertThat(none(at(Demo.NOON, Set.of(), overHome)).code()).isEqualTo(NoPlanCode.HOME_BLOCKED);
    PlanRequest authorised = at(Demo.NOON, Set.of("FRA/ASK"), overHome);
    assertThat(Prover.prove(Demo.plan(authorised), Demo.inputs(authorised)).findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.check()).isEqualTo("zone-authorised");
              assertThat(finding.subject()).isEqualTo("FRA/ASK");
            });
    Instant night = Instant.parse("2026-11-21T20:00:00Z");
    assertThat(Demo.plan(at(night, Set.of(), Demo.zones())).zonesRespected())
        .containsExactly("FRA/FRVG001");
  }

  @Test
  void an_authorisation_opens_one_zone_that_asks_for_it_and_nothing_else() {
    UasZone ask = zone("ASK", Restriction.REQ_AUTHORISATION, Demo.HOME, 50, VerticalBand.UNLIMITED);
    UasZone other =
        zone("ASK", Restriction.REQ_AUTHORISATION, Demo.INCIDENT, 10, VerticalBand.UNLIMITED);
    UasZone conditional =
        zone("ASK", Restriction.CONDITIONAL, Demo.INCIDENT, 10, VerticalBand.UNLIMITED);
    assertRefused(Set.of("FRA/SHUT"), List.of(closed("SHUT", Demo.HOME, 50)));
    assertRefused(Set.of("ASK"), List.of(ask));
    assertRefused(Set.of("CHE/ASK"), List.of(ask));
    assertRefused(Set.of("FRA/ASK"), List.of(ask, other));
    assertRefused(Set.of("FRA/ASK"), List.of(ask, conditional));
    UasZone overHome =
        zone("TWICE", Restriction.CONDITIONAL, Demo.HOME, 50, VerticalBand.UNLIMITED);
    assertRefused(Set.of(), List.of(overHome, overHome));
  }

  /** Neither does the planner plan there, nor does the prover accept a plan that is made anyway. */
  private static void assertRefused(Set<String> authorised, List<UasZone> zones) {
    assertThat(none(at(Demo.NOON, authorised, zones)).code()).isEqualTo(NoPlanCode.HOME_BLOCKED);
    FlightPlan anyway = Demo.plan(at(Demo.NOON, Set.of(), List.of()));
    assertThat(Prover.prove(anyway, Demo.inputs(at(Demo.NOON, authorised, zones))).findings())
        .filteredOn(finding -> finding.check().equals("volume-clear-of-zones"))
        .anyMatch(finding -> !finding.holds());
  }
}
