package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A machine and a scripted vehicle over a {@link LossyAir}. */
final class LossyTwin<O> {
  private static final Duration STEP = Duration.ofMillis(10);

  private final ScriptedVehicle vehicle;
  private final LossyAir air;
  private final List<O> outcomes = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T00:00:00Z");

  LossyTwin(long seed, double loss, ScriptedVehicle vehicle) {
    this.air = new LossyAir(seed, loss);
    this.vehicle = vehicle;
  }

  LossyAir air() {
    return air;
  }

  /** Runs a machine until some time after its end; all outcomes that it gave. */
  List<O> run(Machine<O> machine, Duration limit) {
    return run(machine, limit, at -> {});
  }

  /** The same, with something else that happens as time goes on. */
  List<O> run(Machine<O> machine, Duration limit, Consumer<Duration> meanwhile) {
    outcomes.clear();
    Instant begun = now;
    Instant end = now.plus(limit);
    follow(machine.start(now));
    Duration after = Duration.ofSeconds(3);
    while (now.isBefore(end) && (outcomes.isEmpty() || !after.isNegative())) {
      now = now.plus(STEP);
      meanwhile.accept(Duration.between(begun, now));
      vehicle.onTick(now).forEach(message -> air.send(false, message, now));
      for (LossyAir.Arrived arrived : air.due(now)) {
        if (arrived.atVehicle()) {
          vehicle.onMessage(arrived.message(), now).forEach(m -> air.send(false, m, now));
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
    advance.send().forEach(message -> air.send(true, message, now));
    advance.outcome().ifPresent(outcomes::add);
  }
}
