package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.List;

/**
 * Decides what a vehicle does. Called by the vehicle's loop only, one call at a time; must neither
 * block nor throw: what it throws stops the loop, see {@link VehicleLoop}.
 *
 * @param <I> what others can tell it: orders, and answers that it waits for
 */
public interface Supervisor<I> {
  /** Acts to carry out now, in order. Acts that add risk: only when their entries are on disk. */
  List<VehicleAct> onReport(VehicleReport report, Instant now);

  /** Acts to carry out now, in order. */
  List<VehicleAct> onInput(I input, Instant now);
}
