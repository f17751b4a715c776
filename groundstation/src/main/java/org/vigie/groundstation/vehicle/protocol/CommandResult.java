package org.vigie.groundstation.vehicle.protocol;

import java.util.Arrays;

/**
 * How a vehicle answered a command.
 *
 * @source MAVLink common.xml MAV_RESULT
 */
public enum CommandResult {
  ACCEPTED(0),
  TEMPORARILY_REJECTED(1),
  DENIED(2),
  UNSUPPORTED(3),
  FAILED(4),
  IN_PROGRESS(5),
  CANCELLED(6),
  COMMAND_LONG_ONLY(7),
  COMMAND_INT_ONLY(8),
  COMMAND_UNSUPPORTED_MAV_FRAME(9),
  NOT_IN_CONTROL(10),
  /** A number that the standard did not name when this was written. */
  OTHER(-1);

  private final int number;

  CommandResult(int number) {
    this.number = number;
  }

  static CommandResult of(int number) {
    return Arrays.stream(values()).filter(v -> v.number == number).findFirst().orElse(OTHER);
  }
}
