package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * A machine and a scripted vehicle over a link that loses, doubles, delays and so reorders, in
 * virtual time. Same seed, same run.
 */
final class LossyTwin<O> {
  private static final Duration STEP = Duration.ofMillis(10);

  private record Flying(Instant due, long order, boolean toVehicle, VehicleMessage message) {}

  private final SplittableRandom random;
  private final double loss;
  private final ScriptedVehicle vehicle;
  private final PriorityQueue<Flying> air =
      new PriorityQueue<>(
          (a, b) -> {
            int byTime = a.due().compareTo(b.due());
            return byTime != 0 ? byTime : Long.compare(a.order(), b.order());
          });
  private final List<O> outcomes = new ArrayList<>();
  private long order;
  private Instant now = Instant.parse("2026-11-21T00:00:00Z");

  LossyTwin(long seed, double loss, ScriptedVehicle vehicle) {
    this.random = new SplittableRandom(seed);
    this.loss = loss;
    this.vehicle = vehicle;
  }

  /** Runs a machine until some time after its end; all outcomes that it gave. */
  List<O> run(Machine<O> machine, Duration limit) {
    outcomes.clear();
    Instant end = now.plus(limit);
    follow(machine.start(now));
    Duration after = Duration.ofSeconds(3);
    while (now.isBefore(end) && (outcomes.isEmpty() || !after.isNegative())) {
      now = now.plus(STEP);
      vehicle.onTick(now).forEach(message -> send(false, message));
      while (!air.isEmpty() && !air.peek().due().isAfter(now)) {
        Flying arrived = air.remove();
        if (arrived.toVehicle()) {
          vehicle.onMessage(arrived.message(), now).forEach(message -> send(false, message));
        } else {
          follow(machine.onMessage(arrived.message(), now));
        }
      }
      follow(machine.onTick(now));
      if (!outcomes.isEmpty()) {
        after = after.minus(STEP);
      }
    }
    return List.copyOf(outcomes);
  }

  private void follow(Advance<O> advance) {
    advance.send().forEach(message -> send(true, message));
    advance.outcome().ifPresent(outcomes::add);
  }

  private void send(boolean toVehicle, VehicleMessage message) {
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
}
