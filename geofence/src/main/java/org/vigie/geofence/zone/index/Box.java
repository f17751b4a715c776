package org.vigie.geofence.zone.index;

/** A box in degrees, its edges included; longitudes may lie beyond 180. */
record Box(double west, double south, double east, double north) {
  Box and(Box other) {
    return new Box(
        Math.min(west, other.west),
        Math.min(south, other.south),
        Math.max(east, other.east),
        Math.max(north, other.north));
  }

  double middleLon() {
    return west / 2 + east / 2;
  }

  double middleLat() {
    return south / 2 + north / 2;
  }
}
