package org.vigie.geofence.terrain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/** Terrain files by the ends of their names: .asc, .hgt, .tif and .tiff. */
public final class TerrainFile {
  private TerrainFile() {}

  /**
   * Reads one file.
   *
   * @param name which tells the format, and for .hgt the place
   * @throws DocumentException if it cannot be understood
   */
  public static Terrain read(String name, byte[] bytes) throws DocumentException {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "asc" -> AsciiGrid.read(name, new String(bytes, StandardCharsets.UTF_8));
      case "hgt" -> Hgt.read(name, bytes);
      case "tif", "tiff" -> GeoTiff.read(name, bytes);
      default ->
          throw new DocumentException(
              new Problem(name, 0, 0, "", "ends in none of .asc, .hgt, .tif, .tiff"));
    };
  }
}
