package org.vigie.groundstation.vehicle;

import java.time.Instant;
import org.vigie.groundstation.mavlink.Frame;

/**
 * Sees every frame of a vehicle before it waits in any queue; the {@code .tlog} is written from
 * here. Thread-safe; called on links' threads and the vehicle's loop, must not block or throw.
 */
@FunctionalInterface
public interface FrameTap {
  /** Which way a frame went. */
  enum Direction {
    FROM_VEHICLE,
    TO_VEHICLE
  }

  void tap(Instant at, Direction direction, Frame frame);
}
