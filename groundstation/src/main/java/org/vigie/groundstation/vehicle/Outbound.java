package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.vehicle.way.Ways;

/**
 * What goes to one vehicle: numbered, signed, by the way that orders take now.
 *
 * @threading thread-safe
 */
final class Outbound implements Transmitter {
  private final FrameWriter writer;
  private final FrameSigning signing;
  private final Ways ways;
  private final StationClock clock;
  private final FrameTap tap;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong notSent = new AtomicLong();

  Outbound(
      VehicleSettings settings, FrameSigning signing, Ways ways, StationClock clock, FrameTap tap) {
    this.writer = new FrameWriter(settings.stationSystemId(), settings.stationComponentId());
    this.signing = signing;
    this.ways = ways;
    this.clock = clock;
    this.tap = tap;
  }

  /** Sends by the chosen way; what it does not take goes by the next. */
  @Override
  public boolean transmit(VehicleMessage message) {
    Instant now = clock.now();
    for (Ways.Route route : ways.inOrder(now)) {
      if (send(message, route, now)) {
        return true;
      }
    }
    notSent.incrementAndGet();
    return false;
  }

  /** Sends by one way only; false when it did not take it. */
  boolean send(VehicleMessage message, Ways.Route route, Instant now) {
    Frame frame;
    synchronized (writer) {
      frame = writer.write(message, signing.seal(route.index(), now));
    }
    if (!route.outlet().send(frame)) {
      return false;
    }
    sent.incrementAndGet();
    tap.tap(now, FrameTap.Direction.TO_VEHICLE, frame);
    return true;
  }

  /** Frames handed to a link. */
  long sent() {
    return sent.get();
  }

  /** Frames that no link took. */
  long notSent() {
    return notSent.get();
  }
}
