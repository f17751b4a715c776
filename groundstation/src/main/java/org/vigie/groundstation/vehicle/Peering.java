package org.vigie.groundstation.vehicle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.Frame;

/**
 * Which way leads to a vehicle. Only a heartbeat of its autopilot opens a way, and while one is
 * alive no other is listened to: whoever merely claims the system id can neither draw orders away
 * nor feed the snapshot.
 *
 * @threading thread-safe
 */
final class Peering {
  /** HEARTBEAT, whose checksum the frame reader knows how to check. */
  private static final int HEARTBEAT = 0;

  private @Nullable FrameOutlet way;
  private Instant lastHeartbeat = Instant.MIN;

  /** Whether a frame of the vehicle's system id comes by the way that leads to it. */
  synchronized boolean accepts(Frame frame, FrameOutlet from, Instant now) {
    boolean heartbeat =
        frame.messageId() == HEARTBEAT
            && frame.componentId() == VehicleSettings.AUTOPILOT_COMPONENT;
    FrameOutlet known = way;
    if (known == null || (known != from && (!known.open() || silent(now)))) {
      if (!heartbeat) {
        return false;
      }
      way = from;
    } else if (known != from) {
      return false;
    }
    if (heartbeat) {
      lastHeartbeat = now;
    }
    return true;
  }

  private boolean silent(Instant now) {
    return now.isAfter(lastHeartbeat.plus(LinkState.LOST_AFTER));
  }

  /** The way to send by; absent before the first heartbeat. */
  synchronized @Nullable FrameOutlet way() {
    return way;
  }
}
