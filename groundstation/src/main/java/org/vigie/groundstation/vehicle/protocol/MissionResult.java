package org.vigie.groundstation.vehicle.protocol;

import java.util.Arrays;

/**
 * How a vehicle judged a list.
 *
 * @source MAVLink common.xml MAV_MISSION_RESULT
 */
public enum MissionResult {
  ACCEPTED(0),
  ERROR(1),
  UNSUPPORTED_FRAME(2),
  UNSUPPORTED(3),
  NO_SPACE(4),
  INVALID(5),
  INVALID_PARAM1(6),
  INVALID_PARAM2(7),
  INVALID_PARAM3(8),
  INVALID_PARAM4(9),
  INVALID_PARAM5_X(10),
  INVALID_PARAM6_Y(11),
  INVALID_PARAM7(12),
  INVALID_SEQUENCE(13),
  DENIED(14),
  OPERATION_CANCELLED(15),
  /** A number that the standard did not name when this was written. */
  OTHER(-1);

  private final int number;

  MissionResult(int number) {
    this.number = number;
  }

  static MissionResult of(int number) {
    return Arrays.stream(values()).filter(v -> v.number == number).findFirst().orElse(OTHER);
  }

  /** MAV_MISSION_RESULT. */
  int number() {
    return number;
  }

  /**
   * How often a list is offered before this answer is taken as final. ArduPilot denies while an
   * upload of anybody is open, at most 8 s; it answers ERROR to an item that came twice, and to a
   * fence that will never do. PX4 answers ERROR while a download was not thanked for, at most 5 s.
   */
  int attemptsMax() {
    return switch (this) {
      case DENIED, OPERATION_CANCELLED -> 10;
      case ERROR -> 7;
      default -> 1;
    };
  }
}
