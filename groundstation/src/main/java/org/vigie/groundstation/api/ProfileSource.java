package org.vigie.groundstation.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Height profiles of planned routes; whoever has plan and terrain answers. */
@FunctionalInterface
public interface ProfileSource {
  /**
   * {@code GET /api/flights/{id}/profile}; empty while the flight has no plan. Thread-safe, may
   * block.
   *
   * @param flightId of a flight that exists
   */
  Optional<JsonNode> profile(String flightId);
}
