package org.vigie.simulator.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.simulator.fault.FaultKind;
import org.vigie.simulator.fault.FaultValueException;
import org.vigie.simulator.fault.Injection;
import org.vigie.simulator.fault.PowerFault;
import org.vigie.simulator.physics.AirframeReader;

/** What the schema cannot say about one entry of the timeline. */
final class TimelineChecks {
  private final Scenario scenario;
  private final String pointer;
  private final BiConsumer<String, String> problem;

  private TimelineChecks(Scenario scenario, String pointer, BiConsumer<String, String> problem) {
    this.scenario = scenario;
    this.pointer = pointer;
    this.problem = problem;
  }

  static void check(
      Scenario scenario, TimelineEntry entry, String pointer, BiConsumer<String, String> problem) {
    TimelineChecks checks = new TimelineChecks(scenario, pointer, problem);
    checks.what(entry);
    checks.when(entry);
    checks.vehicle("/vehicle", entry.vehicle());
    checks.near("", entry.near());
    if (entry.until() != null) {
      checks.near("/until", entry.until().near());
    }
  }

  private void add(String field, String message) {
    problem.accept(pointer + field, message);
  }

  private void what(TimelineEntry entry) {
    if ((entry.event() == null) == (entry.fault() == null)) {
      add("", "exactly one of event and fault says what happens");
    } else if (entry.event() != null) {
      event(entry, entry.event());
    } else {
      fault(entry);
    }
  }

  private void event(TimelineEntry entry, TimelineEntry.Happening event) {
    if (entry.id() == null) {
      add("", "an event needs an id");
    }
    if (entry.atS() == null) {
      add("", "an event happens at a second: atS is missing");
    }
    boolean faulty = entry.forS() != null || entry.until() != null || entry.vehicle() != null;
    if (faulty || (entry.with() != null && !entry.with().isEmpty())) {
      add("", "with, vehicle, forS and until belong to faults");
    }
    List<Scenario.Hearing> hearings = event.heardBy() == null ? List.of() : event.heardBy();
    for (int i = 0; i < hearings.size(); i++) {
      if (scenario.findSensor(hearings.get(i).sensor()).isEmpty()) {
        add(
            "/event/heardBy/" + i + "/sensor",
            "no sensor \"" + hearings.get(i).sensor() + "\" is defined");
      }
    }
  }

  private void fault(TimelineEntry entry) {
    try {
      Optional<Injection> injection = entry.readFault();
      if (injection.isEmpty()) {
        add("/fault", "there is no fault of this name; there are " + names());
      } else {
        taken(injection.get());
      }
    } catch (FaultValueException e) {
      add(
          e.parameter().isEmpty() ? "/fault" : "/with/" + e.parameter(),
          String.valueOf(e.getMessage()));
    }
    Object sensor = entry.with() == null ? null : entry.with().get("sensor");
    if (sensor != null && scenario.findSensor(sensor.toString()).isEmpty()) {
      add("/with/sensor", "no sensor \"" + sensor + "\" is defined");
    }
    if (entry.forS() != null && entry.until() != null) {
      add("/until", "forS says already when it ends");
    }
  }

  /** Whether there is what it is for. */
  private void taken(Injection injection) {
    FaultKind kind = injection.fault().kind();
    if (injection.vehicle().isPresent() && !kind.ofVehicles()) {
      add("/vehicle", kind.text() + " concerns no vehicle in particular");
    }
    int motor =
        injection.fault() instanceof PowerFault.MotorOff off
            ? off.motor()
            : injection.fault() instanceof PowerFault.MotorWeak weak ? weak.motor() : 0;
    int most =
        scenario.vehicles().stream()
            .filter(v -> injection.vehicle().map(v.id()::equals).orElse(true))
            .mapToInt(v -> motors(v.airframe()))
            .max()
            .orElse(motor);
    if (motor > most) {
      add("/with/motor", "no aircraft that it is for has a motor " + motor);
    }
  }

  /** Those of an airframe; of one that does not exist, which is an error elsewhere, any number. */
  private static int motors(String airframe) {
    try {
      return AirframeReader.shipped(airframe).rotors().size();
    } catch (DocumentException e) {
      return Integer.MAX_VALUE;
    }
  }

  private static List<String> names() {
    return Arrays.stream(FaultKind.values()).map(FaultKind::text).toList();
  }

  private void when(TimelineEntry entry) {
    try {
      entry.trigger();
    } catch (IllegalArgumentException e) {
      add("", String.valueOf(e.getMessage()));
    }
    try {
      entry.findUntil();
    } catch (IllegalArgumentException e) {
      add("/until", String.valueOf(e.getMessage()));
    }
  }

  private void near(String field, TimelineEntry.@Nullable Near near) {
    if (near != null) {
      vehicle(field + "/near/vehicle", near.vehicle());
    }
  }

  private void vehicle(String field, @Nullable String id) {
    if (id != null && scenario.vehicles().stream().noneMatch(v -> v.id().equals(id))) {
      add(field, "no vehicle \"" + id + "\" is defined");
    }
  }
}
