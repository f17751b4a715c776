package org.vigie.groundstation.vehicle.protocol;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * What a machine answers to one message or moment.
 *
 * @param send to be sent now, in order
 * @param ended how the machine ended; given exactly once in its life, null before and after
 */
public record Advance<O>(List<VehicleMessage> send, @Nullable O ended) {
  public Advance {
    send = List.copyOf(send);
  }

  /** How the machine ended, if it did so just now. */
  public Optional<O> outcome() {
    return Optional.ofNullable(ended);
  }

  static <O> Advance<O> nothing() {
    return new Advance<>(List.of(), null);
  }

  static <O> Advance<O> send(VehicleMessage... messages) {
    return new Advance<>(List.of(messages), null);
  }

  static <O> Advance<O> end(O outcome, VehicleMessage... messages) {
    return new Advance<>(List.of(messages), outcome);
  }
}
