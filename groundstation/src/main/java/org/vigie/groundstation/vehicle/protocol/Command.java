package org.vigie.groundstation.vehicle.protocol;

import org.vigie.groundstation.mavlink.VehicleMessage;

/** Something that a vehicle is asked to do and answers with COMMAND_ACK. */
public interface Command {
  /** MAV_CMD. */
  int command();

  /** The message that asks this of a vehicle, sent so many times before. */
  VehicleMessage to(Peer peer, int confirmation);
}
