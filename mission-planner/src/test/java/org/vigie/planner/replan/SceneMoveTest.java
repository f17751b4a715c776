package org.vigie.planner.replan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.Demo;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Wind;

class SceneMoveTest {
  private static final Wind WIND = new Wind(300, 4);
  private static final Plane PLANE = Plane.around(Demo.HOME);

  private static PlanRequest to(LatLon incident) {
    return Demo.request(Demo.AIRCRAFT, incident, List.of(), WIND);
  }

  private static final FlightPlan PLAN =
      ((PlanOutcome.Planned) MissionPlanner.plan(to(Demo.INCIDENT))).plan();

  private static final List<Leg> OUT_AND_SCENE =
      PLAN.legs().stream()
          .filter(leg -> leg.toSeq() <= PLAN.phases().sceneLast() && leg.distanceM() > 0)
          .toList();

  private static final HeightAboveHome HEIGHT =
      new HeightAboveHome(PLAN.scene().heightAboveHomeM());

  /** A corner of the orbit. */
  private static LatLon corner(int number) {
    List<Leg> scene =
        OUT_AND_SCENE.stream().filter(leg -> leg.toSeq() >= PLAN.phases().sceneFirst()).toList();
    Leg leg = scene.get(number);
    return LatLon.ofE7(leg.toLatE7(), leg.toLonE7());
  }

  private static SceneMove.Outcome move(LatLon incident, LatLon at, HeightAboveHome height) {
    return SceneMove.find(PLAN, to(incident), at, height);
  }

  private static SceneMove.Found found(LatLon incident, LatLon at) {
    SceneMove.Outcome outcome = move(incident, at, HEIGHT);
    assertThat(outcome).isInstanceOf(SceneMove.Found.class);
    return (SceneMove.Found) outcome;
  }

  /** The lines of the plan, in a form of the test's own. */
  private static double fromRouteM(LatLon place) {
    Coordinate at = PLANE.coordinate(place);
    return OUT_AND_SCENE.stream()
        .map(
            leg ->
                new LineSegment(
                    PLANE.coordinate(LatLon.ofE7(leg.fromLatE7(), leg.fromLonE7())),
                    PLANE.coordinate(LatLon.ofE7(leg.toLatE7(), leg.toLonE7()))))
        .mapToDouble(line -> line.distance(at))
        .min()
        .orElseThrow();
  }

  private static void assertAlongTheRoute(SceneMove.Found found) {
    List<LatLon> way = new ArrayList<>(found.way());
    way.add(0, found.from());
    for (int i = 1; i < way.size(); i++) {
      LatLon from = way.get(i - 1);
      LatLon to = way.get(i);
      double lengthM = Geodesics.distanceM(from, to);
      for (double m = 0; m < lengthM; m += 1) {
        LatLon between = Geodesics.destination(from, Geodesics.azimuthDeg(from, to), m);
        assertThat(fromRouteM(between)).as("%s of %s", i, way).isLessThan(0.1);
      }
    }
  }

  @Test
  void a_place_that_is_seen_from_where_it_is_needs_no_way() {
    SceneMove.Found found = found(Demo.INCIDENT, corner(2));

    assertThat(found.way()).containsExactly(found.from());
    assertThat(Geodesics.distanceM(found.from(), corner(2))).isLessThan(0.1);
    assertThat(found.travelS()).isZero();
  }

  @Test
  void a_scene_that_moved_back_along_the_way_out_is_looked_at_from_the_route_itself() {
    LatLon moved = Geodesics.destination(Demo.INCIDENT, 300, 200);

    SceneMove.Found found = found(moved, corner(3));

    assertAlongTheRoute(found);
    assertThat(found.way()).hasSizeGreaterThan(1);
    assertThat(found.visibleShare()).isGreaterThan(0.9);
    assertThat(found.travelS()).isGreaterThan(60 / Demo.AIRCRAFT.cruiseMps());
    assertThat(found.height().metres()).isEqualTo(HEIGHT.metres());
  }

  @Test
  void wherever_scene_and_aircraft_are_the_way_stays_on_the_lines_that_were_proven() {
    Random random = new Random(7);
    int ways = 0;
    for (int i = 0; i < 60; i++) {
      LatLon moved =
          Geodesics.destination(Demo.INCIDENT, random.nextDouble() * 360, random.nextInt(300));
      Leg leg = OUT_AND_SCENE.get(random.nextInt(OUT_AND_SCENE.size()));
      LatLon from = LatLon.ofE7(leg.fromLatE7(), leg.fromLonE7());
      LatLon to = LatLon.ofE7(leg.toLatE7(), leg.toLonE7());
      LatLon at =
          Geodesics.destination(
              from, Geodesics.azimuthDeg(from, to), random.nextDouble() * leg.distanceM());
      if (move(moved, at, HEIGHT) instanceof SceneMove.Found found) {
        assertAlongTheRoute(found);
        ways += found.way().size() > 1 ? 1 : 0;
      }
    }
    assertThat(ways).isGreaterThan(10);
  }

  @Test
  void no_place_nearer_by_the_route_sees_all_of_it() {
    LatLon moved = Geodesics.destination(Demo.INCIDENT, 300, 250);
    SceneMove.Found found = found(moved, corner(0));

    for (LatLon before : found.way().subList(0, found.way().size() - 1)) {
      SceneMove.Found there = found(moved, before);
      assertThat(there.way().get(there.way().size() - 1))
          .isEqualTo(found.way().get(found.way().size() - 1));
      assertThat(there.travelS()).isPositive().isLessThan(found.travelS());
    }
  }

  @Test
  void an_aircraft_beside_its_route_or_at_another_height_is_told_so() {
    LatLon beside = Geodesics.destination(corner(0), 45, 400);

    assertThat(move(Demo.INCIDENT, beside, HEIGHT))
        .isEqualTo(new SceneMove.NotFound(SceneMove.Reason.OFF_ROUTE, ""));
    assertThat(move(Demo.INCIDENT, corner(1), new HeightAboveHome(HEIGHT.metres() - 8)))
        .isEqualTo(new SceneMove.NotFound(SceneMove.Reason.OFF_ROUTE, ""));
  }

  @Test
  void a_scene_that_nothing_on_the_route_can_resolve_is_no_scene() {
    LatLon far = Geodesics.destination(Demo.INCIDENT, 120, 700);

    SceneMove.Outcome outcome = move(far, corner(1), HEIGHT);

    assertThat(outcome).isInstanceOf(SceneMove.NotFound.class);
    SceneMove.NotFound none = (SceneMove.NotFound) outcome;
    assertThat(none.reason()).isEqualTo(SceneMove.Reason.SCENE_HIDDEN);
    assertThat(none.subject()).contains("pixels");
  }
}
