package org.vigie.groundstation.vehicle;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;

/**
 * What the station asks of a vehicle when it first hears it, and again after it was lost: a stream
 * that is enough to supervise at 10 Hz and no more; about 25 messages/s in all, which a telemetry
 * radio carries.
 */
final class ConnectionSetup {
  private static final List<CommandRequest> BOTH =
      List.of(
          CommandRequest.interval(33, 5), // GLOBAL_POSITION_INT
          CommandRequest.interval(30, 4), // ATTITUDE
          CommandRequest.interval(1, 2), // SYS_STATUS
          CommandRequest.interval(147, 1), // BATTERY_STATUS
          CommandRequest.interval(24, 2), // GPS_RAW_INT
          CommandRequest.interval(42, 2), // MISSION_CURRENT
          CommandRequest.interval(245, 2), // EXTENDED_SYS_STATE
          CommandRequest.interval(74, 2), // VFR_HUD
          CommandRequest.interval(242, 0.5), // HOME_POSITION
          CommandRequest.message(148), // AUTOPILOT_VERSION
          CommandRequest.message(242)); // HOME_POSITION, refused until it is known

  static final List<CommandRequest> ARDUPILOT =
      with(
          CommandRequest.interval(193, 1), // EKF_STATUS_REPORT
          CommandRequest.interval(162, 2), // FENCE_STATUS
          CommandRequest.interval(168, 0.2)); // WIND

  /** PX4 has no FENCE_STATUS. */
  static final List<CommandRequest> PX4 =
      with(
          CommandRequest.interval(230, 1), // ESTIMATOR_STATUS
          CommandRequest.interval(231, 0.2)); // WIND_COV

  private ConnectionSetup() {}

  private static List<CommandRequest> with(CommandRequest... own) {
    return Stream.concat(BOTH.stream(), Stream.of(own)).toList();
  }
}
