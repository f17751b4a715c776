package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.ardupilotmega.EkfStatusFlags;
import io.dronefleet.mavlink.ardupilotmega.EkfStatusReport;
import io.dronefleet.mavlink.common.AutopilotVersion;
import io.dronefleet.mavlink.common.FenceBreach;
import io.dronefleet.mavlink.common.FenceMitigate;
import io.dronefleet.mavlink.common.FlightInformation;
import io.dronefleet.mavlink.common.GpsFixType;
import io.dronefleet.mavlink.common.MavProtocolCapability;
import io.dronefleet.mavlink.common.MissionCurrent;
import io.dronefleet.mavlink.common.MissionState;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavModeFlag;
import io.dronefleet.mavlink.minimal.MavState;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.copter.FenceStatus;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.estimator.EstimatorStatus;
import org.vigie.simulator.mavlink.CameraProtocol;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.PowerMessages;
import org.vigie.simulator.mavlink.StateMessages;

/** Says in MAVLink how an ArduCopter is. Scaling to MAVLink's integers happens here only. */
final class Telemetry {
  /**
   * @source AUTOPILOT_VERSION of a recorded ArduCopter
   */
  private static final int CAPABILITIES = 64495;

  /** Gyro, accelerometer, compass, barometer, GNSS, controllers, motors, logging, battery, AHRS. */
  private static final int SENSORS = 1399979055;

  private static final int SENSOR_GPS = 1 << 5;
  private static final int SENSOR_FENCE = 1 << 20;
  private static final int SENSOR_BATTERY = 1 << 25;
  private static final int SENSOR_PREARM = 1 << 28;

  /** Flags of a healthy EKF in flight, and of one without position. @source tlogs, a10 */
  private static final int EKF_HEALTHY = 831;

  /** Ratios of an estimate that has given up. @source recording a10 */
  private static final double LOST = 1.2;

  private static final int EKF_NO_POSITION = 0x25;
  private static final int EKF_GLITCHING = 0x8000;

  /** Accepted when it is asked for, and nothing comes (recording a21). */
  private static final int PARAM_VALUE = 22;

  private static final int FLIGHT_INFORMATION = 264;

  private final Copter copter;
  private final int systemId;
  private final StateMessages state;
  private final SensorMessages sensors;
  private final GuidanceMessages guidance;
  private final Payload payload;
  private final Instant boot;

  Telemetry(Copter copter, int systemId, Instant boot, Payload payload) {
    this.copter = copter;
    this.systemId = systemId;
    this.payload = payload;
    this.boot = boot;
    this.sensors = new SensorMessages(copter);
    this.guidance = new GuidanceMessages(copter);
    this.state = new StateMessages(copter, boot, GpsFixType.GPS_FIX_TYPE_RTK_FIXED);
  }

  /** The message of a number as it is now; empty when there is nothing to say. */
  Optional<Object> build(int messageId) {
    return switch (messageId) {
      case MessageIds.SYS_STATUS ->
          Optional.of(
              PowerMessages.sysStatus(
                  copter,
                  SENSORS,
                  copter.fenceEnabled() ? SENSORS | SENSOR_FENCE : SENSORS & ~SENSOR_FENCE,
                  health()));
      case MessageIds.MISSION_CURRENT -> Optional.of(missionCurrent());
      case MessageIds.AUTOPILOT_VERSION -> Optional.of(version());
      case MessageIds.FENCE_STATUS ->
          copter.fenceEnabled() ? Optional.of(fence()) : Optional.empty();
      case MessageIds.EKF_STATUS_REPORT -> Optional.of(ekf());
      case FLIGHT_INFORMATION -> Optional.of(flight());
      case MessageIds.NAV_CONTROLLER_OUTPUT, MessageIds.POSITION_TARGET_GLOBAL_INT ->
          guidance.build(messageId);
      default -> other(messageId);
    };
  }

  private Optional<Object> other(int messageId) {
    return state
        .build(messageId)
        .or(() -> sensors.build(messageId))
        .or(() -> payload.build(messageId));
  }

  /** Messages that it can be asked for; of some there may be nothing to say. */
  private static final Set<Integer> KNOWN =
      Set.of(
          0,
          MessageIds.SYS_STATUS,
          MessageIds.SYSTEM_TIME,
          MessageIds.GPS_RAW_INT,
          MessageIds.RAW_IMU,
          MessageIds.SCALED_PRESSURE,
          MessageIds.ATTITUDE,
          MessageIds.LOCAL_POSITION_NED,
          MessageIds.GLOBAL_POSITION_INT,
          MessageIds.SERVO_OUTPUT_RAW,
          MessageIds.MISSION_CURRENT,
          MessageIds.GPS_GLOBAL_ORIGIN,
          MessageIds.NAV_CONTROLLER_OUTPUT,
          MessageIds.RC_CHANNELS,
          MessageIds.VFR_HUD,
          MessageIds.POSITION_TARGET_GLOBAL_INT,
          MessageIds.SCALED_IMU2,
          MessageIds.POWER_STATUS,
          MessageIds.SCALED_IMU3,
          MessageIds.DISTANCE_SENSOR,
          MessageIds.TERRAIN_REPORT,
          MessageIds.SCALED_PRESSURE2,
          MessageIds.BATTERY_STATUS,
          MessageIds.AUTOPILOT_VERSION,
          MessageIds.MEMINFO,
          MessageIds.FENCE_STATUS,
          MessageIds.AHRS,
          MessageIds.WIND,
          MessageIds.RANGEFINDER,
          MessageIds.AHRS2,
          MessageIds.EKF_STATUS_REPORT,
          MessageIds.VIBRATION,
          MessageIds.HOME_POSITION,
          MessageIds.EXTENDED_SYS_STATE,
          CameraProtocol.CAMERA_INFORMATION,
          CameraProtocol.CAMERA_SETTINGS,
          CameraProtocol.CAMERA_CAPTURE_STATUS,
          CameraProtocol.VIDEO_STREAM_INFORMATION,
          CameraProtocol.VIDEO_STREAM_STATUS,
          MessageIds.GIMBAL_MANAGER_INFORMATION,
          MessageIds.GIMBAL_MANAGER_STATUS,
          MessageIds.GIMBAL_DEVICE_ATTITUDE_STATUS,
          MessageIds.AVAILABLE_MODES,
          MessageIds.AVAILABLE_MODES_MONITOR,
          PARAM_VALUE,
          FLIGHT_INFORMATION);

