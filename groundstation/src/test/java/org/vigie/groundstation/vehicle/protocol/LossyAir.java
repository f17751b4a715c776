package org.vigie.groundstation.vehicle.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * A link both ways that loses, doubles, delays and so reorders, in virtual time. Same seed, same
 * course.
 */
public final class LossyAir {
  private record Flying(Instant due, long order, boolean toVehicle, VehicleMessage message) {}

  /** A message that has arrived. */
  public record Arrived(boolean atVehicle, VehicleMessage message) {}

  private final SplittableRandom random;
  private final PriorityQueue<Flying> air =
      new PriorityQueue<>(
          (a, b) -> {
            int byTime = a.due().compareTo(b.due());
            return byTime != 0 ? byTime : Long.compare(a.order(), b.order());
          });
  private long order;

  /** How much is lost from now on, 0 to 1. */
  public double loss;

  public LossyAir(long seed, double loss) {
    this.random = new SplittableRandom(seed);
    this.loss = loss;
  }

  public void send(boolean toVehicle, VehicleMessage message, Instant now) {
    if (random.nextDouble() < loss) {
      return;
    }
    int copies = random.nextDouble() < loss / 2 ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      // 20 ms as a rule, up to 300 ms when it goes wrong: later messages overtake
      long ms = random.nextDouble() < loss ? random.nextInt(20, 300) : 20;
      air.add(new Flying(now.plusMillis(ms), order++, toVehicle, message));
    }
  }

  /** What has arrived by now, in the order of its arrival. */
  public List<Arrived> due(Instant now) {
    List<Arrived> arrived = new ArrayList<>();
    while (!air.isEmpty() && !air.peek().due().isAfter(now)) {
      Flying next = air.remove();
      arrived.add(new Arrived(next.toVehicle(), next.message()));
    }
    return arrived;
  }
}
