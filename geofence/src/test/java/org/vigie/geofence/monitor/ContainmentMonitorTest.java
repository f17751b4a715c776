package org.vigie.geofence.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/** A square flight geography of 200 m, a contingency volume 40 m wider, tops at 63 m and 73 m. */
class ContainmentMonitorTest {
  private static final LocalFrame FRAME = new LocalFrame(new LatLon(45.4386, 4.3766));
  private static final Instant T0 = Instant.parse("2026-11-21T12:00:00Z");
  private static final double DECELERATION_MPS2 = 2.5;
  private static final ContainmentMonitor MONITOR =
      new ContainmentMonitor(
          new ContainmentVolume(square(100), square(140), 63, 73), DECELERATION_MPS2, 1);

  private static GeoPolygon square(double halfM) {
    return new GeoPolygon(
        List.of(at(-halfM, -halfM), at(halfM, -halfM), at(halfM, halfM), at(-halfM, halfM)));
  }

  private static LatLon at(double east, double north) {
    return FRAME.toGeographic(new Enu(east, north));
  }

  private static ContainmentInput input(
      double second, double east, double height, double eastMps, double upMps) {
    return new ContainmentInput(
        T0.plusMillis((long) (second * 1000)),
        at(east, 0),
        new HeightAboveHome(height),
        eastMps,
        0,
        upMps);
  }

  private static ContainmentReport step(ContainmentState state, ContainmentInput input) {
    return MONITOR.step(state, input, input.positionAt());
  }

  private static List<ContainmentFinding> doubts(ContainmentReport report) {
    return report.findings().stream().filter(ContainmentFinding::doubtful).sorted().toList();
  }

  private static ContainmentReport fresh(ContainmentInput input) {
    return step(ContainmentState.START, input);
  }

  @Test
  void hovering_in_the_middle_asks_for_nothing() {
    ContainmentReport report = fresh(input(0, 0, 60, 0, 0));
    assertThat(report.state().containment()).isEqualTo(Containment.INSIDE);
    assertThat(report.state().reaction()).isEqualTo(Reaction.NONE);
    assertThat(report.geographyMarginM()).isCloseTo(100, within(0.02));
    assertThat(report.volumeMarginM()).isCloseTo(140, within(0.02));
    assertThat(report.geographyHeightMarginM()).isCloseTo(3, within(1e-9));
    assertThat(report.breachS()).isInfinite();
  }

  @Test
  void the_last_moment_to_brake_is_found_exactly() {
    // 8 m/s: 8 m of reaction + 64 / 5 = 12.8 m of braking
    assertThat(fresh(input(0, 90, 60, 8, 0)).stoppingM()).isCloseTo(20.8, within(1e-9));
    ContainmentMonitor wide =
        new ContainmentMonitor(
            new ContainmentVolume(square(139), square(140), 63, 73), DECELERATION_MPS2, 1);
    ContainmentState start = ContainmentState.START;
    ContainmentInput before = input(0, 140 - 20.9, 60, 8, 0);
    ContainmentInput after = input(0, 140 - 20.7, 60, 8, 0);
    ContainmentReport warns = wide.step(start, before, T0);
    assertThat(warns.state().containment()).isEqualTo(Containment.MARGIN_LOW);
    assertThat(warns.state().reaction()).isEqualTo(Reaction.WARN);
    assertThat(warns.stopsInside()).isTrue();
    ContainmentReport holds = wide.step(start, after, T0);
    assertThat(holds.state().reaction()).isEqualTo(Reaction.HOLD);
    assertThat(holds.stopsInside()).isFalse();
    assertThat(holds.breachS()).isCloseTo(20.7 / 8, within(0.01));
  }

  @Test
  void the_lead_before_the_last_moment_is_two_seconds() {
    ContainmentMonitor wide =
        new ContainmentMonitor(
            new ContainmentVolume(square(139), square(140), 63, 73), DECELERATION_MPS2, 1);
    ContainmentInput early = input(0, 140 - 20.8 - 16.2, 60, 8, 0);
    ContainmentInput lead = input(0, 140 - 20.8 - 15.8, 60, 8, 0);
    assertThat(wide.step(ContainmentState.START, early, T0).state().containment())
        .isEqualTo(Containment.INSIDE);
    assertThat(wide.step(ContainmentState.START, lead, T0).state().containment())
        .isEqualTo(Containment.MARGIN_LOW);
  }

