package org.vigie.geofence.terrain;

import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

/** Ground range of a box from samples, for sources that only answer points. */
final class SampledRange {
  /** A larger box (4 km by 4 km) would take too long: its range counts as unknown. */
  private static final long SAMPLES_MAX = 160_000;

  /** A degree of latitude or longitude is nowhere longer, metres. */
  private static final double DEGREE_M_MAX = 111_700;

  private SampledRange() {}

  static Optional<GroundRange> over(Terrain terrain, LatLon southWest, LatLon northEast) {
    double highDeg = northEast.latDeg() - southWest.latDeg();
    if (highDeg < 0) {
      throw new IllegalArgumentException("corners are not south-west and north-east");
    }
    double wideDeg = northEast.lonDeg() - southWest.lonDeg();
    wideDeg += wideDeg < 0 ? 360 : 0;
    double widestAtDeg =
        southWest.latDeg() > 0 ? southWest.latDeg() : Math.min(northEast.latDeg(), 0);
    int rows = count(highDeg);
    int columns = count(wideDeg * Math.cos(Math.toRadians(widestAtDeg)));
    if ((long) columns * rows > SAMPLES_MAX) {
      return Optional.empty();
    }
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double latDeg = southWest.latDeg() + part(highDeg, row, rows);
        double lonDeg = southWest.lonDeg() + part(wideDeg, column, columns);
        Optional<AltitudeAmsl> ground =
            terrain.findGround(
                new LatLon(
                    Math.min(latDeg, northEast.latDeg()), lonDeg > 180 ? lonDeg - 360 : lonDeg));
        if (ground.isEmpty()) {
          return Optional.empty();
        }
        lowest = Math.min(lowest, ground.get().metres());
        highest = Math.max(highest, ground.get().metres());
      }
    }
    return Optional.of(new GroundRange(new AltitudeAmsl(lowest), new AltitudeAmsl(highest)));
  }

  private static int count(double degrees) {
    return (int) Math.ceil(degrees * DEGREE_M_MAX / Terrain.SAMPLE_STEP_M) + 1;
  }

  private static double part(double whole, int index, int count) {
    return count == 1 ? 0 : whole * index / (count - 1);
  }
}
