package org.vigie.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.Flight;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.sensor.GpsFix;
import org.vigie.simulator.sensor.SensorFrame;

/** What each fault does to a vehicle, seen in the world, and that it ends when it is lifted. */
class VehicleFaultsTest {
  private final Flight flight = Flight.ready();
  private final FaultBoard board = new FaultBoard(flight.world, new NotedPorts());

  @BeforeEach
  void failsafes() {
    flight.set("FS_THR_ENABLE", 1);
    flight.set("BATT_FS_LOW_ACT", 2);
  }

  private void inject(String line) {
    FaultLine.Begins begins = (FaultLine.Begins) FaultLine.parse(line).orElseThrow();
    assertThat(board.inject(begins.injection())).isEmpty();
  }

  private void lift(FaultKind kind) {
    assertThat(board.lift(kind, Optional.empty())).isEmpty();
  }

  /** One figure of the sensors each 20 ms over a time; nothing where it is NaN. */
  private List<Double> sensed(double seconds, ToDoubleFunction<SensorFrame> figure) {
    List<Double> figures = new ArrayList<>();
    for (int i = 0; i < seconds / 0.02; i++) {
      flight.run(0.02);
      double value = figure.applyAsDouble(flight.copter().sensors());
      if (!Double.isNaN(value)) {
        figures.add(value);
      }
    }
    return figures;
  }

