package org.vigie.simulator.scenario;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.Problem;

/** What a schema cannot say: names that refer to nothing, names given twice. */
final class ScenarioChecks {
  private final Document document;
  private final Scenario scenario;
  private final List<Problem> problems = new ArrayList<>();

  private ScenarioChecks(Document document, Scenario scenario) {
    this.document = document;
    this.scenario = scenario;
  }

  static List<Problem> problems(Document document, Scenario scenario) {
    ScenarioChecks checks = new ScenarioChecks(document, scenario);
    checks.files();
    checks.duplicates();
    checks.references();
    checks.weather();
    checks.sensors();
    return checks.problems;
  }

  private void add(String pointer, String message) {
    problems.add(document.problem(pointer, message));
  }

  private void files() {
    within("/place/terrain", scenario.place().terrain());
    scenario.place().findTown().ifPresent(town -> within("/place/town", town));
  }

  /** A scenario that somebody sent reads nothing but what came with it. */
  private void within(String pointer, String name) {
    boolean inside = false;
    try {
      Path path = Path.of(name.replace('\\', '/'));
      inside = !path.isAbsolute() && !path.normalize().startsWith("..");
    } catch (InvalidPathException e) {
      // no path at all
    }
    if (!inside) {
      add(pointer, "\"" + name + "\" is not a file in the scenario's folder or below it");
    }
  }

  private void duplicates() {
    unique("/vehicles", "id", scenario.vehicles().stream().map(v -> v.id()).toList());
    unique(
        "/vehicles",
        "systemId",
        scenario.vehicles().stream().map(v -> String.valueOf(v.systemId())).toList());
    unique("/sensors", "id", scenario.acousticSensors().stream().map(s -> s.id()).toList());
    unique("/timeline", "id", scenario.timeline().stream().map(TimelineEntry::id).toList());
    unique("/cameras", "id", scenario.fixedCameras().stream().map(c -> c.id()).toList());
    unique("/people", "id", scenario.people().stream().map(p -> p.id()).toList());
  }

  private void unique(String list, String field, List<@Nullable String> values) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) == null) {
        continue;
      }
      Integer before = seen.putIfAbsent(values.get(i), i);
      if (before != null) {
        add(
            list + "/" + i + "/" + field,
            "\"" + values.get(i) + "\" is already used by " + list + "/" + before);
      }
    }
  }

  private void references() {
    for (int i = 0; i < scenario.timeline().size(); i++) {
      TimelineChecks.check(scenario, scenario.timeline().get(i), "/timeline/" + i, this::add);
    }
    for (int i = 0; i < scenario.people().size(); i++) {
      List<Scenario.Deed> deeds = scenario.people().get(i).deeds();
      for (int j = 0; j < deeds.size(); j++) {
        String event = deeds.get(j).event();
        String pointer = "/people/" + i + "/does/" + j;
        if (event != null && scenario.findEvent(event).isEmpty()) {
          add(pointer + "/event", "no event \"" + event + "\" is defined");
        }
        boolean needsReason = deeds.get(j).act() == Act.DISMISS || deeds.get(j).act() == Act.REFUSE;
        if (needsReason && deeds.get(j).reason() == null) {
          add(pointer, deeds.get(j).act().text() + " needs a reason");
        }
        if (deeds.get(j).act() == Act.LOOK && deeds.get(j).camera() == null) {
          add(pointer, "look needs a camera");
        }
      }
    }
  }

  private void sensors() {
    if (scenario.acousticSensors().size() > SensorField.COUNT_MAX) {
      add("/sensors", "more than " + SensorField.COUNT_MAX + " sensors, with those of sensorField");
    }
  }

  private void weather() {
    if (scenario.wind().gustMps() < scenario.wind().speedMps()) {
      add("/wind/gustMps", "the gust is not stronger than the mean wind");
    }
  }
}
