package org.vigie.groundstation.traffic;

import java.time.Instant;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.vehicle.VehicleSnapshot;

/**
 * An aircraft as it was last heard of.
 *
 * @param id ICAO 24-bit address as six hexadecimal digits, or the station's own vehicle id
 * @param callsign empty when not told
 * @param own whether it is one of the station's own
 * @param altitudeM above mean sea level, metres; NaN when not told
 * @param altitudeErrorM how wrong that may be, metres: a pressure altitude knows no weather
 * @param eastMps over ground, metres per second; 0 when not told
 * @param northMps over ground, metres per second; 0 when not told
 * @param upMps metres per second; 0 when not told
 * @param at when it was there
 * @throws IllegalArgumentException for a speed that is not finite
 */
public record Traffic(
    String id,
    String callsign,
    boolean own,
    LatLon point,
    double altitudeM,
    double altitudeErrorM,
    double eastMps,
    double northMps,
    double upMps,
    Instant at) {
  /**
   * A pressure altitude counts from 1013.25 hPa; 25 hPa of weather make this much.
   *
   * @source ICAO Doc 7488, about 8.3 m for one hPa near the ground
   */
  public static final double PRESSURE_ERROR_M = 210;

  /** GNSS heights, and those of the station's own aircraft. */
  public static final double GEOMETRIC_ERROR_M = 30;

  public Traffic {
    if (!Double.isFinite(eastMps + northMps + upMps)) {
      throw new IllegalArgumentException(id + ": a speed is not finite");
    }
  }

  /** One of the station's own, as it knows it. */
  public static Traffic own(String vehicleId, VehicleSnapshot.Position position) {
    return new Traffic(
        vehicleId,
        "",
        true,
        position.point(),
        position.altitude().metres(),
        0,
        position.velocity().eastMps(),
        position.velocity().northMps(),
        -position.velocity().downMps(),
        position.at());
  }

  /** What people call it. */
  public String name() {
    return callsign.isEmpty() ? id : callsign;
  }
}
