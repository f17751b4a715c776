package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.common.Altitude;
import io.dronefleet.mavlink.common.AttitudeQuaternion;
import io.dronefleet.mavlink.common.EstimatorStatus;
import io.dronefleet.mavlink.common.EstimatorStatusFlags;
import io.dronefleet.mavlink.common.GpsFixType;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.OrbitExecutionStatus;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavModeFlag;
import io.dronefleet.mavlink.minimal.MavState;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.simulator.autopilot.px4.ItemSlot;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.PowerMessages;
import org.vigie.simulator.mavlink.StateMessages;

/** Says in MAVLink how a PX4 is. Scaling to MAVLink's integers happens here only. */
// the library calls messages in the making deprecated; PX4 sends them
@SuppressWarnings("deprecation")
final class Px4Telemetry {
  /**
   * @source SYS_STATUS of recording p7
   */
  private static final int PRESENT = 0x0300402f;

  private static final int ENABLED = 0x0301402f;
  private static final int HEALTHY = 0x1320c83f;
  private static final int SENSOR_GPS = 1 << 5;
  private static final int SENSOR_POSITION = 1 << 14;
  private static final int SENSOR_BATTERY = 1 << 25;
  private static final int SENSOR_PREARM = 1 << 28;

  /** ESTIMATOR_STATUS flags with and without a position. @source recording p12 */
  private static final int ESTIMATE_GOOD = 0x03ff;

  private static final int ESTIMATE_BLIND = 0x00a7;

  /**
   * Microseconds between messages on a link as PX4 opens it. @source rates of the PX4 flight log
   */
  static final Map<Integer, Long> DEFAULT_STREAMS =
      Map.ofEntries(
          Map.entry(MessageIds.ATTITUDE, 20_000L),
          Map.entry(MessageIds.ATTITUDE_QUATERNION, 20_000L),
          Map.entry(MessageIds.LOCAL_POSITION_NED, 20_000L),
          Map.entry(MessageIds.GLOBAL_POSITION_INT, 20_000L),
          Map.entry(MessageIds.GPS_RAW_INT, 200_000L),
          Map.entry(MessageIds.VFR_HUD, 250_000L),
          Map.entry(MessageIds.SYS_STATUS, 1_000_000L),
          Map.entry(MessageIds.ALTITUDE, 1_000_000L),
          Map.entry(MessageIds.EXTENDED_SYS_STATE, 1_000_000L),
          Map.entry(MessageIds.BATTERY_STATUS, 2_000_000L),
          Map.entry(MessageIds.ESTIMATOR_STATUS, 2_000_000L),
          Map.entry(MessageIds.HOME_POSITION, 2_000_000L),
          Map.entry(MessageIds.CURRENT_MODE, 2_000_000L));

  private final Px4 px4;
  private final Px4Identity identity;
  private final StateMessages state;

  Px4Telemetry(Px4 px4, int systemId, Instant boot) {
    this.px4 = px4;
    this.identity = new Px4Identity(px4, systemId);
    this.state = new StateMessages(px4, boot, GpsFixType.GPS_FIX_TYPE_3D_FIX);
  }

  /** Whether a message has an interval that can be set. */
  static boolean knows(int messageId) {
    return DEFAULT_STREAMS.containsKey(messageId)
        || messageId == MessageIds.SYSTEM_TIME
        || messageId == MessageIds.GPS_GLOBAL_ORIGIN;
  }

  /** Whether it is sent when it is asked for. */
  static boolean answers(int messageId) {
    return knows(messageId)
        || messageId == 0
        || messageId == MessageIds.AUTOPILOT_VERSION
        || messageId == MessageIds.STORAGE_INFORMATION
        || messageId == MessageIds.FLIGHT_INFORMATION;
  }

  /** The message of a number as it is now; empty when there is nothing to say. */
  Optional<Object> build(int messageId) {
    return switch (messageId) {
      case 0 -> Optional.of(heartbeat());
      case MessageIds.SYS_STATUS ->
          Optional.of(PowerMessages.sysStatus(px4, PRESENT, ENABLED, health()));
      case MessageIds.AUTOPILOT_VERSION -> Optional.of(identity.version());
      case MessageIds.CURRENT_MODE -> Optional.of(currentMode());
      case MessageIds.ATTITUDE_QUATERNION -> Optional.of(attitude());
      case MessageIds.ALTITUDE -> Optional.of(altitude());
      case MessageIds.ESTIMATOR_STATUS -> Optional.of(estimator());
      case MessageIds.STORAGE_INFORMATION -> Optional.of(identity.storage());
      case MessageIds.FLIGHT_INFORMATION -> Optional.of(identity.flight());
      default -> state.build(messageId);
    };
  }

  Heartbeat heartbeat() {
    Px4Mode mode = px4.mode();
    int base = 1; // custom mode
    base += px4.armed() ? 128 : 0;
    if (mode.auto()) {
      base += 4 + 8 + 16; // auto, guided, stabilise
    } else if (mode.needsSticks()) {
      base += 64 + (mode == Px4Mode.MANUAL || mode == Px4Mode.ACRO ? 0 : 16);
    } else if (mode != Px4Mode.TERMINATION) {
      base += 16;
    }
    return Heartbeat.builder()
        .type(MavType.MAV_TYPE_QUADROTOR)
        .autopilot(MavAutopilot.MAV_AUTOPILOT_PX4)
        .baseMode(EnumValue.create(MavModeFlag.class, base))
        .customMode(mode.customMode())
        .systemStatus(status(mode))
        .mavlinkVersion(3)
        .build();
  }

