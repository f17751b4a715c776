package org.vigie.groundstation.vehicle;

import java.time.Duration;
import java.time.Instant;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.StateMessage.Timesync;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.way.FrameOutlet;
import org.vigie.groundstation.vehicle.way.Ways;

/**
 * Measures how long the vehicle takes to answer on each way, by TIMESYNC.
 *
 * @threading {@link #due} on the vehicle's loop, the rest anywhere
 * @source MAVLink guide, services, timesync: a request has tc1 0, its answer repeats ts1
 */
final class WayProbes {
  /** Often enough to see a link go bad, and nothing beside telemetry. */
  static final Duration PERIOD = Duration.ofSeconds(1);

  private static final int TIMESYNC = 111;

  private final VehicleSettings settings;
  private final Ways ways;
  private Instant lastAt = Instant.MIN;

  WayProbes(VehicleSettings settings, Ways ways) {
    this.settings = settings;
    this.ways = ways;
  }

  /** Whether it is time to ask again. */
  boolean due(Instant now) {
    if (lastAt.isAfter(now.minus(PERIOD))) {
      return false;
    }
    lastAt = now;
    return true;
  }

  /** The question for one way. */
  VehicleMessage question(FrameOutlet by, Instant now) {
    return new Timesync(
        0, ways.ask(by, now), settings.systemId(), VehicleSettings.AUTOPILOT_COMPONENT);
  }

  /** Whether a frame is TIMESYNC; if it answers a question, that way's time is noted. */
  boolean takes(Frame frame, FrameOutlet from, Instant now) {
    if (frame.messageId() != TIMESYNC) {
      return false;
    }
    if (Messages.decode(frame) instanceof Timesync answer && answer.tc1Ns() != 0) {
      ways.answered(from, answer.ts1Ns(), now);
    }
    return true;
  }
}
