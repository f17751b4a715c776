package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.physics.Multirotor;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.GpsFix;
import org.vigie.simulator.sensor.GpsReception;
import org.vigie.simulator.sensor.MagneticField;
import org.vigie.simulator.sensor.SensorFrame;
import org.vigie.simulator.sensor.Sensors;

/** Each sensor's rate, noise, delay and faults, on a vehicle that stands or falls. */
class A06_SensorTest {
  private static final double STEP_S = 1 / 400.0;
  private final Sensors sensors = new Sensors(11);
  private Multirotor body;

  @BeforeEach
  void stand() throws Exception {
    body = new Multirotor(AirframeReader.shipped("quad-4kg"), new Vec3(0, 0, 500), 1.0);
  }

  private List<SensorFrame> measure(double seconds) {
    List<SensorFrame> frames = new ArrayList<>();
    for (int i = 0; i < Math.round(seconds / STEP_S); i++) {
      body.step(new double[4], Vec3.ZERO, 500, STEP_S);
      frames.add(sensors.measure(body, 500, STEP_S));
    }
    return frames;
  }

  private List<GpsFix> fixes(double seconds) {
    return measure(seconds).stream().map(SensorFrame::gps).filter(Objects::nonNull).toList();
  }

  @Test
  void standing_sensors_feel_gravity_the_earths_field_and_their_noise() {
    List<SensorFrame> frames = measure(20);
    double down = frames.stream().mapToDouble(f -> f.accelDownMps2()).average().orElseThrow();
    assertThat(down).isCloseTo(-9.80665, within(0.1));
    double gyro =
        Math.sqrt(
            frames.stream().mapToDouble(f -> Math.pow(f.gyroRollRadps(), 2)).average().orElse(0));
    assertThat(Math.toDegrees(gyro)).as("degrees a second").isBetween(0.05, 0.2);
    List<MagneticField> fields =
        frames.stream().map(SensorFrame::compass).filter(Objects::nonNull).toList();
    assertThat(fields).as("ten a second").hasSizeBetween(198, 202);
    double heading =
        fields.stream().mapToDouble(m -> Math.atan2(-m.right(), m.forward())).average().orElse(0);
    assertThat(Math.toDegrees(heading)).isCloseTo(Math.toDegrees(1.0), within(6.0));
    assertThat(frames.stream().filter(f -> f.range() != null).count()).isBetween(395L, 405L);
  }

  @Test
  void a_fix_is_old_when_it_comes() {
    List<GpsFix> fixes = fixes(20);
    assertThat(fixes).as("five a second").hasSizeBetween(98, 101);
    double spread =
        fixes.stream().mapToDouble(fix -> fix.position().horizontal()).average().orElse(0);
    assertThat(spread).as("metres").isBetween(0.02, 1.2);
    // in free fall the answer lags: v dt = 15 m/s x 0.15 s
    Multirotor falling = new Multirotor(body.airframe(), new Vec3(0, 0, 5000), 0);
    Sensors fresh = new Sensors(3);
    double lagM = Double.NaN;
    for (int i = 0; i < 700; i++) {
      falling.step(new double[4], Vec3.ZERO, 0, STEP_S);
      GpsFix fix = fresh.measure(falling, 0, STEP_S).gps();
      if (fix != null) {
        lagM = fix.position().up() - falling.position().up();
      }
    }
    assertThat(lagM).isCloseTo(-falling.velocity().up() * 0.15, within(1.2));
  }

  @Test
  void a_receiver_that_is_off_is_silent_and_a_jammed_one_has_no_position() {
    sensors.faults().gps(GpsReception.OFF);
    measure(0.3);
    assertThat(fixes(5)).isEmpty();
    sensors.faults().gps(GpsReception.JAMMED);
    measure(0.3);
    assertThat(fixes(5)).hasSizeBetween(24, 26).noneMatch(GpsFix::valid);
    sensors.faults().gps(GpsReception.OK);
    measure(0.3);
    assertThat(fixes(5)).allMatch(GpsFix::valid);
  }

  @Test
  void a_glitch_moves_positions_and_not_speeds() {
    sensors.faults().gpsOffset(0, 55.6, 0);
    measure(0.3);
    assertThat(fixes(4))
        .allSatisfy(
            fix -> {
              assertThat(fix.position().north()).isBetween(53.0, 58.0);
              assertThat(fix.velocity().length()).isLessThan(0.4);
            });
  }

  @Test
  void noise_can_be_multiplied() {
    Sensors noisy = new Sensors(11);
    noisy.faults().gpsNoise(10);
    for (int i = 0; i < 400 * 10; i++) {
      body.step(new double[4], Vec3.ZERO, 500, STEP_S);
      GpsFix plain = sensors.measure(body, 500, STEP_S).gps();
      GpsFix worse = noisy.measure(body, 500, STEP_S).gps();
      if (plain != null && worse != null) {
        Vec3 error = plain.position().minus(body.position());
        Vec3 tenfold = worse.position().minus(body.position());
        // the same draws, ten times as large
        assertThat(tenfold.minus(error.times(10)).length()).isLessThan(0.1);
      }
    }
  }

  @Test
  void other_faults_do_what_they_say() {
    sensors.faults().compass(false);
    sensors.faults().rangefinder(false);
    sensors.faults().baroDrift(0.5);
    sensors.faults().imuBias(0.8);
    List<SensorFrame> frames = measure(20);
    assertThat(frames).allMatch(frame -> frame.compass() == null && frame.range() == null);
    SensorFrame last = frames.get(frames.size() - 1);
    assertThat(last.baroAltitudeM() - 500).isCloseTo(10, within(1.0));
    double ahead = frames.stream().mapToDouble(f -> f.accelForwardMps2()).average().orElse(0);
    assertThat(ahead).isCloseTo(0.8, within(0.12));
  }

  @Test
  void numbers_that_are_none_are_refused() {
    assertThatThrownBy(() -> sensors.faults().gpsNoise(-1)).hasMessageContaining("factor");
    assertThatThrownBy(() -> sensors.faults().gpsOffset(0, Double.NaN, 0))
        .hasMessageContaining("northM");
    assertThatThrownBy(() -> body.rotors().health(4, 1)).hasMessageContaining("rotor 4");
    assertThatThrownBy(() -> body.rotors().health(0, 1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> body.battery().drainFactor(Double.NaN)).hasMessageContaining("drain");
  }
}
