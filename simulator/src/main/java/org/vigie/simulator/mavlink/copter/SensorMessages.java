package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.ardupilotmega.Ahrs;
import io.dronefleet.mavlink.ardupilotmega.Ahrs2;
import io.dronefleet.mavlink.ardupilotmega.Meminfo;
import io.dronefleet.mavlink.ardupilotmega.Rangefinder;
import io.dronefleet.mavlink.ardupilotmega.Wind;
import io.dronefleet.mavlink.common.DistanceSensor;
import io.dronefleet.mavlink.common.MavDistanceSensor;
import io.dronefleet.mavlink.common.MavPowerStatus;
import io.dronefleet.mavlink.common.MavSensorOrientation;
import io.dronefleet.mavlink.common.PowerStatus;
import io.dronefleet.mavlink.common.RawImu;
import io.dronefleet.mavlink.common.RcChannels;
import io.dronefleet.mavlink.common.ScaledImu2;
import io.dronefleet.mavlink.common.ScaledImu3;
import io.dronefleet.mavlink.common.ScaledPressure;
import io.dronefleet.mavlink.common.ScaledPressure2;
import io.dronefleet.mavlink.common.ServoOutputRaw;
import io.dronefleet.mavlink.common.TerrainReport;
import io.dronefleet.mavlink.common.Vibration;
import io.dronefleet.mavlink.util.EnumValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.sensor.MagneticField;
import org.vigie.simulator.sensor.RangeReading;
import org.vigie.simulator.sensor.SensorFrame;

/** What an ArduCopter tells of its sensors, inputs and outputs, scaled as it scales them. */
final class SensorMessages {
  private static final double MILLI_G_PER_MPS2 = 1000 / 9.80665;

  /** Strength of the earth's field in France, milligauss. @source NOAA WMM: 470 in 2025 */
  private static final double FIELD_MGAUSS = 470;

  private static final int BOARD_CENTIDEGREES = 2500;

  private final Copter copter;

  SensorMessages(Copter copter) {
    this.copter = copter;
  }

  Optional<Object> build(int messageId) {
    return switch (messageId) {
      case MessageIds.RAW_IMU -> Optional.of(rawImu());
      case MessageIds.SCALED_IMU2 -> Optional.of(imu2());
      case MessageIds.SCALED_IMU3 -> Optional.of(imu3());
      case MessageIds.SCALED_PRESSURE ->
          Optional.of(
              ScaledPressure.builder()
                  .timeBootMs(bootMs())
                  .pressAbs(hectopascal())
                  .temperature(BOARD_CENTIDEGREES)
                  .build());
      case MessageIds.SCALED_PRESSURE2 ->
          Optional.of(
              ScaledPressure2.builder()
                  .timeBootMs(bootMs())
                  .pressAbs(hectopascal())
                  .temperature(BOARD_CENTIDEGREES)
                  .build());
      case MessageIds.RC_CHANNELS -> Optional.of(channels());
      case MessageIds.SERVO_OUTPUT_RAW -> Optional.of(servos());
      case MessageIds.VIBRATION ->
          Optional.of(Vibration.builder().timeUsec(BigInteger.valueOf(bootUs())).build());
      case MessageIds.TERRAIN_REPORT -> Optional.of(terrain());
      case MessageIds.MEMINFO -> Optional.of(memory());
      case MessageIds.POWER_STATUS -> Optional.of(power());
      case MessageIds.AHRS -> Optional.of(Ahrs.builder().build());
      case MessageIds.AHRS2 -> Optional.of(ahrs2());
      case MessageIds.WIND -> Optional.of(Wind.builder().direction(-180).build());
      case MessageIds.RANGEFINDER -> range().map(this::rangefinder);
      case MessageIds.DISTANCE_SENSOR -> range().map(this::distance);
      default -> Optional.empty();
    };
  }

  private long bootMs() {
    return (long) (copter.timeS() * 1000);
  }

  private long bootUs() {
    return (long) (copter.timeS() * 1e6);
  }

  private static int milliG(double mps2) {
    return (int) Math.round(Math.max(-32_000, Math.min(32_000, mps2 * MILLI_G_PER_MPS2)));
  }

  private static int milli(double radps) {
    return (int) Math.round(Math.max(-32, Math.min(32, radps)) * 1000);
  }

  private static int field(double share) {
    return (int) Math.round(share * FIELD_MGAUSS);
  }

  private RawImu rawImu() {
    SensorFrame s = copter.sensors();
    MagneticField field = copter.compass();
    return RawImu.builder()
        .timeUsec(BigInteger.valueOf(bootUs()))
        .xacc(milliG(s.accelForwardMps2()))
        .yacc(milliG(s.accelRightMps2()))
        .zacc(milliG(s.accelDownMps2()))
        .xgyro(milli(s.gyroRollRadps()))
        .ygyro(milli(s.gyroPitchRadps()))
        .zgyro(milli(s.gyroYawRadps()))
        .xmag(field(field.forward()))
        .ymag(field(field.right()))
        .zmag(field(field.down()))
        .temperature(BOARD_CENTIDEGREES)
        .build();
  }

