package org.vigie.groundstation.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.geofence.terrain.GeoTiff;
import org.vigie.geofence.terrain.Hgt;
import org.vigie.geofence.terrain.Terrain;

/** Terrain files by their names' endings: .asc, .hgt, .tif and .tiff. */
final class TerrainFiles {
  private TerrainFiles() {}

  /**
   * Files as one terrain that answers points: the first that knows a place answers; with none,
   * nothing is known.
   *
   * @throws DocumentException if a file cannot be understood
   */
  static Terrain read(List<Path> files) throws BadInputException, DocumentException {
    List<Terrain> all = new ArrayList<>();
    for (Path file : files) {
      all.add(read(file.getFileName().toString(), ZonesCommand.bytes(file)));
    }
    return point ->
        all.stream()
            .map(terrain -> terrain.findGround(point))
            .flatMap(Optional::stream)
            .findFirst();
  }

  /**
   * One file.
   *
   * @param name which tells the format, and for .hgt the place
   */
  static Terrain read(String name, byte[] bytes) throws DocumentException {
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
