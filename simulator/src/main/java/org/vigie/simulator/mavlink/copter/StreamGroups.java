package org.vigie.simulator.mavlink.copter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.simulator.autopilot.copter.CopterFirmware;
import org.vigie.simulator.autopilot.param.Parameters;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.Streams;

/**
 * ArduCopter's groups of streams: each has a rate in a parameter of its own, and a number that old
 * stations ask by.
 *
 * @source ArduPilot GCS_MAVLink_Parameters.cpp all_stream_entries; MAVLink MAV_DATA_STREAM
 */
enum StreamGroups {
  RAW_SENS(
      1,
      MessageIds.RAW_IMU,
      MessageIds.SCALED_IMU2,
      MessageIds.SCALED_IMU3,
      MessageIds.SCALED_PRESSURE,
      MessageIds.SCALED_PRESSURE2),
  EXT_STAT(
      2,
      MessageIds.SYS_STATUS,
      MessageIds.POWER_STATUS,
      MessageIds.MEMINFO,
      MessageIds.MISSION_CURRENT,
      MessageIds.GPS_RAW_INT,
      MessageIds.NAV_CONTROLLER_OUTPUT,
      MessageIds.FENCE_STATUS,
      MessageIds.POSITION_TARGET_GLOBAL_INT),
  RC_CHAN(3, MessageIds.SERVO_OUTPUT_RAW, MessageIds.RC_CHANNELS),
  POSITION(6, MessageIds.GLOBAL_POSITION_INT, MessageIds.LOCAL_POSITION_NED),
  EXTRA1(10, MessageIds.ATTITUDE, MessageIds.AHRS2),
  EXTRA2(11, MessageIds.VFR_HUD),
  EXTRA3(
      12,
      MessageIds.AHRS,
      MessageIds.WIND,
      MessageIds.RANGEFINDER,
      MessageIds.DISTANCE_SENSOR,
      MessageIds.SYSTEM_TIME,
      MessageIds.TERRAIN_REPORT,
      MessageIds.BATTERY_STATUS,
      MessageIds.GIMBAL_DEVICE_ATTITUDE_STATUS,
      MessageIds.EKF_STATUS_REPORT,
      MessageIds.VIBRATION);

  /** Stands for all groups in REQUEST_DATA_STREAM. */
  private static final int ALL = 0;

  private final int number;

  // List.of, which nobody can change
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Integer> messages;

  StreamGroups(int number, Integer... messages) {
    this.number = number;
    this.messages = List.of(messages);
  }

  private static long intervalUs(double rateHz) {
    return rateHz > 0 ? Math.max(Streams.INTERVAL_US_MIN, (long) (1_000_000 / rateHz)) : 0;
  }

  /** What a link gets that nobody has asked for anything. */
  static Map<Integer, Long> defaults(CopterFirmware firmware, Parameters parameters) {
    Map<Integer, Long> intervals = new HashMap<>();
    for (StreamGroups group : values()) {
      long interval = intervalUs(parameters.get(firmware.firstLink() + group.name()));
      group.messages.forEach(id -> intervals.put(id, interval));
    }
    // asked for by most stations when they connect; it is in no group
    intervals.put(MessageIds.EXTENDED_SYS_STATE, 500_000L);
    return intervals;
  }

  /** The interval that a message has by default, 0 for none. */
  static long defaultUs(CopterFirmware firmware, Parameters parameters, int messageId) {
    return defaults(firmware, parameters).getOrDefault(messageId, 0L);
  }

  /** REQUEST_DATA_STREAM. */
  static void request(Streams streams, int number, int rateHz, boolean on, double timeS) {
    for (StreamGroups group : values()) {
      if (number == ALL || number == group.number) {
        long interval = on ? intervalUs(rateHz) : 0;
        group.messages.forEach(id -> streams.setInterval(id, interval, timeS));
      }
    }
  }

  /** A station has set a rate's parameter. */
  static void changed(
      Streams streams, CopterFirmware firmware, String name, double hz, double timeS) {
    for (StreamGroups group : values()) {
      if (name.equals(firmware.firstLink() + group.name())) {
        group.messages.forEach(id -> streams.setInterval(id, intervalUs(hz), timeS));
      }
    }
  }
}
