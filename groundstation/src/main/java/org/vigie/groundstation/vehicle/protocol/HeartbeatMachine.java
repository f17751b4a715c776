package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;

/**
 * When the station says that it is alive. The vehicle's station failsafe counts these: they come
 * from the loop that supervises and stop with it.
 */
public final class HeartbeatMachine {
  /**
   * @source MAVLink guide, services, heartbeat: 1 Hz
   */
  static final Duration PERIOD = Duration.ofSeconds(1);

  private static final int MAV_TYPE_GCS = 6;
  private static final int MAV_AUTOPILOT_INVALID = 8;
  private static final int MAV_STATE_ACTIVE = 4;
  private static final int MAVLINK_VERSION = 3;

  private @Nullable Instant last;

  /** The heartbeat that is due, if one is. A late one is not made up for. */
  public Optional<Heartbeat> onTick(Instant now) {
    Instant due = last == null ? now : last.plus(PERIOD);
    if (now.isBefore(due)) {
      return Optional.empty();
    }
    boolean late = !now.isBefore(due.plus(PERIOD));
    last = late ? now : due;
    return Optional.of(
        new Heartbeat(
            0, MAV_TYPE_GCS, MAV_AUTOPILOT_INVALID, 0, MAV_STATE_ACTIVE, MAVLINK_VERSION));
  }
}