  private MavState status(Px4Mode mode) {
    if (mode == Px4Mode.TERMINATION) {
      return MavState.MAV_STATE_FLIGHT_TERMINATION;
    }
    if (px4.failsafe()) {
      return MavState.MAV_STATE_CRITICAL;
    }
    if (px4.armed()) {
      return MavState.MAV_STATE_ACTIVE;
    }
    return px4.ready() ? MavState.MAV_STATE_STANDBY : MavState.MAV_STATE_UNINIT;
  }

  private int health() {
    int healthy = HEALTHY;
    if (!px4.gpsOk()) {
      healthy &= ~SENSOR_GPS;
    }
    if (!px4.nav().positionOk()) {
      healthy &= ~SENSOR_POSITION;
    }
    if (px4.batteryChargeState() > 1) {
      healthy &= ~SENSOR_BATTERY;
    }
    if (px4.failsafe() || (!px4.armed() && !px4.ready())) {
      healthy &= ~SENSOR_PREARM;
    }
    return healthy;
  }

  private CurrentMode currentMode() {
    return CurrentMode.builder()
        .standardMode(Px4ModeTable.standardMode(px4.mode()))
        .customMode(px4.mode().customMode())
        .intendedCustomMode(px4.intendedMode().customMode())
        .build();
  }

  /**
   * @source MISSION_STATE and mission_mode as PX4 mavlink_mission.cpp update_mission_state
   */
  MissionProgress mission() {
    int count = px4.slot(ItemSlot.Type.MISSION).items().size();
    boolean active =
        switch (px4.mode()) {
          case MISSION, TAKEOFF, LAND, PRECISION_LANDING -> true;
          default -> false;
        };
    int missionState;
    if (count == 0) {
      missionState = 1;
    } else if (px4.finished()) {
      missionState = 5;
    } else if (active) {
      missionState = 3;
    } else {
      missionState = px4.missionIndex() > 0 ? 4 : 2;
    }
    return MissionProgress.builder()
        .seq(px4.missionIndex())
        .total(count == 0 ? 65535 : count)
        .missionState(missionState)
        .missionMode(active ? 1 : 2)
        .missionId(px4.slot(ItemSlot.Type.MISSION).id())
        .fenceId(px4.slot(ItemSlot.Type.FENCE).id())
        .rallyPointsId(px4.slot(ItemSlot.Type.RALLY).id())
        .build();
  }

  private long bootMs() {
    return (long) (px4.timeS() * 1000);
  }

  private BigInteger bootUs() {
    return BigInteger.valueOf((long) (px4.timeS() * 1e6));
  }

  Optional<OrbitExecutionStatus> orbit() {
    Px4.Circling circle = px4.circling();
    if (circle == null) {
      return Optional.empty();
    }
    return Optional.of(
        OrbitExecutionStatus.builder()
            .timeUsec(bootUs())
            .radius((float) circle.radiusM())
            .frame(MavFrame.MAV_FRAME_GLOBAL)
            .x(circle.centre().latE7())
            .y(circle.centre().lonE7())
            .z((float) circle.altitudeAmslM())
            .build());
  }

  private AttitudeQuaternion attitude() {
    double roll = px4.nav().attitude().rollRad() / 2;
    double pitch = px4.nav().attitude().pitchRad() / 2;
    double half = px4.nav().yawRad() / 2;
    double cr = Math.cos(roll);
    double sr = Math.sin(roll);
    double cp = Math.cos(pitch);
    double sp = Math.sin(pitch);
    double cy = Math.cos(half);
    double sy = Math.sin(half);
    return AttitudeQuaternion.builder()
        .timeBootMs(bootMs())
        .q1((float) (cr * cp * cy + sr * sp * sy))
        .q2((float) (sr * cp * cy - cr * sp * sy))
        .q3((float) (cr * sp * cy + sr * cp * sy))
        .q4((float) (cr * cp * sy - sr * sp * cy))
        .rollspeed((float) px4.nav().rollRateRadps())
        .pitchspeed((float) px4.nav().pitchRateRadps())
        .yawspeed((float) px4.nav().yawRateRadps())
        .reprOffsetQ(List.of(0f, 0f, 0f, 0f))
        .build();
  }

  private Altitude altitude() {
    float amsl = (float) px4.nav().position().up();
    return Altitude.builder()
        .timeUsec(bootUs())
        .altitudeMonotonic(amsl)
        .altitudeAmsl(amsl)
        .altitudeLocal((float) px4.heightAboveHomeM())
        .altitudeRelative((float) px4.heightAboveHomeM())
        .altitudeTerrain(Float.NaN)
        .bottomClearance(Float.NaN)
        .build();
  }

  private EstimatorStatus estimator() {
    boolean good = px4.nav().positionOk();
    float share = good ? 0.03f : 1.5f;
    return EstimatorStatus.builder()
        .timeUsec(bootUs())
        .flags(EnumValue.create(EstimatorStatusFlags.class, good ? ESTIMATE_GOOD : ESTIMATE_BLIND))
        .velRatio(share)
        .posHorizRatio(share)
        .posVertRatio(0.03f)
        .magRatio(0.05f)
        .haglRatio(0.02f)
        .tasRatio(Float.NaN)
        .posHorizAccuracy(good ? 0.2f : 20)
        .posVertAccuracy(0.1f)
        .build();
  }
}
