package org.vigie.geofence.terrain;

import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;

/** Ground range of a box from samples, for sources that only answer points. */
final class SampledRange {
  /** A larger box (4 km by 4 km) would take too long: its range counts as unknown. */
  private static final long SAMPLES_MAX = 160_000;

  private SampledRange() {}

  static Optional<GroundRange> over(Terrain terrain, LatLon southWest, LatLon northEast) {
    LocalFrame frame = new LocalFrame(southWest);
    Enu size = frame.toLocal(northEast);
    if (size.eastM() < 0 || size.northM() < 0) {
      throw new IllegalArgumentException("corners are not south-west and north-east");
    }
    int columns = (int) Math.ceil(size.eastM() / Terrain.SAMPLE_STEP_M) + 1;
    int rows = (int) Math.ceil(size.northM() / Terrain.SAMPLE_STEP_M) + 1;
    if ((long) columns * rows > SAMPLES_MAX) {
      return Optional.empty();
    }
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        LatLon point =
            new LatLon(
                part(southWest.latDeg(), northEast.latDeg(), row, rows),
                part(southWest.lonDeg(), northEast.lonDeg(), column, columns));
        Optional<AltitudeAmsl> ground = terrain.findGround(point);
        if (ground.isEmpty()) {
          return Optional.empty();
        }
        lowest = Math.min(lowest, ground.get().metres());
        highest = Math.max(highest, ground.get().metres());
      }
    }
    return Optional.of(new GroundRange(new AltitudeAmsl(lowest), new AltitudeAmsl(highest)));
  }

  private static double part(double from, double to, int index, int count) {
    return count == 1 ? from : from + (to - from) * index / (count - 1);
  }
}
