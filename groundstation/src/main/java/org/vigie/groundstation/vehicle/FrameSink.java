package org.vigie.groundstation.vehicle;

import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.vehicle.way.FrameOutlet;

/** Where links deliver what they hear. Thread-safe; called on links' threads, never blocks. */
public interface FrameSink {
  /**
   * A frame came.
   *
   * @param from the way back to its sender
   */
  void received(Frame frame, FrameOutlet from);
}
