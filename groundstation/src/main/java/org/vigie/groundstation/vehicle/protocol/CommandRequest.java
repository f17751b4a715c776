package org.vigie.groundstation.vehicle.protocol;

import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.MavCmd;

/**
 * A command with its parameters, whoever it goes to. NaN means "the vehicle's default".
 *
 * @param command MAV_CMD
 */
public record CommandRequest(
    int command,
    float param1,
    float param2,
    float param3,
    float param4,
    float param5,
    float param6,
    float param7)
    implements Command {

  /** A command whose other parameters are 0. */
  public static CommandRequest of(int command, float param1, float param2) {
    return new CommandRequest(command, param1, param2, 0, 0, 0, 0, 0);
  }

  /** Asks for one message, once. */
  public static CommandRequest message(int messageId) {
    return of(MavCmd.REQUEST_MESSAGE, messageId, 0);
  }

  /** Asks for a message again and again. */
  public static CommandRequest interval(int messageId, double rateHz) {
    return of(MavCmd.SET_MESSAGE_INTERVAL, messageId, (float) (1e6 / rateHz));
  }

  @Override
  public CommandLong to(Peer peer, int confirmation) {
    return new CommandLong(
        peer.system(),
        peer.component(),
        command,
        confirmation,
        param1,
        param2,
        param3,
        param4,
        param5,
        param6,
        param7);
  }
}
