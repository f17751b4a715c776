package org.vigie.groundstation.vehicle.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Runs, one at a time, the machines that a larger one is made of.
 *
 * @param <R> how the larger machine ends
 */
final class Stages<R> {
  private @Nullable Stage<?, R> running;

  /** A machine, and what follows its end. */
  private record Stage<O, R>(Machine<O> machine, BiFunction<O, Instant, Advance<R>> ended) {
    Advance<R> follow(Advance<O> advance, Instant now) {
      return advance
          .outcome()
          .map(outcome -> after(advance.send(), ended.apply(outcome, now)))
          .orElseGet(() -> new Advance<>(advance.send(), null));
    }

    Advance<R> onMessage(VehicleMessage message, Instant now) {
      return follow(machine.onMessage(message, now), now);
    }

    Advance<R> onTick(Instant now) {
      return follow(machine.onTick(now), now);
    }
  }

  /** Begins a machine; what it answered first, and what followed if it ended at once. */
  <O> Advance<R> run(Machine<O> machine, BiFunction<O, Instant, Advance<R>> ended, Instant now) {
    Stage<O, R> stage = new Stage<>(machine, ended);
    running = stage;
    return stage.follow(machine.start(now), now);
  }

  Advance<R> onMessage(VehicleMessage message, Instant now) {
    Stage<?, R> stage = running;
    return stage == null ? Advance.nothing() : stage.onMessage(message, now);
  }

  Advance<R> onTick(Instant now) {
    Stage<?, R> stage = running;
    return stage == null ? Advance.nothing() : stage.onTick(now);
  }

  /** Cancels what runs, without what would follow; how it ended, nothing if none ran. */
  Advance<?> cancel() {
    Stage<?, R> stage = running;
    running = null;
    return stage == null ? Advance.nothing() : stage.machine().cancel();
  }

  /** What is sent first, then the rest. */
  static <R> Advance<R> after(List<VehicleMessage> first, Advance<R> then) {
    List<VehicleMessage> all = new ArrayList<>(first);
    all.addAll(then.send());
    return new Advance<>(all, then.ended());
  }
}
