package org.vigie.simulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.fault.FaultKind;
import org.vigie.simulator.fault.FaultValueException;
import org.vigie.simulator.fault.Injection;

/**
 * One entry of a scenario's timeline: an event in town or a fault, and when. Exactly one of {@code
 * atS}, {@code on} and {@code near} is there, and one of {@code event} and {@code fault}.
 *
 * @param id of an event, so that people can refer to it
 * @param atS seconds after the scenario's start
 * @param on flight state, reached for the first time
 * @param near place that a vehicle reaches
 * @param afterS seconds after state or place
 * @param event what happens in town; only with {@code atS}
 * @param fault name of a fault
 * @param with the fault's values
 * @param vehicle the vehicle that the fault is for; every one when null
 * @param forS how long the fault lasts
 * @param until what ends it
 */
public record TimelineEntry(
    @Nullable String id,
    @Nullable Double atS,
    @Nullable String on,
    @Nullable Near near,
    @Nullable Double afterS,
    @Nullable Happening event,
    @Nullable String fault,
    @Nullable Map<String, Object> with,
    @Nullable String vehicle,
    @Nullable Double forS,
    @Nullable Until until) {
  public TimelineEntry {
    with = with == null ? Map.of() : Map.copyOf(with);
  }

  /** Something that happens in town at a second. */
  public static TimelineEntry event(String id, double atS, Happening event) {
    return new TimelineEntry(id, atS, null, null, null, event, null, null, null, null, null);
  }

  /**
   * A place that a vehicle reaches.
   *
   * @param vehicle which; any when null
   * @param radiusM how near is there, level distance
   */
  public record Near(@Nullable String vehicle, double lat, double lon, double radiusM) {
    LatLon place() {
      return new LatLon(lat, lon);
    }
  }

  /** What ends a fault, as what begins one. */
  public record Until(
      @Nullable Double atS, @Nullable String on, @Nullable Near near, @Nullable Double afterS) {
    Trigger trigger() {
      return Trigger.of(atS, on, near, afterS);
    }
  }

  /**
   * What happens in town.
   *
   * @param type alert type of the HTTP interface, for example {@code explosion}
   * @param falseAlarm nothing really happened
   * @param heardBy which sensors report it; when null, those in whose range it is
   */
  public record Happening(
      String type,
      double lat,
      double lon,
      @Nullable Boolean falseAlarm,
      @Nullable List<Scenario.Hearing> heardBy) {}

  /** When it happens. */
  public Trigger trigger() {
    return Trigger.of(atS, on, near, afterS);
  }

  Optional<Scenario.EventSpec> findEvent(List<Scenario.SensorSpec> sensors) {
    Happening happening = event;
    if (happening == null || id == null || atS == null) {
      return Optional.empty();
    }
    List<Scenario.Hearing> hearings = happening.heardBy();
    LatLon place = new LatLon(happening.lat(), happening.lon());
    return Optional.of(
        new Scenario.EventSpec(
            id,
            atS,
            happening.type(),
            happening.lat(),
            happening.lon(),
            Boolean.TRUE.equals(happening.falseAlarm()),
            hearings == null ? Earshot.hearings(place, sensors) : hearings));
  }

  /**
   * The fault, if it is one.
   *
   * @throws FaultValueException if its values cannot be
   */
  Optional<Injection> readFault() throws FaultValueException {
    Optional<FaultKind> kind = Optional.ofNullable(fault).flatMap(FaultKind::find);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    double lastsS = forS == null ? Double.POSITIVE_INFINITY : forS;
    Map<String, Object> values = with == null ? Map.of() : with;
    return Optional.of(
        new Injection(kind.get().with(values), Optional.ofNullable(vehicle), lastsS));
  }

  /** The fault, if it is one; of a timeline that was checked. */
  public Optional<Injection> findFault() {
    try {
      return readFault();
    } catch (FaultValueException e) {
      throw new IllegalStateException("the reader let it through: " + e.getMessage(), e);
    }
  }

  /** What ends the fault, if not time alone. */
  public Optional<Trigger> findUntil() {
    return Optional.ofNullable(until).map(Until::trigger);
  }
}
