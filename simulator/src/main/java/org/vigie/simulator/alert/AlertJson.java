package org.vigie.simulator.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.simulator.scenario.SensorReport;

/** The form in which alerts travel, by whatever road: never with sound. */
public final class AlertJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AlertJson() {}

  /** The members of an alert. */
  public static Map<String, Object> members(SensorReport report) {
    Map<String, Object> alert = new LinkedHashMap<>();
    alert.put("source", report.source());
    alert.put("sourceId", report.sourceId());
    alert.put("type", report.type());
    alert.put("occurredAt", report.occurredAt().toString());
    alert.put("lat", report.position().latDeg());
    alert.put("lon", report.position().lonDeg());
    alert.put("uncertaintyM", report.uncertaintyM());
    alert.put("confidence", report.confidence());
    alert.put("text", "");
    alert.put("evidence", List.of());
    return alert;
  }

  static byte[] bytes(SensorReport report) {
    try {
      return JSON.writeValueAsBytes(members(report));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
