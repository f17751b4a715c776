package org.vigie.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scenario: place, weather, vehicles, sensors, what happens, who does what, what is expected.
 * Immutable.
 *
 * @param name its file's name without {@code .yaml}
 * @param start simulated time at which it begins
 * @param seed everything random follows from it
 * @param station name of the station's template
 * @param cameras fixed cameras of the town
 * @param faults what is done to the station under test
 */
public record Scenario(
    String name,
    Text title,
    Text description,
    Instant start,
    long seed,
    Place place,
    Weather wind,
    @Nullable String station,
    List<VehicleSpec> vehicles,
    List<SensorSpec> sensors,
    List<EventSpec> events,
    @Nullable List<CameraSpec> cameras,
    List<PersonSpec> people,
    @Nullable List<FaultSpec> faults,
    Expectation expect) {
  /** Used when a scenario names no other. */
  public static final String STATION_DEFAULT = "saint-etienne";

  public Scenario {
    station = station == null ? STATION_DEFAULT : station;
    vehicles = List.copyOf(vehicles);
    sensors = List.copyOf(sensors);
    events = List.copyOf(events);
    cameras = cameras == null ? List.of() : List.copyOf(cameras);
    people = List.copyOf(people);
    faults = faults == null ? List.of() : List.copyOf(faults);
  }

  /** Name of the station's template; never null. */
  public String stationTemplate() {
    return station == null ? STATION_DEFAULT : station;
  }

  /** What is done to the station under test; never null. */
  public List<FaultSpec> stationFaults() {
    return faults == null ? List.of() : faults;
  }

  /** Fixed cameras of the town; never null. */
  public List<CameraSpec> fixedCameras() {
    return cameras == null ? List.of() : cameras;
  }

  public Optional<SensorSpec> findSensor(String id) {
    return sensors.stream().filter(sensor -> sensor.id().equals(id)).findFirst();
  }

  public Optional<EventSpec> findEvent(String id) {
    return events.stream().filter(event -> event.id().equals(id)).findFirst();
  }

  /** The same text in two languages. */
  public record Text(String fr, String en) {
    /** The text in a language, {@code fr} or {@code en}. */
    public String in(String language) {
      return language.equals("fr") ? fr : en;
    }
  }

  /**
   * Where it plays.
   *
   * @param communeInsee INSEE code of the commune
   * @param terrain path of an ESRI ASCII grid, relative to the scenario, or the name of a shipped
   *     one
   * @param town path of a GeoJSON file with streets and buildings, found as the terrain is; null
   *     for bare ground
   */
  public record Place(String name, String communeInsee, String terrain, @Nullable String town) {
    /** The town's file, if there is a town. */
    public Optional<String> findTown() {
      return Optional.ofNullable(town);
    }
  }

  /**
   * The wind.
   *
   * @param fromDeg where it comes from, degrees true
   * @param speedMps mean
   * @param gustMps peak
   */
  public record Weather(double fromDeg, double speedMps, double gustMps) {}

  /** A place with altitude and heading. */
  public record HomeSpec(double lat, double lon, double amslM, double headingDeg) {}

  /**
   * A vehicle.
   *
   * @param autopilot {@code ardupilot} or {@code px4}
   * @param airframe name of an airframe file
   */
  public record VehicleSpec(
      String id, int systemId, String autopilot, String airframe, HomeSpec home) {}

  /**
   * An acoustic sensor, which reports events and never sound.
   *
   * @param positionErrorM one-sigma error of the position that it reports
   */
  public record SensorSpec(String id, double lat, double lon, double positionErrorM) {}

  /**
   * A fixed camera of the town.
   *
   * @param name for people, written into its picture
   * @param heightAglM height above the ground below it
   * @param headingDeg where it looks, degrees true
   * @param pitchDeg degrees above the horizon, negative looks down
   * @param fovDeg horizontal field of view
   */
  public record CameraSpec(
      String id,
      String name,
      double lat,
      double lon,
      double heightAglM,
      double headingDeg,
      double pitchDeg,
      double fovDeg) {}

  /**
   * Something that happens.
   *
   * @param atS seconds after the scenario's start
   * @param type alert type of the HTTP interface, for example {@code explosion}
   * @param falseAlarm nothing really happened
   * @param heardBy which sensors report it
   */
  public record EventSpec(
      String id,
      double atS,
      String type,
      double lat,
      double lon,
      boolean falseAlarm,
      List<Hearing> heardBy) {
    public EventSpec {
      heardBy = List.copyOf(heardBy);
    }
  }

  /**
   * A sensor hears an event.
   *
   * @param delayS seconds from the event to the report
   * @param confidence the sensor's own, 0 to 1
   */
  public record Hearing(String sensor, double delayS, double confidence) {}

  /**
   * A person that acts through HTTP as a person does.
   *
   * @param id identifier of a person of the station's configuration
   * @param role operator, pilot, auditor or administrator
   */
  public record PersonSpec(String id, String role, @JsonProperty("does") List<Deed> deeds) {
    public PersonSpec {
      deeds = List.copyOf(deeds);
    }
  }

  /**
   * Something that a person does.
   *
   * @param on {@code incident-reported}, {@code awaiting-clearance} or a flight state
   * @param event the event that it concerns, null for any
   * @param afterS seconds after that
   * @param act confirm, dismiss, clear, refuse, hold, resume, return, land, look or watch
   * @param camera the fixed camera to look at, null for other acts
   * @param reason given with dismiss and refuse
   */
  public record Deed(
      String on,
      @Nullable String event,
      double afterS,
      Act act,
      @Nullable String reason,
      @Nullable String camera) {}

  /**
   * Something that is done to the system from outside.
   *
   * @param target {@code station}
   * @param on flight state
   * @param afterS seconds after that
   */
  public record FaultSpec(String target, String on, double afterS, FaultAct act) {}

  /**
   * What must come out.
   *
   * @param finalState state in which the flight must end
   * @param decision GO, GO_WITH_CONDITIONS or NO_GO
   * @param findings identifiers of rules that must be among the findings that decide
   * @param reached flight states that must be reached
   * @param neverReached flight states that must not be
   * @param viewsRefused codes of why somebody was refused a picture, that must have come up
   * @param videoRecorded whether the record must hold hashes of recorded video
   * @param withinS simulated seconds from the start
   * @param recordVerifies whether the record must verify
   */
  public record Expectation(
      @JsonProperty("final") String finalState,
      @Nullable String decision,
      @Nullable List<String> findings,
      @Nullable List<String> reached,
      @Nullable List<String> neverReached,
      @Nullable List<String> viewsRefused,
      Boolean videoRecorded,
      double withinS,
      boolean recordVerifies) {
    public Expectation {
      findings = findings == null ? List.of() : List.copyOf(findings);
      reached = reached == null ? List.of() : List.copyOf(reached);
      neverReached = neverReached == null ? List.of() : List.copyOf(neverReached);
      viewsRefused = viewsRefused == null ? List.of() : List.copyOf(viewsRefused);
      videoRecorded = videoRecorded != null && videoRecorded;
    }
  }
}
