package org.vigie.groundstation.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vigie.groundstation.api.MapSource;
import org.vigie.groundstation.app.config.StationConfig;

/** A map of launch sites and nothing else: no zones are claimed, no base map is configured. */
final class SitesMap implements MapSource {
  /** What is around the sites, degrees: about two kilometres. */
  private static final double MARGIN_DEG = 0.02;

  private final ObjectNode map = JsonNodeFactory.instance.objectNode();

  SitesMap(List<StationConfig.SitePart> sites) {
    ArrayNode bounds = map.putArray("bounds");
    bounds.add(
        sites.stream().mapToDouble(StationConfig.SitePart::lon).min().orElse(0) - MARGIN_DEG);
    bounds.add(
        sites.stream().mapToDouble(StationConfig.SitePart::lat).min().orElse(0) - MARGIN_DEG);
    bounds.add(
        sites.stream().mapToDouble(StationConfig.SitePart::lon).max().orElse(0) + MARGIN_DEG);
    bounds.add(
        sites.stream().mapToDouble(StationConfig.SitePart::lat).max().orElse(0) + MARGIN_DEG);
    ArrayNode shown = map.putArray("sites");
    for (StationConfig.SitePart site : sites) {
      shown
          .addObject()
          .put("id", site.id())
          .put("name", Objects.requireNonNullElse(site.name(), site.id()))
          .put("latDeg", site.lat())
          .put("lonDeg", site.lon())
          .put("amslM", site.amslM());
    }
    ObjectNode zones = map.putObject("zones").put("type", "FeatureCollection");
    zones.putArray("features");
    map.putNull("base").putNull("tiles").putNull("zonesAsOf");
  }

  @Override
  public ObjectNode map() {
    return map;
  }

  @Override
  public Optional<String> tilesOrigin() {
    return Optional.empty();
  }
}
