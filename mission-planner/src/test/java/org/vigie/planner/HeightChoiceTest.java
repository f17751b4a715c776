package org.vigie.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.PlanRequest;

/** The height with the earliest arrival, on flat ground with one ridge across the straight way. */
class HeightChoiceTest {
  private static final double FLAT_M = 528;
  private static final double RIDGE_M = 45;
  private static final double SOUTH_DEG = 45.4362;
  private static final double NORTH_DEG = 45.4384;
  private static final double WEST_DEG = 4.3792;
  private static final double EAST_DEG = 4.3797;

  private record Ridge() implements Terrain {
    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return findRange(point, point).map(GroundRange::highest);
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      boolean apart =
          northEast.latDeg() < SOUTH_DEG
              || southWest.latDeg() > NORTH_DEG
              || northEast.lonDeg() < WEST_DEG
              || southWest.lonDeg() > EAST_DEG;
      return Optional.of(
          new GroundRange(
              new AltitudeAmsl(FLAT_M), new AltitudeAmsl(apart ? FLAT_M : FLAT_M + RIDGE_M)));
    }
  }

  private static PlanRequest among(List<UasZone> zones) {
    PlanRequest r = Demo.request();
    return new PlanRequest(
        r.flightId(),
        r.site(),
        r.aircraft(),
        r.incident(),
        ZoneSet.of(zones),
        Set.of(),
        new Ridge(),
        r.wind(),
        r.limits(),
        r.at(),
        r.validity(),
        r.onSceneS());
  }

  private static UasZone overRidge(double lowerM) {
    GeoPolygon ridge =
        new GeoPolygon(
            List.of(
                new LatLon(SOUTH_DEG, WEST_DEG),
                new LatLon(SOUTH_DEG, EAST_DEG),
                new LatLon(NORTH_DEG, EAST_DEG),
                new LatLon(NORTH_DEG, WEST_DEG)));
    return UasZone.permanent(
        "ABOVE",
        "FRA",
        Restriction.PROHIBITED,
        List.of(
            new ZoneGeometry(
                new HorizontalProjection.Polygon(ridge, List.of()),
                new VerticalBand(
                    FLAT_M + lowerM, VerticalReference.AMSL, 2000, VerticalReference.AMSL))));
  }

  private static double heightM(FlightPlan plan) {
    return plan.scene().heightAboveHomeM();
  }

  private static FlightPlan proven(PlanRequest request) {
    FlightPlan plan = Demo.plan(request);
    assertThat(Prover.prove(plan, Demo.inputs(request)).findings()).allMatch(ProofFinding::holds);
    return plan;
  }

  @Test
  void a_ridge_is_flown_over_and_no_higher_than_it_asks_for() {
    FlightPlan plan = proven(among(List.of()));
    assertThat(heightM(plan)).isEqualTo(100); // 45 and 50 and home's error, in steps of 5
  }

  @Test
  void where_a_zone_begins_on_the_way_up_the_way_round_it_is_flown_below() {
    FlightPlan low = proven(among(List.of(overRidge(85))));
    assertThat(heightM(low)).isLessThan(100);
    assertThat(low.zonesRespected()).containsExactly("FRA/ABOVE");
    FlightPlan forced = proven(among(List.of(overRidge(0))));
    assertThat(low.budget().toSceneS())
        .as("climbing past the ridge's straight way first is no sooner than the way round at once")
        .isGreaterThanOrEqualTo(forced.budget().toSceneS());
  }
}
