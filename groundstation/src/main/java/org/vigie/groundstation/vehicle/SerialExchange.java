package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.protocol.Advance;
import org.vigie.groundstation.vehicle.protocol.Machine;

/**
 * Runs machines of one kind one after the other, in the order in which they were offered. Confined
 * to the vehicle's loop.
 */
final class SerialExchange<O> {
  /** Is told how a machine ended. */
  interface Ending<O> {
    /**
     * @param anySent whether at least one of its messages left the station
     */
    void ended(O outcome, boolean anySent);
  }

  private record Job<O>(Machine<O> machine, Ending<O> ending) {}

  private final Transmitter transmitter;
  private final int waitingMax;
  private final Deque<Job<O>> waiting = new ArrayDeque<>();
  private @Nullable Job<O> current;
  private boolean anySent;

  SerialExchange(int waitingMax, Transmitter transmitter) {
    this.waitingMax = waitingMax;
    this.transmitter = transmitter;
  }

  /** Takes a machine; false when too many wait. */
  boolean offer(Machine<O> machine, Ending<O> ending, Instant now) {
    if (waiting.size() >= waitingMax) {
      return false;
    }
    waiting.add(new Job<>(machine, ending));
    startNext(now);
    return true;
  }

  boolean idle() {
    return current == null;
  }

  void onMessage(VehicleMessage message, Instant now) {
    Job<O> job = current;
    if (job != null) {
      follow(job, job.machine().onMessage(message, now));
      startNext(now);
    }
  }

  void onTick(Instant now) {
    Job<O> job = current;
    if (job != null) {
      follow(job, job.machine().onTick(now));
      startNext(now);
    }
  }

  /** Carries out what a machine answered to something other than a message or a tick. */
  void inject(Machine<O> machine, Advance<O> advance, Instant now) {
    Job<O> job = current;
    if (job != null && job.machine() == machine) {
      follow(job, advance);
      startNext(now);
    }
  }

  /** Ends all, those that wait too. */
  void cancelAll() {
    Job<O> job = current;
    if (job != null) {
      follow(job, job.machine().cancel());
    }
    while (!waiting.isEmpty()) {
      Job<O> next = waiting.remove();
      anySent = false;
      follow(next, next.machine().cancel());
    }
  }

  private void startNext(Instant now) {
    while (current == null && !waiting.isEmpty()) {
      Job<O> job = waiting.remove();
      current = job;
      anySent = false;
      follow(job, job.machine().start(now));
    }
  }

  private void follow(Job<O> job, Advance<O> advance) {
    for (VehicleMessage message : advance.send()) {
      anySent |= transmitter.transmit(message);
    }
    Optional<O> outcome = advance.outcome();
    if (outcome.isPresent()) {
      current = null;
      job.ending().ended(outcome.get(), anySent);
    }
  }
}