  static boolean knows(int messageId) {
    return KNOWN.contains(messageId);
  }

  Heartbeat heartbeat() {
    boolean boot = copter.timeS() < 1;
    int mode = 1 + 16 + 64; // custom mode, stabilise, manual input
    if (copter.armed() || copter.mode() == FlightMode.GUIDED || boot) {
      mode += 8; // guided
    }
    mode += copter.armed() ? 128 : 0;
    MavState state =
        boot
            ? MavState.MAV_STATE_BOOT
            : copter.failsafe()
                ? MavState.MAV_STATE_CRITICAL
                : copter.landed() ? MavState.MAV_STATE_STANDBY : MavState.MAV_STATE_ACTIVE;
    return Heartbeat.builder()
        .type(MavType.MAV_TYPE_QUADROTOR)
        .autopilot(MavAutopilot.MAV_AUTOPILOT_ARDUPILOTMEGA)
        .baseMode(EnumValue.create(MavModeFlag.class, mode))
        .customMode(copter.mode().number())
        .systemStatus(state)
        .mavlinkVersion(3)
        .build();
  }

  private FlightInformation flight() {
    boolean flown = copter.armedS() > 0;
    long armedUs = boot.toEpochMilli() * 1000 + (long) (copter.armedS() * 1e6);
    BigInteger armed = flown ? BigInteger.valueOf(armedUs) : BigInteger.ZERO;
    return FlightInformation.builder()
        .timeBootMs((long) (copter.timeS() * 1000))
        .armingTimeUtc(armed)
        .takeoffTimeUtc(copter.landed() ? BigInteger.ZERO : armed)
        .flightUuid(BigInteger.valueOf(copter.logs().lastId()))
        .build();
  }

  private int health() {
    int healthy = SENSORS | SENSOR_PREARM;
    if (!copter.gpsOk()) {
      healthy &= ~SENSOR_GPS;
    }
    if (!copter.preArmReasons().isEmpty() && !copter.armed()) {
      healthy &= ~SENSOR_PREARM;
    }
    if (copter.batteryChargeState() > 1) {
      healthy &= ~SENSOR_BATTERY;
    }
    if (copter.fenceStatus().breached()) {
      healthy &= ~SENSOR_FENCE;
    }
    return healthy;
  }

  private MissionCurrent missionCurrent() {
    int count = copter.mission().count();
    return MissionCurrent.builder()
        .seq(copter.missionIndex())
        .total(Math.max(0, count - 1))
        .missionState(EnumValue.create(MissionState.class, copter.missionState()))
        .build();
  }

  private AutopilotVersion version() {
    byte[] custom = "vigiesim".getBytes(StandardCharsets.US_ASCII);
    byte[] uid2 = new byte[18];
    byte[] name = ("vigie-sim-" + systemId).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, uid2, 0, Math.min(name.length, uid2.length));
    return AutopilotVersion.builder()
        .capabilities(EnumValue.create(MavProtocolCapability.class, CAPABILITIES))
        .flightSwVersion(copter.firmware().version())
        .flightCustomVersion(custom)
        .middlewareCustomVersion(new byte[8])
        .osCustomVersion(new byte[8])
        .uid(BigInteger.valueOf(0x5649_4749_4500L + systemId))
        .uid2(uid2)
        .build();
  }

  private io.dronefleet.mavlink.common.FenceStatus fence() {
    FenceStatus status = copter.fenceStatus();
    return io.dronefleet.mavlink.common.FenceStatus.builder()
        .breachStatus(status.breached() ? 1 : 0)
        .breachCount(status.breachCount())
        .breachType(EnumValue.create(FenceBreach.class, status.breachType()))
        .breachTime(status.breachTimeMs())
        .breachMitigation(FenceMitigate.FENCE_MITIGATE_NONE)
        .build();
  }

  private EkfStatusReport ekf() {
    boolean ok = copter.nav().positionOk();
    EstimatorStatus status = copter.estimatorStatus();
    double least = ok ? 0 : LOST;
    int flags = ok ? EKF_HEALTHY : EKF_NO_POSITION;
    return EkfStatusReport.builder()
        .flags(
            EnumValue.create(
                EkfStatusFlags.class, status.glitching() ? flags | EKF_GLITCHING : flags))
        .velocityVariance(share(Math.max(least, status.velocityRatio())))
        .posHorizVariance(share(Math.max(least, status.positionRatio())))
        .posVertVariance(share(status.heightRatio()))
        .compassVariance(share(status.compassRatio()))
        .build();
  }

  private static float share(double ratio) {
    return (float) Math.max(0, Math.min(100, ratio));
  }
}
