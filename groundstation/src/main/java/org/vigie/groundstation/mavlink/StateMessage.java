package org.vigie.groundstation.mavlink;

import java.util.OptionalDouble;

/** What a vehicle says about its state, and what systems say about their time. */
public sealed interface StateMessage extends VehicleMessage {
  /**
   * @param customMode uint32, the autopilot's own mode number
   * @param type MAV_TYPE
   * @param autopilot MAV_AUTOPILOT; 3 ArduPilot, 12 PX4, 8 none
   * @param baseMode MAV_MODE_FLAG
   * @param systemStatus MAV_STATE
   * @source MAVLink minimal.xml #0 HEARTBEAT
   */
  record Heartbeat(
      long customMode, int type, int autopilot, int baseMode, int systemStatus, int mavlinkVersion)
      implements StateMessage {
    private static final int SAFETY_ARMED = 0x80;

    public boolean armed() {
      return (baseMode & SAFETY_ARMED) != 0;
    }
  }

  /**
   * @param present MAV_SYS_STATUS_SENSOR
   * @param loadPercent of the main loop
   * @param batteryPercent remaining
   * @param dropPercent of frames, as the vehicle counts them
   * @source MAVLink common.xml #1 SYS_STATUS
   */
  record SysStatus(
      long present,
      long enabled,
      long health,
      double loadPercent,
      OptionalDouble batteryVolts,
      OptionalDouble batteryAmps,
      OptionalDouble batteryPercent,
      double dropPercent,
      int commErrors,
      int errors1,
      int errors2,
      int errors3,
      int errors4,
      long presentExtended,
      long enabledExtended,
      long healthExtended)
      implements StateMessage {
    private static final long PREARM_CHECK = 1L << 28;

    /** Whether the autopilot reports its pre-arm checks as passed. */
    public boolean prearmHealthy() {
      return (health & PREARM_CHECK) != 0;
    }
  }

  /**
   * @param vtolState MAV_VTOL_STATE
   * @param landedState MAV_LANDED_STATE
   * @source MAVLink common.xml #245 EXTENDED_SYS_STATE
   */
  record ExtendedSysState(int vtolState, int landedState) implements StateMessage {}

  /**
   * A text or a piece of one.
   *
   * @param severity MAV_SEVERITY, 0 worst
   * @param text at most 50 characters, one for each byte
   * @param id 0: the text is whole; otherwise pieces of the same id belong together
   * @param chunk place of the piece, from 0
   * @source MAVLink common.xml #253 STATUSTEXT
   */
  record StatusText(int severity, String text, int id, int chunk) implements StateMessage {
    /** A piece shorter than this ends its text. */
    public static final int LENGTH_MAX = 50;
  }

  /**
   * How far the estimator's innovations are from what it expects (1 is its limit).
   *
   * @param flags EKF_STATUS_FLAGS
   * @source MAVLink ardupilotmega.xml #193 EKF_STATUS_REPORT
   */
  record EkfStatus(
      int flags,
      OptionalDouble velocityVariance,
      OptionalDouble positionHorizontalVariance,
      OptionalDouble positionVerticalVariance,
      OptionalDouble compassVariance,
      OptionalDouble terrainVariance,
      OptionalDouble airspeedVariance)
      implements StateMessage {}

  /**
   * What PX4 says of its estimator, where ArduPilot says EKF_STATUS_REPORT.
   *
   * @param flags ESTIMATOR_STATUS_FLAGS, whose first eight bits are those of EKF_STATUS_FLAGS
   * @source MAVLink common.xml #230 ESTIMATOR_STATUS
   */
  record EstimatorStatus(
      long timeUs,
      OptionalDouble velocityRatio,
      OptionalDouble positionHorizontalRatio,
      OptionalDouble positionVerticalRatio,
      OptionalDouble compassRatio,
      OptionalDouble terrainRatio,
      OptionalDouble airspeedRatio,
      OptionalDouble horizontalAccuracyM,
      OptionalDouble verticalAccuracyM,
      int flags)
      implements StateMessage {}

  /**
   * @param breachTimeMs the vehicle's milliseconds since boot at the last breach
   * @param breached whether the vehicle is outside its fence now
   * @param breachType FENCE_BREACH
   * @param mitigation FENCE_MITIGATE
   * @source MAVLink ardupilotmega.xml, later common.xml #162 FENCE_STATUS
   */
  record FenceStatus(
      long breachTimeMs, int breachCount, boolean breached, int breachType, int mitigation)
      implements StateMessage {}

  /**
   * @param capabilities MAV_PROTOCOL_CAPABILITY
   * @param flightSwVersion bytes major, minor, patch, FIRMWARE_VERSION_TYPE from the top
   * @param flightCustomHex 8 bytes; ASCII in ArduPilot, binary in PX4
   * @param uid2Hex 18 bytes, all zero when not known
   * @source MAVLink common.xml #148 AUTOPILOT_VERSION
   */
  record AutopilotVersion(
      long capabilities,
      long uid,
      long flightSwVersion,
      long middlewareSwVersion,
      long osSwVersion,
      long boardVersion,
      int vendorId,
      int productId,
      String flightCustomHex,
      String middlewareCustomHex,
      String osCustomHex,
      String uid2Hex)
      implements StateMessage {}

  /**
   * @param tc1Ns 0 in a request
   * @source MAVLink common.xml #111 TIMESYNC
   */
  record Timesync(long tc1Ns, long ts1Ns, int targetSystem, int targetComponent)
      implements StateMessage {}

  /**
   * @param unixUs 0 when not known
   * @source MAVLink common.xml #2 SYSTEM_TIME
   */
  record SystemTime(long unixUs, long bootMs) implements StateMessage {}
}
