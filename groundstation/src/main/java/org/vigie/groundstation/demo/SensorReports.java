package org.vigie.groundstation.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.simulator.scenario.SensorReport;

/**
 * The simulated sensors at the station's door: each report is posted when it is due, and again
 * until it is acknowledged.
 *
 * @threading confined to the demo's loop
 */
final class SensorReports {
  private final StationClient client;
  private final Story story;
  private final List<SensorReport> waiting;

  SensorReports(List<SensorReport> reports, StationClient client, Story story) {
    this.client = client;
    this.story = story;
    this.waiting = new ArrayList<>(reports);
  }

  void turn(Instant now) throws InterruptedException {
    while (!waiting.isEmpty() && !now.isBefore(waiting.get(0).sentAt())) {
      try {
        StationClient.Answer answer = client.post("/api/alerts", json(waiting.get(0)));
        if (!answer.accepted() && answer.status() < 500) {
          story.say(
              "story.turned-away",
              waiting.get(0).sourceId(),
              "/api/alerts",
              answer.status(),
              answer.reason());
        } else if (!answer.accepted()) {
          return;
        }
      } catch (IOException e) {
        return;
      }
      waiting.remove(0);
    }
  }

  /** One more, next in turn. */
  void add(SensorReport report) {
    waiting.add(0, report);
  }

  /** Whether nothing that really happens is still to be reported. */
  boolean done() {
    return waiting.stream().noneMatch(SensorReport::aboutAnEvent);
  }

  private static Map<String, Object> json(SensorReport report) {
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
}
