package org.vigie.groundstation.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.flight.FlightOrder;
import org.vigie.groundstation.journal.Journal;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;

/** Plan, proof and decision of a flight, read back from the journal's documents. */
public final class FlightDocuments {
  private FlightDocuments() {}

  /** The order of a flight; empty when one of its documents is missing or cannot be read. */
  static Optional<FlightOrder> findOrder(Journal journal, FlightView flight, String commune) {
    FlightPlan plan = read(journal, flight.planHash(), FlightPlan.class);
    Proof proof = read(journal, flight.proofHash(), Proof.class);
    Decision decision = read(journal, flight.decisionHash(), Decision.class);
    return plan == null || proof == null || decision == null
        ? Optional.empty()
        : Optional.of(
            new FlightOrder(
                flight.flightId(),
                flight.vehicleId(),
                flight.serviceId(),
                commune,
                flight.pilotId(),
                plan,
                proof,
                decision));
  }

  /** A plan; empty when it is missing or cannot be read. */
  public static Optional<FlightPlan> findPlan(Journal journal, ContentHash hash) {
    return Optional.ofNullable(read(journal, hash, FlightPlan.class));
  }

  private static <T> @Nullable T read(Journal journal, @Nullable ContentHash hash, Class<T> type) {
    byte[] bytes = hash == null ? null : journal.findDocument(hash).orElse(null);
    try {
      return bytes == null
          ? null
          : CanonicalJson.read(new String(bytes, StandardCharsets.UTF_8), type);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
