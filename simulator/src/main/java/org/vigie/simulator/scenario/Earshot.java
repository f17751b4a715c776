package org.vigie.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;

/** Which sensors hear an event, when, and how sure they are: those in whose range it is. */
final class Earshot {
  /** At 15 degrees C. @source ISO 9613-1 */
  private static final double SOUND_MPS = 340;

  /** A classifier looks at the sound and its neighbours before it speaks. */
  private static final double JUDGING_S = 0.5;

  private static final double CONFIDENCE_NEAR = 0.95;
  private static final double CONFIDENCE_LOST_AT_RANGE = 0.5;

  private Earshot() {}

  static List<Scenario.Hearing> hearings(LatLon event, List<Scenario.SensorSpec> sensors) {
    List<Scenario.Hearing> hearings = new ArrayList<>();
    for (Scenario.SensorSpec sensor : sensors) {
      double distanceM = Geodesics.distanceM(event, new LatLon(sensor.lat(), sensor.lon()));
      if (distanceM <= sensor.hearsToM()) {
        hearings.add(
            new Scenario.Hearing(
                sensor.id(),
                distanceM / SOUND_MPS + JUDGING_S,
                CONFIDENCE_NEAR - CONFIDENCE_LOST_AT_RANGE * distanceM / sensor.hearsToM()));
      }
    }
    return hearings;
  }
}
