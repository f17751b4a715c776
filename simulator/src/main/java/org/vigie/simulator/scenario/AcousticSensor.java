package org.vigie.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.physics.Noise;

/**
 * A sensor that listens and reports what it believes happened; sound never leaves it. Its reports,
 * those about nothing included, follow from scenario and seed alone.
 */
public final class AcousticSensor {
  /** What alerts from sensors call themselves. */
  public static final String SOURCE = "acoustic-saint-etienne";

  /** A reported radius covers this many sigmas of the sensor's error. */
  private static final double UNCERTAINTY_SIGMAS = 2;

  /** The true place lies within the reported radius. */
  private static final double WITHIN = 0.98;

  /** What street noise is taken for. */
  private static final List<String> TAKEN_FOR =
      List.of("glass-break", "crash", "scream", "explosion");

  private static final double CONFIDENCE_FALSE_MIN = 0.5;
  private static final double CONFIDENCE_FALSE_SPAN = 0.3;

  /** Of one sensor in one scenario; what makes more is broken, not false. */
  private static final int FALSE_ALARMS_MAX = 1_000;

  private final Scenario scenario;
  private final Scenario.SensorSpec spec;

  public AcousticSensor(Scenario scenario, Scenario.SensorSpec spec) {
    this.scenario = scenario;
    this.spec = spec;
  }

  public Scenario.SensorSpec spec() {
    return spec;
  }

  /** Every report of this sensor about what happens, in the order of time. */
  public List<SensorReport> reports() {
    List<SensorReport> reports = new ArrayList<>();
    for (Scenario.EventSpec event : scenario.events()) {
      for (Scenario.Hearing hearing : event.heardBy()) {
        if (hearing.sensor().equals(spec.id())) {
          reports.add(report(event, hearing));
        }
      }
    }
    reports.sort(Comparator.comparing(SensorReport::sentAt));
    return List.copyOf(reports);
  }

  /**
   * Its reports about nothing: a Poisson process with the sensor's rate.
   *
   * @param forS how long it listens
   */
  public List<SensorReport> falseAlarms(double forS) {
    List<SensorReport> alarms = new ArrayList<>();
    if (spec.alarmsPerHour() == 0) {
      return alarms;
    }
    SplittableRandom random = random("false alarms");
    double atS = 0;
    while (alarms.size() < FALSE_ALARMS_MAX) {
      atS -= Math.log(1 - random.nextDouble()) * 3600 / spec.alarmsPerHour();
      if (atS > forS) {
        break;
      }
      String type = TAKEN_FOR.get(random.nextInt(TAKEN_FOR.size()));
      alarms.add(falseAlarm(type, scenario.start().plus(millis(atS)), alarms.size() + 1, random));
    }
    return alarms;
  }

  /**
   * A report about nothing, as a fault makes it.
   *
   * @param number counts this sensor's such reports from 1
   */
  public SensorReport falseAlarm(String type, Instant at, int number) {
    return falseAlarm(type, at, number, random("fault " + number));
  }

  private SensorReport falseAlarm(String type, Instant at, int number, SplittableRandom random) {
    LatLon place =
        Geodesics.destination(
            new LatLon(spec.lat(), spec.lon()),
            360 * random.nextDouble(),
            spec.hearsToM() * Math.sqrt(random.nextDouble()));
    return new SensorReport(
        SOURCE,
        spec.id() + "-nothing-" + at.toEpochMilli() + "-" + number,
        spec.id(),
        "",
        type,
        at,
        at,
        place,
        UNCERTAINTY_SIGMAS * spec.positionErrorM(),
        CONFIDENCE_FALSE_MIN + CONFIDENCE_FALSE_SPAN * random.nextDouble());
  }

  /**
   * The reports of all sensors of a scenario, in the order of time.
   *
   * @param forS how long they listen; what happens later is left out only if it is about nothing
   */
  public static List<SensorReport> reports(Scenario scenario, double forS) {
    return scenario.acousticSensors().stream()
        .map(sensor -> new AcousticSensor(scenario, sensor))
        .flatMap(
            sensor -> Stream.concat(sensor.reports().stream(), sensor.falseAlarms(forS).stream()))
        .sorted(Comparator.comparing(SensorReport::sentAt).thenComparing(SensorReport::sourceId))
        .toList();
  }

  /** Its own stream of chance: another sensor or event changes nothing here. */
  private SplittableRandom random(String what) {
    return new SplittableRandom(
        scenario.seed() * 31 + spec.id().hashCode() * 1_000_003L + what.hashCode());
  }

  private SensorReport report(Scenario.EventSpec event, Scenario.Hearing hearing) {
    SplittableRandom random = random(event.id());
    double distanceM = spec.positionErrorM() * Math.abs(Noise.gaussian(random));
    double azimuthDeg = 360 * random.nextDouble();
    LatLon believed =
        Geodesics.destination(
            new LatLon(event.lat(), event.lon()),
            azimuthDeg,
            Math.min(distanceM, WITHIN * UNCERTAINTY_SIGMAS * spec.positionErrorM()));
    Instant occurred = scenario.start().plus(millis(event.atS()));
    return new SensorReport(
        SOURCE,
        spec.id() + "-" + event.id(),
        spec.id(),
        event.id(),
        event.type(),
        occurred,
        occurred.plus(millis(hearing.delayS())),
        believed,
        UNCERTAINTY_SIGMAS * spec.positionErrorM(),
        hearing.confidence());
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
