package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.ardupilotmega.EkfStatusFlags;
import io.dronefleet.mavlink.ardupilotmega.EkfStatusReport;
import io.dronefleet.mavlink.common.AutopilotVersion;
import io.dronefleet.mavlink.common.FenceBreach;
import io.dronefleet.mavlink.common.FenceMitigate;
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
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.copter.FenceStatus;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.estimator.EstimatorStatus;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.PowerMessages;
import org.vigie.simulator.mavlink.StateMessages;

/** Says in MAVLink how an ArduCopter is. Scaling to MAVLink's integers happens here only. */
final class Telemetry {
  /** 4.6.0, official release. @source AP_FWVersion: major, minor, patch, type 255 */
  private static final long VERSION_4_6_0 = 0x040600FFL;

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

  private final Copter copter;
  private final int systemId;
  private final StateMessages state;

  Telemetry(Copter copter, int systemId, Instant boot) {
    this.copter = copter;
    this.systemId = systemId;
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
      default -> state.build(messageId);
    };
  }

  static boolean knows(int messageId) {
    return switch (messageId) {
      case 0,
          MessageIds.SYS_STATUS,
          MessageIds.SYSTEM_TIME,
          MessageIds.GPS_RAW_INT,
          MessageIds.ATTITUDE,
          MessageIds.LOCAL_POSITION_NED,
          MessageIds.GLOBAL_POSITION_INT,
          MessageIds.MISSION_CURRENT,
          MessageIds.GPS_GLOBAL_ORIGIN,
          MessageIds.VFR_HUD,
          MessageIds.BATTERY_STATUS,
          MessageIds.AUTOPILOT_VERSION,
          MessageIds.FENCE_STATUS,
          MessageIds.EKF_STATUS_REPORT,
          MessageIds.HOME_POSITION,
          MessageIds.EXTENDED_SYS_STATE,
          MessageIds.AVAILABLE_MODES ->
          true;
      default -> false;
    };
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

  private int health() {
    int healthy = SENSORS | SENSOR_PREARM;
    if (!copter.gpsOk()) {
      healthy &= ~SENSOR_GPS;
    }
    if (copter.batteryChargeState() > 1) {
      healthy &= ~SENSOR_BATTERY;
    }
    if (copter.fenceStatus().breached()) {
      healthy &= ~SENSOR_FENCE;
    }
    if (!copter.armed() && !copter.armingReasons().isEmpty()) {
      healthy &= ~SENSOR_PREARM;
    }
    return healthy;
  }

  private MissionCurrent missionCurrent() {
    int count = copter.mission().count();
    return MissionCurrent.builder()
        .seq(copter.missionIndex())
        .total(count == 0 ? 65535 : count - 1)
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
        .flightSwVersion(VERSION_4_6_0)
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
    return EkfStatusReport.builder()
        .flags(EnumValue.create(EkfStatusFlags.class, ok ? EKF_HEALTHY : EKF_NO_POSITION))
        .velocityVariance(
            (float) (ok ? status.velocityRatio() : Math.max(LOST, status.velocityRatio())))
        .posHorizVariance(
            (float) (ok ? status.positionRatio() : Math.max(LOST, status.positionRatio())))
        .posVertVariance((float) status.heightRatio())
        .compassVariance((float) status.compassRatio())
        .build();
  }
}
