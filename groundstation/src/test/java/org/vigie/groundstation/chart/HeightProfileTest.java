package org.vigie.groundstation.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.groundstation.flight.FlightParts;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;

class HeightProfileTest {
  private static final FlightPlan PLAN =
      withLegs(
          FlightParts.plan("F-1"),
          List.of(
              leg(1, 45.4386, 45.4386, 0, 55, 0),
              leg(2, 45.4386, 45.4366, 55, 60, 222.3),
              leg(9, 45.4366, 45.4386, 60, 55, 222.3),
              leg(10, 45.4386, 45.4386, 55, 0, 0)));

  private static Leg leg(
      int toSeq, double fromLat, double toLat, double fromM, double toM, double distanceM) {
    int lonE7 = 43_766_000;
    return new Leg(
        toSeq,
        (int) Math.round(fromLat * 1e7),
        lonE7,
        (int) Math.round(toLat * 1e7),
        lonE7,
        fromM,
        toM,
        distanceM,
        9,
        1 + distanceM / 9,
        5);
  }

  private static FlightPlan withLegs(FlightPlan plan, List<Leg> legs) {
    return new FlightPlan(
        plan.flightId(),
        plan.siteId(),
        plan.aircraftId(),
        plan.firmware(),
        plan.validFrom(),
        plan.validUntil(),
        plan.home(),
        plan.start(),
        plan.mission(),
        plan.fence(),
        plan.rally(),
        plan.parameters(),
        plan.phases(),
        plan.scene(),
        plan.volume(),
        legs,
        plan.budget(),
        plan.zonesRespected());
  }

  /** Rises by a metre for each thousandth of a degree of latitude. */
  private static final Terrain SLOPE =
      place -> Optional.of(new AltitudeAmsl(1000 * (place.latDeg() - 45)));

  private static double flownM(FlightPlan plan) {
    return plan.legs().stream().mapToDouble(Leg::distanceM).sum();
  }

  @Test
  void it_runs_from_take_off_to_landing_without_a_gap() {
    HeightProfile profile = HeightProfile.of(PLAN, SLOPE);
    double before = 0;
    for (HeightProfile.Point point : profile.points()) {
      assertThat(point.distanceM()).isBetween(before, before + 10.001);
      before = point.distanceM();
    }
    assertThat(before).isEqualTo(flownM(PLAN), within(1e-6));
  }

  @Test
  void the_ground_is_that_of_the_place_and_the_planned_line_counts_from_home() {
    HeightProfile profile = HeightProfile.of(PLAN, SLOPE);
    double homeM = PLAN.home().altitude().metres();
    assertThat(profile.homeAmslM()).isEqualTo(homeM);
    assertThat(profile.volumeTopAmslM()).isEqualTo(homeM + PLAN.volume().contingencyHeightM());
    for (HeightProfile.Point point : profile.points()) {
      assertThat(Objects.requireNonNull(point.groundAmslM()))
          .isEqualTo(1000 * (point.latDeg() - 45), within(1e-9));
    }
    Leg last = PLAN.legs().get(PLAN.legs().size() - 1);
    HeightProfile.Point end = profile.points().get(profile.points().size() - 1);
    assertThat(end.plannedAmslM()).isEqualTo(homeM + last.toHeightM());
  }

  @Test
  void unknown_ground_stays_unknown() {
    Terrain hole =
        place -> place.equals(new LatLon(0, 0)) ? SLOPE.findGround(place) : Optional.empty();
    assertThat(HeightProfile.of(PLAN, hole).points())
        .allSatisfy(point -> assertThat(point.groundAmslM()).isNull());
  }
}
