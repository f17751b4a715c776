package org.vigie.groundstation.viewing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What is still to come into the streams of flights, so that nothing comes after their end. Not
 * thread-safe: belongs to the lock of the book.
 */
final class FlightGates {
  /**
   * Flights remembered as ended. By the time that one is forgotten it has been CLOSED for hundreds
   * of flights, and its state alone keeps people out.
   */
  private static final int ENDED_MAX = 1_000;

  private final Map<String, Gate> gates = new HashMap<>();
  private final Set<String> ended = new LinkedHashSet<>();

  private static final class Gate {
    private int under;
    private @Nullable CompletableFuture<Void> end;
  }

  /** Whether nothing new may come into the flight's stream. */
  boolean ended(String flightId) {
    return ended.contains(flightId);
  }

  /** Something is about to come; {@link #leave} when it, and all that follows of it, is there. */
  void enter(@Nullable String flightId) {
    if (flightId != null) {
      gates.computeIfAbsent(flightId, id -> new Gate()).under++;
    }
  }

  /** It is there, or will never come; to be completed outside of the lock if that was the last. */
  @Nullable CompletableFuture<Void> leave(@Nullable String flightId) {
    Gate gate = flightId == null ? null : gates.get(flightId);
    if (gate == null || --gate.under > 0) {
      return null;
    }
    gates.remove(flightId);
    return gate.end;
  }

  /** Ends a flight; the future is complete when nothing is to come any more. */
  CompletableFuture<Void> end(String flightId) {
    ended.add(flightId);
    if (ended.size() > ENDED_MAX) {
      ended.remove(ended.iterator().next());
    }
    Gate gate = gates.get(flightId);
    if (gate == null) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> end = gate.end == null ? new CompletableFuture<>() : gate.end;
    gate.end = end;
    return end;
  }
}
