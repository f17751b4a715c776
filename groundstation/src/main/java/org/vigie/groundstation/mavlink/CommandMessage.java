package org.vigie.groundstation.mavlink;

/**
 * The command protocol. Parameters may be NaN, which means "the vehicle's default".
 *
 * @source MAVLink guide, services, command
 */
public sealed interface CommandMessage extends VehicleMessage {
  /**
   * @param command MAV_CMD
   * @param confirmation how often it was sent before
   * @source MAVLink common.xml #76 COMMAND_LONG
   */
  record CommandLong(
      int targetSystem,
      int targetComponent,
      int command,
      int confirmation,
      float param1,
      float param2,
      float param3,
      float param4,
      float param5,
      float param6,
      float param7)
      implements CommandMessage {}

  /**
   * @param x latitude, degrees * 1e7, or the command's fifth parameter
   * @param y longitude, degrees * 1e7, or the command's sixth parameter
   * @source MAVLink common.xml #75 COMMAND_INT
   */
  record CommandInt(
      int targetSystem,
      int targetComponent,
      int frame,
      int command,
      int current,
      int autocontinue,
      float param1,
      float param2,
      float param3,
      float param4,
      int x,
      int y,
      float z)
      implements CommandMessage {}

  /**
   * @param result MAV_RESULT
   * @param progress percent while in progress; 255 when not known
   * @param targetSystem 0 when the vehicle does not say whom it answers
   * @source MAVLink common.xml #77 COMMAND_ACK
   */
  record CommandAck(
      int command,
      int result,
      int progress,
      int resultParam2,
      int targetSystem,
      int targetComponent)
      implements CommandMessage {}
}
