package org.vigie.simulator.scenario;

import java.time.Instant;
import org.vigie.geofence.geo.LatLon;

/**
 * What a sensor reports: the content of one alert.
 *
 * @param source the sensor system
 * @param sourceId unique within the source
 * @param sensorId which sensor
 * @param eventId which event of the scenario, empty for none; not for the alert
 * @param type alert type of the HTTP interface
 * @param occurredAt when it happened, simulated time
 * @param sentAt when the report leaves the sensor, simulated time
 * @param uncertaintyM radius within which the sensor believes it happened
 * @param confidence 0 to 1
 */
public record SensorReport(
    String source,
    String sourceId,
    String sensorId,
    String eventId,
    String type,
    Instant occurredAt,
    Instant sentAt,
    LatLon position,
    double uncertaintyM,
    double confidence) {
  /** Whether something in the scenario stands behind it. */
  public boolean aboutAnEvent() {
    return !eventId.isEmpty();
  }
}
