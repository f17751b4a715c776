package org.vigie.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.geofence.zone.ZoneVariant;
import org.vigie.planner.PlanOutcome.NoPlan;
import org.vigie.planner.PlanOutcome.Planned;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.PlanRequest;

/** What people could do: each advice, followed, ends in what it promised. */
class AdviceTest {
  private static final FlightLimits LIMITS = Demo.request().limits();

  private static PlanRequest request(
      List<UasZone> zones, Set<String> authorised, FlightLimits limits, Instant at) {
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
        limits,
        at,
        r.validity(),
        r.onSceneS());
  }

  private static PlanRequest among(UasZone... zones) {
    return request(List.of(zones), Set.of(), LIMITS, Demo.NOON);
  }

  private static NoPlan none(PlanRequest request) {
    return (NoPlan) MissionPlanner.plan(request);
  }

  private static double toSceneS(PlanRequest request) {
    return ((Planned) MissionPlanner.plan(request)).plan().budget().toSceneS();
  }

  private static UasZone zone(
      String id, Restriction restriction, HorizontalProjection shape, Applicability when) {
    return new UasZone(
        id,
        "FRA",
        ZoneVariant.COMMON,
        restriction,
        List.of(),
        List.of(when),
        List.of(new ZoneGeometry(shape, VerticalBand.UNLIMITED)),
        ZoneInformation.NONE,
        true);
  }

  private static UasZone ring(Restriction restriction, Applicability when) {
    List<LatLon> outer = new ArrayList<>();
    List<LatLon> inner = new ArrayList<>();
    for (int azimuth = 0; azimuth < 360; azimuth += 20) {
      outer.add(Geodesics.destination(Demo.HOME, azimuth, 300));
      inner.add(Geodesics.destination(Demo.HOME, azimuth, 200));
    }
    return zone(
        "RING",
        restriction,
        new HorizontalProjection.Polygon(new GeoPolygon(outer), List.of(new GeoPolygon(inner))),
        when);
  }

  private static UasZone round(String id, LatLon centre, double radiusM, Applicability when) {
    return zone(id, Restriction.PROHIBITED, new HorizontalProjection.Circle(centre, radiusM), when);
  }

  private static LatLon halfWay() {
    return Geodesics.destination(
        Demo.HOME,
        Geodesics.azimuthDeg(Demo.HOME, Demo.INCIDENT),
        Geodesics.distanceM(Demo.HOME, Demo.INCIDENT) / 2);
  }

  private static Applicability until(Duration afterNoon) {
    return new Applicability(
        Demo.NOON.minus(Duration.ofDays(1)), Demo.NOON.plus(afterNoon), List.of());
  }

  @Test
  void an_authorisation_that_would_open_a_way_is_named_with_the_time_that_way_takes() {
    UasZone ring = ring(Restriction.REQ_AUTHORISATION, Applicability.PERMANENT);
    NoPlan none = none(among(ring));
    assertThat(none.subject()).isEqualTo("FRA/RING");
    assertThat(none.values().get("withoutS")).isPositive();
    Advice advice = none.advice().get(0);
    assertThat(advice.code()).isEqualTo(AdviceCode.AUTHORISE);
    assertThat(advice.subject()).isEqualTo("FRA/RING");
    assertThat(advice.values().get("toSceneS"))
        .isEqualTo(toSceneS(request(List.of(ring), Set.of("FRA/RING"), LIMITS, Demo.NOON)));
  }

  @Test
  void nobody_is_told_to_ask_for_what_is_prohibited() {
    NoPlan none = none(among(ring(Restriction.PROHIBITED, Applicability.PERMANENT)));
    assertThat(none.subject()).isEqualTo("FRA/RING");
    assertThat(none.advice()).isEmpty();
  }

  @Test
  void a_way_that_opens_later_is_told_with_the_instant_from_which_it_is_open() {
    UasZone ring = ring(Restriction.PROHIBITED, until(Duration.ofHours(2)));
    NoPlan none = none(among(ring));
    Advice advice = none.advice().get(0);
    assertThat(advice.code()).isEqualTo(AdviceCode.WAIT);
    assertThat(advice.subject()).isEqualTo("FRA/RING");
    Instant at = advice.at().orElseThrow();
    assertThat(at).isAfter(Demo.NOON.plus(Duration.ofHours(2)));
    assertThat(advice.values().get("toSceneS"))
        .isEqualTo(toSceneS(request(List.of(ring), Set.of(), LIMITS, at)));
    assertThat(MissionPlanner.plan(request(List.of(ring), Set.of(), LIMITS, at.minusSeconds(2))))
        .isInstanceOf(NoPlan.class);
    assertThat(none(among(ring(Restriction.PROHIBITED, until(Duration.ofHours(9))))).advice())
        .as("too late to wait for")
        .isEmpty();
  }

  @Test
  void a_later_take_off_with_a_shorter_way_is_told_with_its_gain() {
    UasZone wall = round("WALL", halfWay(), 80, until(Duration.ofMinutes(90)));
    PlanRequest request = among(wall);
    Planned planned = (Planned) MissionPlanner.plan(request);
    assertThat(planned.advice())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.code()).isEqualTo(AdviceCode.WAIT);
              assertThat(advice.subject()).isEqualTo("FRA/WALL");
              double thenS =
                  toSceneS(request(List.of(wall), Set.of(), LIMITS, advice.at().orElseThrow()));
              assertThat(advice.values().get("gainS"))
                  .isCloseTo(planned.plan().budget().toSceneS() - thenS, within(1e-9))
                  .isGreaterThan(5);
            });
    UasZone aside =
        round(
            "ASIDE", Geodesics.destination(Demo.HOME, 300, 500), 80, until(Duration.ofMinutes(90)));
    assertThat(MissionPlanner.plan(among(aside)).advice()).isEmpty();
  }

  @Test
  void the_ceiling_that_would_be_enough_is_enough() {
    PlanRequest low = request(List.of(), Set.of(), new FlightLimits(52, 50, 70), Demo.NOON);
    Advice advice = none(low).advice().get(0);
    assertThat(advice.code()).isEqualTo(AdviceCode.CEILING);
    double neededM = Objects.requireNonNull(advice.values().get("neededM"));
    assertThat(neededM).isGreaterThan(52);
    assertThat(
            MissionPlanner.plan(
                request(List.of(), Set.of(), new FlightLimits(neededM, 50, 70), Demo.NOON)))
        .isInstanceOf(Planned.class);
  }

  @Test
  void where_nothing_can_be_looked_at_the_nearest_place_outside_is_told() {
    UasZone over = round("OVER", Demo.INCIDENT, 220, Applicability.PERMANENT);
    NoPlan none = none(among(over));
    assertThat(none.code()).isEqualTo(NoPlanCode.SCENE_BLOCKED);
    Advice advice = none.advice().get(0);
    assertThat(advice.code()).isEqualTo(AdviceCode.OTHER_PLACE);
    double distanceM = Geodesics.distanceM(Demo.INCIDENT, advice.place().orElseThrow());
    assertThat(distanceM).isBetween(220.0 + 33 + 8, 220.0 + 33 + 8 + 10);
    assertThat(advice.values().get("distanceM")).isCloseTo(distanceM, within(0.1));
  }

  @Test
  void an_area_too_small_for_the_flight_is_told() {
    List<LatLon> corners = new ArrayList<>();
    for (int azimuth = 0; azimuth < 360; azimuth += 30) {
      corners.add(Geodesics.destination(Demo.HOME, azimuth, 200));
    }
    FlightLimits near =
        new FlightLimits(120, 50, 70, Optional.of(new GeoPolygon(corners)), OptionalDouble.empty());
    NoPlan none = none(request(List.of(), Set.of(), near, Demo.NOON));
    assertThat(none.subject()).isEqualTo("allowed-area");
    assertThat(none.advice())
        .extracting(Advice::code)
        .containsExactlyInAnyOrder(AdviceCode.LARGER_AREA, AdviceCode.OTHER_PLACE);
  }

  @Test
  void errands_of_machines_get_no_advice() {
    UasZone ring = ring(Restriction.REQ_AUTHORISATION, Applicability.PERMANENT);
    assertThat(MissionPlanner.plan(among(ring), Errand.SCENE).advice()).isEmpty();
  }
}
