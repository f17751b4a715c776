package org.vigie.groundstation.vehicle;

import org.vigie.groundstation.mavlink.VehicleMessage;

/** Sends messages to the vehicle; false when no link took one. */
@FunctionalInterface
interface Transmitter {
  boolean transmit(VehicleMessage message);
}
