package org.vigie.groundstation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A map with one site, and profiles that a test puts in. */
final class MemoryMaps implements MapSource {
  final Map<String, JsonNode> profiles = new ConcurrentHashMap<>();

  @Override
  public ObjectNode map() {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    map.putArray("bounds").add(4.36).add(45.42).add(4.40).add(45.45);
    map.putArray("sites")
        .addObject()
        .put("id", "site-1")
        .put("name", "caserne")
        .put("latDeg", 45.43)
        .put("lonDeg", 4.38)
        .put("amslM", 530.0);
    map.putObject("zones").put("type", "FeatureCollection").putArray("features");
    map.putNull("base").put("tiles", "https://tiles.example/{z}/{x}/{y}.png").putNull("zonesAsOf");
    return map;
  }

  @Override
  public Optional<String> tilesOrigin() {
    return Optional.of("https://tiles.example");
  }

  Optional<JsonNode> profile(String flightId) {
    return Optional.ofNullable(profiles.get(flightId));
  }
}
