package org.vigie.groundstation.app.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.compliance.request.Purpose;
import org.vigie.groundstation.incident.AlertType;

/**
 * REQUEST.yaml as it was written. Its fields, units and defaults are documented in {@code
 * request.schema.json}. What is absent stays null where a station file may stand for it.
 *
 * @param site a site, or the name of one of the station file
 * @param aircraft an aircraft, or the name of one of the station file
 */
public record RequestConfig(
    String id,
    @Nullable AlertType type,
    @Nullable String service,
    @Nullable Purpose purpose,
    String at,
    IncidentPart incident,
    @Nullable String station,
    JsonNode site,
    JsonNode aircraft,
    @Nullable String pilot,
    List<String> zones,
    List<String> terrain,
    List<String> obstacles,
    StationConfig.@Nullable WindPart wind,
    @Nullable String evidence,
    List<String> rules,
    LimitsPart limits) {
  public RequestConfig {
    zones = zones == null ? List.of() : List.copyOf(zones);
    terrain = terrain == null ? List.of() : List.copyOf(terrain);
    obstacles = obstacles == null ? List.of() : List.copyOf(obstacles);
    rules = rules == null ? List.of() : List.copyOf(rules);
    limits = limits == null ? LimitsPart.NONE : limits;
  }

  public record IncidentPart(double lat, double lon, Double uncertaintyM) {
    private static final double UNCERTAINTY_M = 20;

    public IncidentPart {
      uncertaintyM = uncertaintyM == null ? Double.valueOf(UNCERTAINTY_M) : uncertaintyM;
    }
  }

  public record LimitsPart(
      @Nullable Double maxHeightAglM,
      @Nullable Double minHeightAglM,
      Double obstacleClearanceM,
      Integer fenceVerticesMax,
      @Nullable Double vlosM,
      List<List<Double>> area,
      @Nullable Double onSceneS,
      Double validityMin) {
    static final LimitsPart NONE =
        new LimitsPart(null, null, 10.0, 64, null, List.of(), null, 45.0);

    public LimitsPart {
      obstacleClearanceM = obstacleClearanceM == null ? Double.valueOf(10) : obstacleClearanceM;
      fenceVerticesMax = fenceVerticesMax == null ? Integer.valueOf(64) : fenceVerticesMax;
      area = area == null ? List.of() : List.copyOf(area);
      validityMin = validityMin == null ? Double.valueOf(45) : validityMin;
    }
  }
}
