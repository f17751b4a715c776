package org.vigie.groundstation.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.groundstation.api.ProfileSource;
import org.vigie.groundstation.chart.HeightProfile;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.journal.Journal;
import org.vigie.planner.io.PlanJson;

/**
 * Planned flights from the side, over the station's terrain. Thread-safe.
 *
 * @param journal keeps the plans
 */
record StationProfiles(Desk desk, Journal journal, Terrain terrain) implements ProfileSource {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Optional<JsonNode> profile(String flightId) {
    return desk.findFlight(flightId)
        .map(FlightView::planHash)
        .flatMap(journal::findDocument)
        .map(this::drawn);
  }

  private JsonNode drawn(byte[] plan) {
    try {
      String json = new String(plan, StandardCharsets.UTF_8);
      return JSON.valueToTree(HeightProfile.of(PlanJson.read(json), terrain));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal keeps a plan that nobody can read", e);
    }
  }
}