  private ScaledImu2 imu2() {
    RawImu first = rawImu();
    return ScaledImu2.builder()
        .timeBootMs(bootMs())
        .xacc(first.xacc())
        .yacc(first.yacc())
        .zacc(first.zacc())
        .xgyro(first.xgyro())
        .ygyro(first.ygyro())
        .zgyro(first.zgyro())
        .xmag(first.xmag())
        .ymag(first.ymag())
        .zmag(first.zmag())
        .temperature(BOARD_CENTIDEGREES)
        .build();
  }

  /** Two inertial sensors and three compasses, as in the recordings. */
  private ScaledImu3 imu3() {
    RawImu first = rawImu();
    return ScaledImu3.builder()
        .timeBootMs(bootMs())
        .xmag(first.xmag())
        .ymag(first.ymag())
        .zmag(first.zmag())
        .build();
  }

  /** Pressure of the standard atmosphere at the height that the barometer measures. */
  private float hectopascal() {
    double heightM = Math.max(-400, Math.min(11_000, copter.sensors().baroAltitudeM()));
    return (float) (1013.25 * Math.pow(1 - 2.25577e-5 * heightM, 5.25588));
  }

  private RcChannels channels() {
    return RcChannels.builder()
        .timeBootMs(bootMs())
        .chancount(8)
        .chan1Raw(copter.rcPwm(0))
        .chan2Raw(copter.rcPwm(1))
        .chan3Raw(copter.rcPwm(2))
        .chan4Raw(copter.rcPwm(3))
        .chan5Raw(copter.rcPwm(4))
        .chan6Raw(copter.rcPwm(5))
        .chan7Raw(copter.rcPwm(6))
        .chan8Raw(copter.rcPwm(7))
        .rssi(255)
        .build();
  }

  private int servo(double[] motors, int index) {
    return index >= motors.length
        ? 0
        : 1000 + (int) Math.round(1000 * Math.max(0, Math.min(1, motors[index])));
  }

  private ServoOutputRaw servos() {
    double[] motors = copter.motors();
    return ServoOutputRaw.builder()
        .timeUsec(bootUs() & 0xFFFFFFFFL)
        .servo1Raw(servo(motors, 0))
        .servo2Raw(servo(motors, 1))
        .servo3Raw(servo(motors, 2))
        .servo4Raw(servo(motors, 3))
        .servo5Raw(servo(motors, 4))
        .servo6Raw(servo(motors, 5))
        .servo7Raw(servo(motors, 6))
        .servo8Raw(servo(motors, 7))
        .build();
  }

  /** Without terrain data on its card, as in the recordings. */
  private TerrainReport terrain() {
    LatLon place = copter.place();
    return TerrainReport.builder()
        .lat(place.latE7())
        .lon(place.lonE7())
        .currentHeight((float) copter.nav().position().up())
        .build();
  }

  /** A board with half a megabyte free, as the recordings have it. */
  private static Meminfo memory() {
    return Meminfo.builder().freemem(65535).freemem32(524_288).build();
  }

  private static PowerStatus power() {
    return PowerStatus.builder().vcc(5000).flags(EnumValue.create(MavPowerStatus.class, 0)).build();
  }

  private Ahrs2 ahrs2() {
    LatLon place = copter.place();
    boolean known = copter.home().isPresent();
    return Ahrs2.builder()
        .roll((float) copter.nav().attitude().rollRad())
        .pitch((float) copter.nav().attitude().pitchRad())
        .yaw((float) copter.nav().yawRad())
        .altitude((float) copter.nav().position().up())
        .lat(known ? place.latE7() : 0)
        .lng(known ? place.lonE7() : 0)
        .build();
  }

  private Optional<RangeReading> range() {
    return copter.range().filter(RangeReading::valid);
  }

  private Rangefinder rangefinder(RangeReading range) {
    return Rangefinder.builder().distance((float) range.distanceM()).build();
  }

  private DistanceSensor distance(RangeReading range) {
    return DistanceSensor.builder()
        .timeBootMs(bootMs())
        .minDistance(20)
        .maxDistance(5000)
        .currentDistance((int) Math.round(range.distanceM() * 100))
        .type(MavDistanceSensor.MAV_DISTANCE_SENSOR_LASER)
        .orientation(MavSensorOrientation.MAV_SENSOR_ROTATION_PITCH_270)
        .quaternion(List.of(0f, 0f, 0f, 0f))
        .build();
  }
}