  /** Just outside the geography, with room to stop: 0.2 m/s outward is wavering. */
  @Test
  void outside_the_geography_going_further_out_asks_to_hold_and_wavering_does_not() {
    assertThat(fresh(input(0, 101, 60, 0.15, 0)).state().reaction()).isEqualTo(Reaction.WARN);
    assertThat(fresh(input(0, 101, 60, 0.25, 0)).state().reaction()).isEqualTo(Reaction.HOLD);
    assertThat(fresh(input(0, 101, 60, -3, 0)).state().reaction()).isEqualTo(Reaction.WARN);
    // above its top
    assertThat(fresh(input(0, 0, 63.5, 0, 0.15)).state().reaction()).isEqualTo(Reaction.WARN);
    assertThat(fresh(input(0, 0, 63.5, 0, 0.25)).state().reaction()).isEqualTo(Reaction.HOLD);
  }

  @Test
  void each_edge_changes_the_state_within_a_hand() {
    assertThat(fresh(input(0, 99.9, 60, 0, 0)).state().containment()).isEqualTo(Containment.INSIDE);
    assertThat(fresh(input(0, 100.1, 60, 0, 0)).state().containment())
        .isEqualTo(Containment.OUTSIDE_GEOGRAPHY);
    assertThat(fresh(input(0, 139.9, 60, 0, 0)).state().containment())
        .isEqualTo(Containment.OUTSIDE_GEOGRAPHY);
    ContainmentReport out = fresh(input(0, 140.1, 60, 0, 0));
    assertThat(out.state().containment()).isEqualTo(Containment.OUTSIDE_VOLUME);
    assertThat(out.state().reaction()).isEqualTo(Reaction.PROCEDURE);
    assertThat(out.breachS()).isZero();
    assertThat(out.stopsInside()).isFalse();
  }

  @Test
  void the_tops_count_like_the_edges() {
    assertThat(fresh(input(0, 0, 62.9, 0, 0)).state().containment()).isEqualTo(Containment.INSIDE);
    assertThat(fresh(input(0, 0, 63, 0, 0)).state().containment())
        .isEqualTo(Containment.OUTSIDE_GEOGRAPHY);
    assertThat(fresh(input(0, 0, 73, 0, 0)).state().containment())
        .isEqualTo(Containment.OUTSIDE_VOLUME);
    ContainmentReport climbing = fresh(input(0, 0, 60, 0, 4));
    assertThat(climbing.breachS()).isCloseTo(13.0 / 4, within(1e-9));
  }

  @Test
  void outside_the_geography_going_out_is_held_and_coming_back_only_warned_of() {
    assertThat(fresh(input(0, 105, 60, 3, 0)).state().reaction()).isEqualTo(Reaction.HOLD);
    assertThat(fresh(input(0, 105, 60, -3, 0)).state().reaction()).isEqualTo(Reaction.WARN);
    assertThat(fresh(input(0, 105, 60, 0.05, 0)).state().reaction()).isEqualTo(Reaction.WARN);
  }

  @Test
  void worse_shows_at_once_and_better_only_after_calm() {
    ContainmentState out = fresh(input(0, 100.2, 60, 0, 0)).state();
    ContainmentState just = step(out, input(1, 99.5, 60, 0, 0)).state();
    assertThat(just.containment()).isEqualTo(Containment.OUTSIDE_GEOGRAPHY);
    ContainmentState back = step(just, input(2, 95, 60, 0, 0)).state();
    assertThat(back.containment()).isEqualTo(Containment.OUTSIDE_GEOGRAPHY);
    ContainmentState still = step(back, input(3.9, 95, 60, 0, 0)).state();
    assertThat(still.containment()).isEqualTo(Containment.OUTSIDE_GEOGRAPHY);
    ContainmentState calm = step(still, input(4, 95, 60, 0, 0)).state();
    assertThat(calm.containment()).isEqualTo(Containment.INSIDE);
    assertThat(calm.reaction()).isEqualTo(Reaction.NONE);
    assertThat(step(calm, input(4.2, 100.2, 60, 0, 0)).state().containment())
        .isEqualTo(Containment.OUTSIDE_GEOGRAPHY);
  }

