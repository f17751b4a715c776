package org.vigie.groundstation.flightlog.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.planner.plan.Budget;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.Phases;
import org.vigie.planner.plan.Scene;
import org.vigie.planner.plan.Start;
import org.vigie.planner.plan.Volume;

/** Home at 500 m; one leg 60 m above home from 4.380 to 4.390 degrees east, over known ground. */
class HeightsAboveGroundTest {
  private static final LatLon WEST = new LatLon(45.438, 4.380);
  private static final LatLon EAST = new LatLon(45.438, 4.390);

  /** Metres between the two, by GeographicLib 2.1 (WGS-84): 782.5. */
  private static final double LENGTH_M = 782.5;

  private static FlightPlan plan(Leg... legs) {
    GeoPolygon area = new GeoPolygon(List.of(WEST, EAST, new LatLon(45.44, 4.385)));
    return new FlightPlan(
        "F-1",
        "site",
        "aircraft",
        "arducopter-4.6",
        Instant.parse("2026-11-24T13:00:00Z"),
        Instant.parse("2026-11-24T14:00:00Z"),
        Home.of(WEST, new AltitudeAmsl(500)),
        Start.onGround(Home.of(WEST, new AltitudeAmsl(500))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Phases(1, 2, 3, 4, 5),
        new Scene(EAST.latE7(), EAST.lonE7(), 30, 60, 1),
        new Volume(area, area, area, 60, 75, List.of()),
        List.of(legs),
        new Budget(300, 100, 60, 90, 50, 200, 200, 60),
        List.of());
  }

  private static Leg level(double heightM) {
    return leg(heightM, heightM, LENGTH_M);
  }

  private static Leg leg(double fromM, double toM, double lengthM) {
    return new Leg(
        2, WEST.latE7(), WEST.lonE7(), EAST.latE7(), EAST.lonE7(), fromM, toM, lengthM, 9, 90, 10);
  }

  /** Ground is looked up a metre wide of the line, on a slope of 6 in 100. */
  private static final double GROWN_M = 0.1;

  private static Terrain slope(double westM, double eastM) {
    return new ByLongitude(lonDeg -> westM + (eastM - westM) * (lonDeg - 4.380) / 0.010, List.of());
  }

  /**
   * Ground that changes with the longitude: evenly but at some longitudes, where it may leap.
   *
   * @param altitudeM not a number where it is unknown
   */
  private record ByLongitude(DoubleUnaryOperator altitudeM, List<Double> leapsDeg)
      implements Terrain {
    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return at(point.lonDeg());
    }

    private Optional<AltitudeAmsl> at(double lonDeg) {
      double metres = altitudeM.applyAsDouble(lonDeg);
      return Double.isNaN(metres) ? Optional.empty() : Optional.of(new AltitudeAmsl(metres));
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      Optional<GroundRange> range = range(southWest.lonDeg());
      for (double leapDeg : leapsDeg) {
        for (double sideDeg : new double[] {Math.nextDown(leapDeg), Math.nextUp(leapDeg)}) {
          if (sideDeg >= southWest.lonDeg() && sideDeg <= northEast.lonDeg()) {
            range = range.flatMap(known -> range(sideDeg).map(known::and));
          }
        }
      }
      return range.flatMap(known -> range(northEast.lonDeg()).map(known::and));
    }

    private Optional<GroundRange> range(double lonDeg) {
      return at(lonDeg).map(one -> new GroundRange(one, one));
    }
  }

  @Test
  void over_flat_ground_heights_are_those_of_the_plan() {
    HeightsAboveGround heights = HeightsAboveGround.of(plan(level(60)), slope(490, 490));
    assertThat(heights.minM()).isEqualTo(70.0);
    assertThat(heights.maxM()).as("contingency volume over the lowest ground").isEqualTo(85.0);
  }

  @Test
  void over_a_slope_the_least_is_where_it_is_highest_and_the_most_where_it_is_lowest() {
    HeightsAboveGround heights = HeightsAboveGround.of(plan(level(60)), slope(480, 530));
    assertThat(heights.minM()).isBetween(500.0 + 60 - 530 - GROWN_M, 500.0 + 60 - 530);
    assertThat(heights.maxM()).isBetween(500.0 + 75 - 480, 500.0 + 75 - 480 + GROWN_M);
  }

  @Test
  void a_hill_between_the_ends_is_seen() {
    Terrain hill =
        new ByLongitude(
            lonDeg -> lonDeg > 4.3848 && lonDeg < 4.3852 ? 540 : 500, List.of(4.3848, 4.3852));
    assertThat(HeightsAboveGround.of(plan(level(60)), hill).minM()).isEqualTo(20.0);
  }

  @Test
  void climbing_straight_up_is_not_a_low_leg_but_its_ground_counts() {
    Leg climb = leg(0, 60, 0);
    HeightsAboveGround heights = HeightsAboveGround.of(plan(climb, level(60)), slope(500, 500));
    assertThat(heights.minM()).isEqualTo(60.0);
  }

  @Test
  void ground_that_nobody_knows_makes_both_unknown() {
    Terrain half = new ByLongitude(lonDeg -> lonDeg > 4.385 ? Double.NaN : 500, List.of(4.385));
    assertThat(HeightsAboveGround.of(plan(level(60)), half))
        .isEqualTo(new HeightsAboveGround(null, null));
  }
}
