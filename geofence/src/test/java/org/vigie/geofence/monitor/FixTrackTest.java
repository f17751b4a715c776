package org.vigie.geofence.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How far a position may be from where its velocities lead, and how long a doubt lasts. */
class FixTrackTest {
  private static final Instant T0 = Instant.parse("2026-11-21T12:00:00Z");

  private static FixTrack.Fix fix(double second, double x, double height, double vx, double vz) {
    return FixTrack.Fix.first(T0.plusMillis(Math.round(second * 1000)), x, 0, height, vx, 0, vz);
  }

  /** Two fixes, so many seconds apart. */
  private static boolean doubtful(double seconds, double x, double height, double vx, double vz) {
    return FixTrack.of(fix(0, 0, 50, vx, vz)).with(fix(seconds, x, height, vx, vz)).doubtful();
  }

  @Test
  void standing_still_a_position_may_be_corrected_by_ten_metres() {
    assertThat(doubtful(0.2, 9.9, 50, 0, 0)).isFalse();
    assertThat(doubtful(0.2, 10.1, 50, 0, 0)).isTrue();
    assertThat(doubtful(0.2, 0, 59.9, 0, 0)).isFalse();
    assertThat(doubtful(0.2, 0, 60.1, 0, 0)).isTrue();
    assertThat(doubtful(0.2, 0, 39.9, 0, 0)).isTrue();
  }

  @Test
  void in_flight_half_of_the_way_may_be_amiss_too() {
    // one second at 20 m/s: 20 m, and 10 m + 10 m to either side
    assertThat(doubtful(1, 39.9, 50, 20, 0)).isFalse();
    assertThat(doubtful(1, 40.1, 50, 20, 0)).isTrue();
    assertThat(doubtful(1, 0.1, 50, 20, 0)).isFalse();
    assertThat(doubtful(1, -0.1, 50, 20, 0)).isTrue();
    // one second of climbing at 4 m/s
    assertThat(doubtful(1, 0, 65.9, 0, 4)).isFalse();
    assertThat(doubtful(1, 0, 66.1, 0, 4)).isTrue();
  }

  @Test
  void after_a_gap_only_what_speed_and_dead_reckoning_allow_is_believed() {
    // five seconds at 4 m/s: 10 m + 1.5 * 20 m is reachable
    assertThat(doubtful(5, 39.9, 50, 4, 0)).isFalse();
    assertThat(doubtful(5, 40.1, 50, 4, 0)).isTrue();
    // back from 20 m ahead by 10 m + 25 m of unseen manoeuvres + a tenth of the way
    assertThat(doubtful(5, -16.9, 50, 4, 0)).isFalse();
    assertThat(doubtful(5, -17.1, 50, 4, 0)).isTrue();
    assertThat(doubtful(5, 0, 50 + 24.9, 0, 2)).isFalse();
    assertThat(doubtful(5, 0, 50 + 25.1, 0, 2)).isTrue();
  }

  @Test
  void a_gap_begins_after_a_second() {
    // standing still but for one fast velocity: without a gap the way back counts against it
    assertThat(doubtful(1.0, -0.1, 50, 20, 0)).isTrue();
    assertThat(doubtful(1.01, -0.1, 50, 20, 0)).isFalse();
  }

  @Test
  void a_doubt_lasts_until_five_seconds_agreed() {
    FixTrack track = FixTrack.of(fix(0, 0, 50, 0, 0)).with(fix(0.5, 100, 50, 0, 0));
    assertThat(track.doubtful()).isTrue();
    for (double second = 1; second < 5.5; second += 0.5) {
      track = track.with(fix(second, 100, 50, 0, 0));
      assertThat(track.doubtful()).as("after %s s", second - 0.5).isTrue();
    }
    assertThat(track.with(fix(5.5, 100, 50, 0, 0)).doubtful()).isFalse();
  }

  /** Half a metre a second while the velocity says none: 10 m are found, 30 s are looked at. */
  @Test
  void creeping_away_is_noticed_and_slow_drift_is_not() {
    assertThat(creeps(0.5, 19)).isFalse();
    assertThat(creeps(0.5, 21.5)).isTrue();
    assertThat(creeps(0.3, 300)).isFalse();
  }

  private static boolean creeps(double mps, double seconds) {
    FixTrack track = FixTrack.of(fix(0, 0, 50, 0, 0));
    for (double second = 0.25; second <= seconds; second += 0.25) {
      track = track.with(fix(second, mps * second, 50, 0, 0));
    }
    return track.doubtful();
  }

  @Test
  void what_crept_is_doubted_while_the_window_shows_it_and_no_longer() {
    FixTrack track = FixTrack.of(fix(0, 0, 50, 0, 0));
    for (double second = 0.25; second <= 80; second += 0.25) {
      // 20 m in the first ten seconds, and honest from then on
      track = track.with(fix(second, 2 * Math.min(second, 10), 50, 0, 0));
      if (second >= 6 && second < 38) {
        assertThat(track.doubtful()).as("after %s s", second).isTrue();
      }
    }
    assertThat(track.doubtful()).isFalse();
    // some forty fixes are kept
    assertThat(track.fixes()).hasSizeBetween(35, 45);
  }

  @Test
  void a_fix_that_is_read_again_changes_nothing() {
    FixTrack track = FixTrack.of(fix(0, 0, 50, 4, 0)).with(fix(1, 4, 50, 4, 0));
    assertThat(track.with(fix(1, 4, 50, 4, 0))).isSameAs(track);
  }
}
