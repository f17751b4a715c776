package org.vigie.groundstation.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.zone.UasZone;
import org.vigie.groundstation.api.MapSource;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.chart.BaseMap;
import org.vigie.groundstation.chart.ZoneFeatures;
import org.vigie.groundstation.time.StationClock;

/** The station's map: its sites, zones and streets. Thread-safe. */
final class StationMap implements MapSource {
  /** Zones come into force to the minute. */
  private static final Duration FRESH = Duration.ofSeconds(20);

  /** Round sites without a base map, degrees: some two kilometres. */
  private static final double ROUND_DEG = 0.02;

  private final StationConfig config;
  private final Supplier<List<UasZone>> zones;
  private final @Nullable BaseMap base;
  private final StationClock clock;
  private final Supplier<Instant> zonesOf;
  private @Nullable ObjectNode shown;
  private Instant shownAt = Instant.MIN;

  /**
   * @param zonesOf when the oldest of their files was last written
   * @param base streets and houses, null when there are none
   */
  StationMap(
      StationConfig config,
      Supplier<List<UasZone>> zones,
      Supplier<Instant> zonesOf,
      @Nullable BaseMap base,
      StationClock clock) {
    this.config = config;
    this.zones = zones;
    this.base = base;
    this.clock = clock;
    this.zonesOf = zonesOf;
  }

  @Override
  public synchronized ObjectNode map() {
    ObjectNode last = shown;
    Instant now = clock.now();
    if (last != null && now.isBefore(shownAt.plus(FRESH))) {
      return last;
    }
    ObjectNode map = draw(now);
    shown = map;
    shownAt = now;
    return map;
  }

  private ObjectNode draw(Instant now) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    BaseMap.Bounds bounds = base == null || base.isEmpty() ? aroundSites() : base.bounds();
    map.putArray("bounds")
        .add(bounds.westDeg())
        .add(bounds.southDeg())
        .add(bounds.eastDeg())
        .add(bounds.northDeg());
    ArrayNode sites = map.putArray("sites");
    for (StationConfig.SitePart site : config.sites()) {
      sites
          .addObject()
          .put("id", site.id())
          .put("name", Objects.requireNonNullElse(site.name(), site.id()))
          .put("latDeg", site.lat())
          .put("lonDeg", site.lon())
          .put("amslM", site.amslM());
    }
    map.set("zones", ZoneFeatures.of(zones.get(), now));
    map.set("base", base == null ? null : base.features());
    return map.put("tiles", config.map().tiles()).put("zonesAsOf", zonesOf.get().toString());
  }

  private BaseMap.Bounds aroundSites() {
    return config.sites().stream()
        .map(
            site ->
                new BaseMap.Bounds(
                    site.lon() - ROUND_DEG,
                    site.lat() - ROUND_DEG,
                    site.lon() + ROUND_DEG,
                    site.lat() + ROUND_DEG))
        .reduce(BaseMap.Bounds::and)
        .orElseThrow();
  }

  @Override
  public Optional<String> tilesOrigin() {
    return Optional.ofNullable(config.map().tiles())
        .map(tiles -> URI.create(tiles.substring(0, tiles.indexOf('/', "https://".length()))))
        .map(URI::toString);
  }
}
