package org.vigie.groundstation.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.alert.AlertJson;
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
        StationClient.Answer answer = client.post("/api/alerts", AlertJson.members(waiting.get(0)));
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
}
