package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flight.FlightParts;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.simulator.play.TrueTrack;

/** The true track against a plan whose contingency volume is 0.012 degrees wide and 120 m high. */
class TrueContainmentTest {
  private static final FlightPlan PLAN = FlightParts.plan("F-1");
  private static final Instant BEGIN = Instant.parse("2026-11-24T13:00:00Z");
  private static final double GROUND_M = 528;

  /** A degree of latitude at 45.44 degrees. @source WGS-84: 111 140 m */
  private static final double DEGREE_M = 111_140;

  private final List<TrueTrack.Point> track = new ArrayList<>();

  private void at(double northDeg, double upM, boolean armed) {
    LatLon place = new LatLon(FlightParts.SITE.latDeg() + northDeg, FlightParts.SITE.lonDeg());
    track.add(
        new TrueTrack.Point(
            BEGIN.plusSeconds(track.size()), "quad-1", place, GROUND_M + upM, armed));
  }

  @Test
  void an_aircraft_that_stays_inside_has_kept_it() {
    at(0, 0, true);
    at(0.0059, 119, true);
    at(-0.0059, 10, true);
    assertThat(TrueContainment.of(PLAN, track))
        .isEqualTo(new TrueContainment(TrueContainment.Verdict.KEPT, 0, Optional.empty()));
  }

  @Test
  void one_that_leaves_it_sideways_has_left_it_by_so_much_and_then() {
    at(0, 0, true);
    at(0.0061, 50, true);
    at(0.0065, 50, true);
    at(0, 50, true);
    TrueContainment left = TrueContainment.of(PLAN, track);
    assertThat(left.verdict()).isEqualTo(TrueContainment.Verdict.LEFT);
    assertThat(left.worstM()).isCloseTo(0.0005 * DEGREE_M, within(0.5));
    assertThat(left.leftAt()).contains(BEGIN.plusSeconds(1));
    assertThat(left.text()).startsWith("LEFT by 55");
  }

  @Test
  void one_that_climbs_out_of_it_has_left_it() {
    at(0, 0, true);
    at(0, 125, true);
    TrueContainment left = TrueContainment.of(PLAN, track);
    assertThat(left.verdict()).isEqualTo(TrueContainment.Verdict.LEFT);
    assertThat(left.worstM()).isCloseTo(4, within(0.01));
  }

  @Test
  void where_it_stood_disarmed_does_not_count_and_no_track_is_no_answer() {
    at(0.02, 0, false);
    assertThat(TrueContainment.of(PLAN, track).verdict())
        .isEqualTo(TrueContainment.Verdict.UNKNOWN);
    at(0, 0, true);
    assertThat(TrueContainment.of(PLAN, track).verdict()).isEqualTo(TrueContainment.Verdict.KEPT);
  }
}
