package org.vigie.groundstation.vehicle.protocol;

import java.time.Instant;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * One exchange with a vehicle, from its start to exactly one outcome. After that it answers
 * nothing.
 *
 * @param <O> how it can end
 */
public interface Machine<O> {
  /** Begins; called once. */
  Advance<O> start(Instant now);

  /** A message from the vehicle's autopilot; most do not concern this machine. */
  Advance<O> onMessage(VehicleMessage message, Instant now);

  /** Time has passed; expected every 100 ms or so. */
  Advance<O> onTick(Instant now);

  /** Ends it as cancelled, unless it has ended. */
  Advance<O> cancel();
}
