package org.vigie.groundstation.vehicle.way;

import org.vigie.groundstation.mavlink.Frame;

/** A way to a vehicle. Thread-safe; never blocks. */
public interface FrameOutlet {
  /**
   * Hands a frame to the network.
   *
   * @return false if it was not sent because there is no connection or its buffer is full: then it
   *     never will be
   */
  boolean send(Frame frame);

  /** Whether its connection still stands; one without connections always does. */
  boolean open();

  /** What it is, for people: endpoint and remote address. */
  String name();

  /**
   * The link that it belongs to. A vehicle has one way a link: who claims the same vehicle over the
   * same link from elsewhere is a stranger while the first is alive.
   */
  default String link() {
    return name();
  }
}
