package org.vigie.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.physics.Noise;

/**
 * A sensor that listens and reports what it believes happened; sound never leaves it. Its reports
 * follow from scenario and seed alone.
 */
public final class AcousticSensor {
  /** What alerts from sensors call themselves. */
  public static final String SOURCE = "acoustic-saint-etienne";

  /** A reported radius covers this many sigmas of the sensor's error. */
  private static final double UNCERTAINTY_SIGMAS = 2;

  /** The true place lies within the reported radius. */
  private static final double WITHIN = 0.98;

  private final Scenario scenario;
  private final Scenario.SensorSpec spec;

  public AcousticSensor(Scenario scenario, Scenario.SensorSpec spec) {
    this.scenario = scenario;
    this.spec = spec;
  }

  public Scenario.SensorSpec spec() {
    return spec;
  }

  /** Every report of this sensor, in the order of time. */
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

  /** The reports of all sensors of a scenario, in the order of time. */
  public static List<SensorReport> reports(Scenario scenario) {
    return scenario.sensors().stream()
        .flatMap(sensor -> new AcousticSensor(scenario, sensor).reports().stream())
        .sorted(Comparator.comparing(SensorReport::sentAt))
        .toList();
  }

  private SensorReport report(Scenario.EventSpec event, Scenario.Hearing hearing) {
    // its own stream of chance: another sensor or event changes nothing here
    SplittableRandom random =
        new SplittableRandom(
            scenario.seed() * 31 + spec.id().hashCode() * 1_000_003L + event.id().hashCode());
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
