package org.vigie.groundstation.vehicle.protocol;

import org.vigie.groundstation.mavlink.CommandMessage.CommandInt;

/**
 * A command about a place, which a float would move by half a metre. NaN means "the vehicle's
 * default".
 *
 * @param command MAV_CMD
 * @param frame MAV_FRAME of the height
 * @param x latitude, degrees * 1e7
 * @param y longitude, degrees * 1e7
 * @param z height in metres in the frame
 * @source MAVLink common.xml #75 COMMAND_INT
 */
public record PlacedCommand(
    int command,
    int frame,
    float param1,
    float param2,
    float param3,
    float param4,
    int x,
    int y,
    float z)
    implements Command {
  /** COMMAND_INT does not tell how often it was sent. */
  @Override
  public CommandInt to(Peer peer, int confirmation) {
    return new CommandInt(
        peer.system(),
        peer.component(),
        frame,
        command,
        0,
        0,
        param1,
        param2,
        param3,
        param4,
        x,
        y,
        z);
  }
}
