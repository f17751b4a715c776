package org.vigie.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario: place, weather, vehicles, sensors, what happens and goes wrong, who does what, what
 * is expected. Immutable.
 *
 * @param name its file's name without {@code .yaml}
 * @param start simulated time at which it begins
 * @param seed everything random follows from it
 * @param speed how fast time runs unless the command says otherwise; null for the command's usual
 *     speed
 * @param station name of the station's template
 * @param sensors acoustic sensors, with those of the field once it is read
 * @param sensorField sensors spread over an area; null once they are among the others
 * @param timeline what happens and what goes wrong
 * @param cameras fixed cameras of the town
 */
public record Scenario(
    String name,
    Text title,
    Text description,
    Instant start,
    long seed,
    @Nullable Pace speed,
    Place place,
    WindSpec wind,
    @Nullable String station,
    List<VehicleSpec> vehicles,
    @Nullable List<SensorSpec> sensors,
    @Nullable SensorField sensorField,
    List<TimelineEntry> timeline,
    @Nullable List<CameraSpec> cameras,
    List<PersonSpec> people,
    Expectation expect) {
  /** Used when a scenario names no other. */
  public static final String STATION_DEFAULT = "saint-etienne";

  public Scenario {
    station = station == null ? STATION_DEFAULT : station;
    vehicles = List.copyOf(vehicles);
    List<SensorSpec> listed = sensors == null ? List.of() : sensors;
    List<SensorSpec> spread = sensorField == null ? List.of() : sensorField.sensors();
    sensors = Stream.concat(listed.stream(), spread.stream()).toList();
    sensorField = null;
    timeline = List.copyOf(timeline);
    cameras = cameras == null ? List.of() : List.copyOf(cameras);
    people = List.copyOf(people);
  }

  /** Name of the station's template; never null. */
  public String stationTemplate() {
    return station == null ? STATION_DEFAULT : station;
  }

  /** How fast time runs unless the command says otherwise, if it matters. */
  public Optional<Pace> findSpeed() {
    return Optional.ofNullable(speed);
  }

  /** Every acoustic sensor; never null. */
  public List<SensorSpec> acousticSensors() {
    return sensors == null ? List.of() : sensors;
  }

  /** Fixed cameras of the town; never null. */
  public List<CameraSpec> fixedCameras() {
    return cameras == null ? List.of() : cameras;
  }

  /** What happens in town, in the order of the timeline. */
  public List<EventSpec> events() {
    return timeline.stream().flatMap(entry -> entry.findEvent(acousticSensors()).stream()).toList();
  }

  public Optional<SensorSpec> findSensor(String id) {
    return acousticSensors().stream().filter(sensor -> sensor.id().equals(id)).findFirst();
  }

  public Optional<EventSpec> findEvent(String id) {
    return events().stream().filter(event -> event.id().equals(id)).findFirst();
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
  public record WindSpec(double fromDeg, double speedMps, double gustMps) {}

  /** A place with altitude and heading. */
  public record HomeSpec(double lat, double lon, double amslM, double headingDeg) {}

  /**
   * A vehicle.
   *
   * @param autopilot {@code ardupilot} or {@code px4}
   * @param firmware its version, null for the oldest that there is
   * @param airframe name of an airframe file
   */
  public record VehicleSpec(
      String id,
      int systemId,
      String autopilot,
      @Nullable String firmware,
      String airframe,
      HomeSpec home) {}

  /**
   * An acoustic sensor, which reports events and never sound.
   *
   * @param positionErrorM one-sigma error of the position that it reports
   * @param rangeM how far it hears; {@link #RANGE_DEFAULT_M} when null
   * @param falseAlarmsPerHour mean rate of reports about nothing; none when null
   */
  public record SensorSpec(
      String id,
      double lat,
      double lon,
      double positionErrorM,
      @Nullable Double rangeM,
      @Nullable Double falseAlarmsPerHour) {
    /** A gunshot in a street. @source ShotSpotter: sensors 400 to 600 m apart in a city */
    public static final double RANGE_DEFAULT_M = 500;

    public double hearsToM() {
      return rangeM == null ? RANGE_DEFAULT_M : rangeM;
    }

    public double alarmsPerHour() {
      return falseAlarmsPerHour == null ? 0 : falseAlarmsPerHour;
    }
  }

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
}
