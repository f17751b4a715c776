package org.vigie.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Simulated time waits for a station that lags, and not for ever. */
class PacerTest {
  /** Runs a world that uses all it is given; gives simulated time at the end. */
  private double worldS;

  private double wallS;
  private double heartbeatS = -1;

  private void run(Pacer pacer, double wallSeconds, boolean station, boolean connected) {
    double end = wallS + wallSeconds;
    while (wallS < end) {
      wallS += 0.002;
      if (station && worldS >= heartbeatS + 1) {
        heartbeatS = worldS;
      }
      worldS = Math.max(worldS, pacer.allowS(wallS, worldS, connected, heartbeatS));
    }
  }

  @Test
  void it_runs_n_times_the_wall_clock() {
    Pacer pacer = new Pacer(5, StationClock.WORLD, 0);
    run(pacer, 10, true, true);
    assertThat(worldS).isCloseTo(50, within(0.05));
  }

  @Test
  void a_station_that_stops_holds_the_world_for_three_seconds_then_it_goes_on() {
    Pacer pacer = new Pacer(5, StationClock.WORLD, 0);
    run(pacer, 4, true, true);
    double lastHeard = heartbeatS;
    run(pacer, 1, false, true);
    assertThat(pacer.waiting()).isTrue();
    // due 1 s after the last, and 200 ms of wall time are 1 s more
    assertThat(worldS - lastHeard).isCloseTo(2, within(0.1));
    run(pacer, 2, false, true);
    assertThat(pacer.waiting()).isTrue();
    double held = worldS;
    run(pacer, 2, false, true);
    assertThat(pacer.waiting()).isFalse();
    assertThat(worldS - held).isGreaterThan(5).isLessThan(10);
  }

  @Test
  void it_goes_on_at_once_and_without_a_rush_when_the_station_is_back() {
    Pacer pacer = new Pacer(10, StationClock.WORLD, 0);
    run(pacer, 2, true, true);
    run(pacer, 1, false, true);
    double held = worldS;
    run(pacer, 1, true, true);
    assertThat(worldS - held).isCloseTo(10, within(0.2));
  }

  @Test
  void nothing_waits_at_real_time_or_without_a_station() {
    Pacer slow = new Pacer(1, StationClock.WORLD, 0);
    run(slow, 2, true, true);
    run(slow, 5, false, true);
    assertThat(worldS).isCloseTo(7, within(0.05));
    worldS = 0;
    wallS = 0;
    heartbeatS = -1;
    Pacer gone = new Pacer(4, StationClock.WORLD, 0);
    run(gone, 2, true, true);
    run(gone, 5, false, false);
    assertThat(worldS).isCloseTo(28, within(0.1));
  }

  @Test
  void n_times_is_n_times_with_a_station_that_beats_by_the_wall() {
    Pacer pacer = new Pacer(5, StationClock.WALL, 0);
    run(pacer, 1, true, true);
    double begin = worldS;
    for (int beat = 0; beat < 10; beat++) {
      heartbeatS = worldS;
      run(pacer, 1, false, true);
      assertThat(pacer.waiting()).isFalse();
    }
    assertThat(worldS - begin).isCloseTo(50, within(0.2));
    Pacer max = new Pacer(Double.POSITIVE_INFINITY, StationClock.WALL, wallS);
    double from = worldS;
    runMax(max, 4, 1);
    assertThat(worldS - from).as("a tenth of a second each time").isGreaterThan(199);
  }

  @Test
  void a_machine_that_stood_still_does_not_rush() {
    Pacer pacer = new Pacer(1, StationClock.WORLD, 0);
    run(pacer, 1, true, true);
    wallS += 60;
    run(pacer, 1, true, true);
    assertThat(worldS).isLessThan(2.2);
  }

  /**
   * A machine that does a tenth of a second in two milliseconds, with a station that lives in it.
   */
  private void runMax(Pacer pacer, double wallSeconds, double beatWallS) {
    double end = wallS + wallSeconds;
    double nextBeatS = wallS + beatWallS;
    while (wallS < end) {
      wallS += 0.002;
      if (wallS >= nextBeatS) {
        heartbeatS = worldS;
        nextBeatS += beatWallS;
      }
      worldS = Math.min(pacer.allowS(wallS, worldS, true, heartbeatS), worldS + 0.1);
    }
  }

  @Test
  void at_full_speed_the_machine_alone_says_how_fast_it_is() {
    Pacer pacer = new Pacer(Double.POSITIVE_INFINITY, StationClock.WORLD, 0);
    runMax(pacer, 4, 1e9);
    assertThat(worldS).as("no station speaks: a tenth of a second each time").isGreaterThan(199);
  }

  @Test
  void at_full_speed_the_world_stays_within_three_seconds_of_a_stations_heartbeat() {
    Pacer pacer = new Pacer(Double.POSITIVE_INFINITY, StationClock.WORLD, 0);
    heartbeatS = 0;
    double begin = worldS;
    for (int beat = 0; beat < 20; beat++) {
      runMax(pacer, 1, 0.999);
      assertThat(worldS - heartbeatS).isLessThan(3.2);
    }
    assertThat(worldS - begin).as("yet three times the station's own pace").isGreaterThan(55);
    heartbeatS = worldS;
    runMax(pacer, 3, 1e9);
    assertThat(pacer.waiting()).isTrue();
    assertThat(worldS - heartbeatS).isBetween(2.9, 3.2);
    runMax(pacer, 1, 1e9);
    assertThat(pacer.waiting()).as("a dead station holds nobody up").isFalse();
    assertThat(worldS - heartbeatS).isGreaterThan(10);
  }

  @Test
  void however_fast_no_failsafe_fires_because_the_clock_ran_away() {
    Pacer pacer = new Pacer(1000, StationClock.WORLD, 0);
    run(pacer, 2, true, true);
    double last = heartbeatS;
    run(pacer, 0.5, false, true);
    // one look at the clock, two milliseconds, is two seconds here
    assertThat(worldS - last).isLessThan(3 + 2 * 2.0);
  }
}
