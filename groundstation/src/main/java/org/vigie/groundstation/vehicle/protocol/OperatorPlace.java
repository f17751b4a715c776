package org.vigie.groundstation.vehicle.protocol;

import org.vigie.geofence.geo.HeightAboveEllipsoid;
import org.vigie.geofence.geo.LatLon;

/**
 * Where the remote pilot is said to be.
 *
 * @param kind how that is known
 */
public record OperatorPlace(LatLon point, HeightAboveEllipsoid height, Kind kind) {
  /**
   * @source MAVLink common.xml MAV_ODID_OPERATOR_LOCATION_TYPE
   */
  public enum Kind {
    TAKE_OFF(0),
    FIXED(2);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }
}