  private double mean(double seconds, ToDoubleFunction<SensorFrame> figure) {
    return sensed(seconds, figure).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  /** Fixes of the receiver as they come: looked at each step, since each is there for one only. */
  private List<GpsFix> fixes(double seconds) {
    List<GpsFix> fixes = new ArrayList<>();
    for (int i = 0; i < seconds * 400; i++) {
      flight.world.step();
      GpsFix fix = flight.copter().sensors().gps();
      if (fix != null) {
        fixes.add(fix);
      }
    }
    return fixes;
  }

  @Test
  void a_receiver_that_is_off_says_nothing_and_one_that_is_jammed_has_no_position() {
    inject("gps-off");
    fixes(1);
    assertThat(fixes(2)).isEmpty();
    assertThat(flight.copter().gpsOk()).isFalse();
    lift(FaultKind.GPS_OFF);
    assertThat(fixes(3)).isNotEmpty();
    inject("gps-jam");
    fixes(1);
    assertThat(fixes(2)).isNotEmpty().noneMatch(GpsFix::valid);
    lift(FaultKind.GPS_JAM);
    fixes(1);
    assertThat(fixes(2)).isNotEmpty().allMatch(GpsFix::valid);
  }

  @Test
  void lifting_one_of_two_faults_of_a_receiver_leaves_the_other() {
    inject("gps-jam");
    inject("gps-off");
    lift(FaultKind.GPS_OFF);
    fixes(1);
    assertThat(fixes(2)).isNotEmpty().noneMatch(GpsFix::valid);
  }

  @Test
  void jamming_in_the_air_ends_in_a_landing_without_a_position() {
    flight.takeOff(20);
    flight.forget();
    inject("gps-jam");
    flight.until("the failsafe", 20, () -> flight.modes().contains("LAND"));
    assertThat(flight.texts()).anyMatch(text -> text.contains("EKF Failsafe"));
  }

  @Test
  void a_glitch_moves_what_the_autopilot_believes_and_not_at_first_the_aircraft() {
    flight.takeOff(20);
    inject("gps-glitch 80 0");
    flight.until("the belief", 30, () -> believedEastM() - flight.at().east() > 60);
    lift(FaultKind.GPS_GLITCH);
    flight.until("the truth again", 30, () -> Math.abs(believedEastM() - flight.at().east()) < 5);
  }

  private double believedEastM() {
    return flight.copter().nav().position().east();
  }

  @Test
  void noise_multiplies_the_receivers_errors() {
    double usual = spreadM();
    inject("gps-noise 30");
    fixes(3);
    assertThat(spreadM()).isGreaterThan(5 * usual);
    lift(FaultKind.GPS_NOISE);
    fixes(3);
    assertThat(spreadM()).isLessThan(5 * usual);
  }

  /** How far fixes of a standing vehicle jump from one to the next. */
  private double spreadM() {
    List<GpsFix> fixes = fixes(20);
    double sum = 0;
    for (int i = 1; i < fixes.size(); i++) {
      sum += fixes.get(i).velocity().horizontal();
    }
    return sum / fixes.size();
  }

  @Test
  void a_dead_compass_answers_no_more() {
    ToDoubleFunction<SensorFrame> answers = frame -> frame.compass() == null ? Double.NaN : 1;
    assertThat(answered(answers)).isTrue();
    inject("compass-off");
    assertThat(answered(answers)).isFalse();
    lift(FaultKind.COMPASS_OFF);
    assertThat(answered(answers)).isTrue();
  }

  @Test
  void a_dead_rangefinder_answers_no_more() {
    ToDoubleFunction<SensorFrame> answers = frame -> frame.range() == null ? Double.NaN : 1;
    assertThat(answered(answers)).isTrue();
    inject("rangefinder-off");
    assertThat(answered(answers)).isFalse();
    lift(FaultKind.RANGEFINDER_OFF);
    assertThat(answered(answers)).isTrue();
  }

  private boolean answered(ToDoubleFunction<SensorFrame> answers) {
    boolean answered = false;
    for (int i = 0; i < 800; i++) {
      flight.world.step();
      answered |= !Double.isNaN(answers.applyAsDouble(flight.copter().sensors()));
    }
    return answered;
  }

  @Test
  void a_drifting_barometer_runs_away_and_stays_where_it_is_when_mended() {
    ToDoubleFunction<SensorFrame> error =
        frame -> frame.baroAltitudeM() - flight.vehicle.body().position().up();
    double before = mean(2, error);
    inject("baro-drift 2");
    flight.run(10);
    assertThat(mean(0.4, error) - before).isCloseTo(20.4, within(1.5));
    lift(FaultKind.BARO_DRIFT);
    double mended = mean(2, error);
    flight.run(5);
    assertThat(mean(2, error)).isCloseTo(mended, within(0.7));
  }

  @Test
  void a_biased_accelerometer_is_off_by_so_much_while_it_stands() {
    double before = mean(2, SensorFrame::accelForwardMps2);
    inject("imu-bias 2");
    assertThat(mean(2, SensorFrame::accelForwardMps2) - before).isCloseTo(2, within(0.2));
    lift(FaultKind.IMU_BIAS);
    assertThat(mean(2, SensorFrame::accelForwardMps2) - before).isCloseTo(0, within(0.2));
  }

  @Test
  void a_quadrotor_without_a_motor_falls() {
    flight.takeOff(20);
    inject("motor-off 1");
    double tookS = flight.until("the fall", 15, () -> flight.vehicle.body().onGround());
    assertThat(tookS).as("free fall from 20 m takes 2.0 s").isBetween(1.9, 8.0);
    assertThat(flight.vehicle.body().impactMps()).isGreaterThan(5);
  }

  @Test
  void a_weak_motor_is_made_up_for_and_costs_throttle() {
    flight.takeOff(20);
    double before = throttle();
    inject("motor-weak 1 80");
    flight.run(5);
    assertThat(throttle()).isGreaterThan(before * 1.02);
    assertThat(flight.at().up()).isCloseTo(20, within(2.0));
    lift(FaultKind.MOTOR_WEAK);
    flight.run(10);
    assertThat(throttle()).isCloseTo(before, within(before * 0.02));
  }

  private double throttle() {
    return mean(3, frame -> flight.copter().throttle());
  }

  @Test
  void a_battery_that_is_set_low_fires_the_failsafe() {
    flight.takeOff(20);
    flight.forget();
    inject("battery-set 20");
    flight.run(1);
    assertThat(flight.copter().batteryPercent()).isBetween(19, 20);
    flight.until("the failsafe", 5, () -> flight.modes().contains("RTL"));
    assertThat(flight.texts()).contains("Battery Failsafe");
    lift(FaultKind.BATTERY_SET);
    assertThat(flight.vehicle.body().battery().charge()).isGreaterThan(0.9);
  }

  @Test
  void a_draining_battery_runs_out_so_many_times_as_fast() {
    flight.takeOff(20);
    double usual = drawn();
    inject("battery-drain 20");
    assertThat(drawn() / usual).isCloseTo(20, within(1.0));
    lift(FaultKind.BATTERY_DRAIN);
    assertThat(drawn() / usual).isCloseTo(1, within(0.1));
  }

  private double drawn() {
    double before = flight.vehicle.body().battery().charge();
    flight.run(10);
    return before - flight.vehicle.body().battery().charge();
  }

  @Test
  void a_sagging_battery_gives_less_volts_under_the_same_load() {
    flight.takeOff(20);
    double before = mean(3, SensorFrame::batteryVolts);
    inject("battery-sag 3");
    flight.run(2);
    assertThat(mean(3, SensorFrame::batteryVolts)).isLessThan(before - 0.5);
    lift(FaultKind.BATTERY_SAG);
    flight.run(2);
    assertThat(mean(3, SensorFrame::batteryVolts)).isCloseTo(before, within(0.2));
  }

  /**
   * Recording a23: one second after the transmitter, RTL; the mode stays when it is back.
   *
   * @see <a href="https://ardupilot.org/copter/docs/radio-failsafe.html">radio failsafe</a>
   */
  @Test
  void without_radio_control_the_copter_returns_and_goes_on_returning() {
    flight.takeOff(20);
    flight.forget();
    inject("rc-loss");
    double tookS = flight.until("the return", 5, () -> flight.modes().contains("RTL"));
    assertThat(tookS).isCloseTo(1.0, within(0.2));
    assertThat(flight.texts()).contains("Radio Failsafe");
    lift(FaultKind.RC_LOSS);
    flight.run(2);
    assertThat(flight.texts()).contains("Radio Failsafe Cleared");
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.RTL);
  }