  @Test
  void noise_at_an_edge_does_not_flicker() {
    Random random = new Random(5);
    ContainmentState state = ContainmentState.START;
    int changes = 0;
    for (int i = 0; i < 600; i++) {
      Containment shown = state.containment();
      state = step(state, input(i * 0.2, 100 + random.nextGaussian() * 0.3, 60, 0, 0)).state();
      changes += state.containment() == shown ? 0 : 1;
    }
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void a_stale_position_is_a_finding_and_its_margins_shrink() {
    ContainmentInput input = input(0, 0, 60, 8, 0);
    ContainmentReport now = MONITOR.step(ContainmentState.START, input, T0.plusSeconds(1));
    assertThat(doubts(now)).isEmpty();
    ContainmentReport late = MONITOR.step(ContainmentState.START, input, T0.plusMillis(3000));
    assertThat(doubts(late)).containsExactly(ContainmentFinding.POSITION_STALE);
    assertThat(late.state().reaction()).isEqualTo(Reaction.WARN);
    assertThat(late.volumeMarginM()).isCloseTo(140 - 24, within(0.02));
    ContainmentReport later = MONITOR.step(ContainmentState.START, input, T0.plusSeconds(20));
    assertThat(later.state().containment()).isEqualTo(Containment.OUTSIDE_VOLUME);
    assertThat(later.state().reaction()).isEqualTo(Reaction.HOLD);
  }

  @Test
  void jumps_the_future_and_impossible_speeds_are_findings() {
    ContainmentState before = fresh(input(0, 0, 60, 8, 0)).state();
    assertThat(doubts(step(before, input(1, 12, 60, 8, 0)))).isEmpty();
    assertThat(doubts(step(before, input(1, 55, 60, 8, 0))))
        .containsExactly(ContainmentFinding.POSITION_JUMPED);
    assertThat(doubts(MONITOR.step(before, input(5, 0, 60, 0, 0), T0)))
        .containsExactly(ContainmentFinding.POSITION_FROM_THE_FUTURE);
    assertThat(doubts(fresh(input(0, 0, 60, 80, 0))))
        .containsExactly(ContainmentFinding.SPEED_IMPLAUSIBLE);
  }

  @Test
  void a_clock_set_back_begins_the_calm_again_and_freezes_nothing() {
    ContainmentState out = fresh(input(100, 100.2, 60, 0, 0)).state();
    ContainmentState better = step(out, input(101, 95, 60, 0, 0)).state();
    ContainmentState back = step(better, input(0, 95, 60, 0, 0)).state();
    assertThat(back.containment()).isNotEqualTo(Containment.INSIDE);
    for (double second = 0.5; second <= 6; second += 0.5) {
      back = step(back, input(second, 95, 60, 0, 0)).state();
    }
    assertThat(back.containment()).isEqualTo(Containment.INSIDE);
  }

  @Test
  void a_position_some_milliseconds_ahead_is_no_doubt() {
    for (int ahead : new int[] {5, 100}) {
      ContainmentReport report =
          MONITOR.step(ContainmentState.START, input(1, 0, 60, 8, 0), T0.plusMillis(1000 - ahead));
      assertThat(doubts(report)).isEmpty();
      assertThat(report.state().containment()).isEqualTo(Containment.INSIDE);
    }
    assertThat(
            doubts(MONITOR.step(ContainmentState.START, input(1, 0, 60, 8, 0), T0.plusMillis(899))))
        .containsExactly(ContainmentFinding.POSITION_FROM_THE_FUTURE);
  }

  private static ContainmentInput fix(int millis, double east, double height, double eastMps) {
    return new ContainmentInput(
        T0.plusMillis(millis), at(east, 0), new HeightAboveHome(height), eastMps, 0, 0);
  }

  @Test
  void positions_that_creep_while_the_velocity_says_hover_are_doubted() {
    ContainmentState state = ContainmentState.START;
    List<ContainmentFinding> doubts = List.of();
    for (int i = 0; i < 5; i++) {
      ContainmentReport report = step(state, fix(100 * i, -20 + 9.9 * i, 50, 0));
      state = report.state();
      doubts = doubts(report);
    }
    assertThat(doubts).containsExactly(ContainmentFinding.POSITION_JUMPED);
  }

  @Test
  void a_position_that_stands_still_at_speed_is_doubted_all_the_while() {
    ContainmentState state = ContainmentState.START;
    for (int i = 0; i < 100; i++) {
      ContainmentReport report = step(state, fix(200 * i, 0, 50, 15));
      state = report.state();
      if (i > 10) {
        assertThat(doubts(report)).containsExactly(ContainmentFinding.POSITION_JUMPED);
      }
    }
  }

  @Test
  void a_height_that_falls_from_the_sky_is_doubted() {
    ContainmentState state = step(ContainmentState.START, fix(0, 0, 50, 0)).state();
    assertThat(doubts(step(state, fix(100, 0, -400, 0))))
        .containsExactly(ContainmentFinding.POSITION_JUMPED);
  }

  @Test
  void a_position_older_than_the_one_before_is_doubted_and_not_taken() {
    ContainmentState state = step(ContainmentState.START, fix(1000, 7, 50, 7)).state();
    ContainmentReport report = MONITOR.step(state, fix(100, 0, 50, 7), T0.plusMillis(1000));
    assertThat(doubts(report)).containsExactly(ContainmentFinding.POSITION_JUMPED);
    assertThat(report.state().lastInput()).isEqualTo(fix(1000, 7, 50, 7));
  }

  @Test
  void a_leap_is_believed_only_after_positions_agreed_for_some_seconds() {
    ContainmentState state = step(ContainmentState.START, fix(0, -60, 50, 0)).state();
    for (int i = 1; i < 50; i++) {
      ContainmentReport report = step(state, fix(200 * i, 60, 50, 0));
      state = report.state();
      if (i < 25) {
        assertThat(doubts(report)).containsExactly(ContainmentFinding.POSITION_JUMPED);
        assertThat(state.containment()).isEqualTo(Containment.UNKNOWN);
      }
    }
    assertThat(state.containment()).isEqualTo(Containment.INSIDE);
  }

  @Test
  void a_normal_flight_with_noise_is_never_doubted() {
    Random random = new Random(31);
    ContainmentMonitor wide =
        new ContainmentMonitor(
            new ContainmentVolume(square(3000), square(3100), 63, 73), DECELERATION_MPS2, 1);
    ContainmentState state = ContainmentState.START;
    double x = 0;
    double v = 0;
    for (int i = 0; i < 3000; i++) {
      // back and forth at up to 12 m/s, turned as hard as it brakes
      double wanted = i / 100 % 2 == 0 ? 12 : -12;
      double before = v;
      v += Math.max(-0.5, Math.min(0.5, wanted - v));
      x += (before + v) / 2 * 0.2;
      ContainmentInput input =
          fix(
              200 * i + random.nextInt(60),
              x + 1.5 * random.nextGaussian(),
              50 + random.nextGaussian(),
              v + 0.3 * random.nextGaussian());
      ContainmentReport report = wide.step(state, input, input.positionAt());
      state = report.state();
      assertThat(doubts(report)).isEmpty();
      assertThat(state.containment()).isEqualTo(Containment.INSIDE);
    }
  }

  @Test
  void fixes_from_the_ends_of_time_make_nothing_fail() {
    ContainmentState state = ContainmentState.START;
    Instant[] times = {Instant.MIN, T0, Instant.MAX, T0, Instant.MIN, T0};
    for (Instant time : times) {
      ContainmentInput input =
          new ContainmentInput(time, at(90, 0), new HeightAboveHome(50), 0, 0, 0);
      state = MONITOR.step(state, input, T0).state();
      state = MONITOR.step(state, input, time).state();
    }
    assertThat(state.containment()).isNotNull();
  }
}
