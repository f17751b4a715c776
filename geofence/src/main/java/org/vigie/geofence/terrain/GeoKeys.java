package org.vigie.geofence.terrain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The coordinate system that a GeoTIFF states, and why it is refused where it is. Immutable.
 *
 * @source OGC 19-008r4, GeoTIFF 1.1, section 7 (keys) and annex D (values from EPSG)
 */
final class GeoKeys {
  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final int GEOGRAPHIC_TYPE = 2048;
  private static final int ANGULAR_UNITS = 2054;
  private static final int VERTICAL_TYPE = 4096;
  private static final int VERTICAL_UNITS = 4099;

  private static final int MODEL_GEOGRAPHIC = 2;
  private static final int RASTER_POINT = 2;
  private static final int WGS84 = 4326;
  private static final int DEGREE = 9102;
  private static final int METRE = 9001;

  /**
   * Heights above mean sea level: EGM96, EGM2008, unspecified, NGF-IGN69. They differ among
   * themselves by up to a metre, which terrain's own error exceeds.
   */
  private static final Set<Integer> SEA_LEVELS = Set.of(5773, 3855, 5714, 5720);

  private final Map<Integer, Integer> values = new HashMap<>();

  /** Keys of the directory's own short values; those stored elsewhere are names or ellipsoids. */
  GeoKeys(List<Integer> directory) {
    for (int i = 4; i + 3 < directory.size(); i += 4) {
      if (directory.get(i + 1) == 0) {
        values.put(directory.get(i), directory.get(i + 3));
      }
    }
  }

  boolean isPoint() {
    return values.getOrDefault(RASTER_TYPE, 1) == RASTER_POINT;
  }

  /** Throws IllegalArgumentException in words unless degrees of WGS-84 and metres above the sea. */
  void check() {
    int model = values.getOrDefault(MODEL_TYPE, 0);
    if (model != MODEL_GEOGRAPHIC) {
      throw new IllegalArgumentException(
          "the grid is not geographic (GTModelType "
              + model
              + "): only longitude and latitude in WGS 84 (EPSG:4326) are read; reproject it first");
    }
    int system = values.getOrDefault(GEOGRAPHIC_TYPE, 0);
    if (system != WGS84) {
      throw new IllegalArgumentException(
          "the coordinate system is EPSG:" + system + ": only WGS 84 (EPSG:4326) is read");
    }
    if (values.getOrDefault(ANGULAR_UNITS, DEGREE) != DEGREE) {
      throw new IllegalArgumentException("angles are not in degrees");
    }
    Integer vertical = values.get(VERTICAL_TYPE);
    if (vertical != null && !SEA_LEVELS.contains(vertical)) {
      throw new IllegalArgumentException(
          "heights are those of EPSG:" + vertical + ", not above mean sea level");
    }
    if (values.getOrDefault(VERTICAL_UNITS, METRE) != METRE) {
      throw new IllegalArgumentException("heights are not in metres");
    }
  }
}