  @Test
  void another_wind_blows_and_the_fair_one_again_when_it_is_lifted() {
    flight.takeOff(20);
    inject("wind 10 270");
    flight.run(10);
    assertThat(leanDeg()).as("hovering in 10 m/s").isGreaterThan(2);
    lift(FaultKind.WIND);
    flight.run(20);
    assertThat(leanDeg()).isLessThan(1);
  }

  @Test
  void a_gust_comes_at_full_strength_and_ends_by_itself() {
    flight.takeOff(20);
    inject("gust 15 for 8");
    flight.run(8);
    assertThat(leanDeg()).isGreaterThan(4);
    board.turn();
    assertThat(board.active()).isEmpty();
    flight.run(20);
    assertThat(leanDeg()).isLessThan(1);
  }

  /** How far it leans on average, against the wind. */
  private double leanDeg() {
    return mean(
        4, frame -> Math.toDegrees(Math.acos(Math.min(1, flight.vehicle.body().upright()))));
  }

  @Test
  void a_stranger_flies_it_away_until_it_is_gone() {
    flight.takeOff(20);
    inject("takeover 90 8 for 12");
    for (int i = 0; i < 100; i++) {
      flight.run(0.1);
      board.turn();
    }
    assertThat(flight.vehicle.body().velocity().east()).isCloseTo(8, within(0.5));
    assertThat(flight.at().east()).isGreaterThan(40);
    flight.run(3);
    board.turn();
    assertThat(board.active()).isEmpty();
    flight.run(15);
    assertThat(flight.vehicle.body().velocity().horizontal()).as("nobody steers").isLessThan(0.5);
  }
}
