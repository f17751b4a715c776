package org.vigie.geofence.terrain;

import java.util.Optional;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

/**
 * Ground altitudes on a regular grid in degrees, read from an ESRI ASCII grid. Immutable.
 *
 * @source Esri, ArcGIS: "Esri ASCII raster format" (ncols, nrows, xllcorner or xllcenter, yllcorner
 *     or yllcenter, cellsize, NODATA_value; rows from north to south)
 */
public final class AsciiGrid implements Terrain {
  private final TerrainGrid grid;

  private AsciiGrid(TerrainGrid grid) {
    this.grid = grid;
  }

  /**
   * Reads a grid in WGS-84 degrees with altitudes in metres above mean sea level.
   *
   * @param fileName the name that errors carry
   * @throws DocumentException with file and line, if the text is not such a grid
   */
  public static AsciiGrid read(String fileName, String text) throws DocumentException {
    return new AsciiGrid(new AsciiGridReader(fileName, text).read());
  }

  /** The grid that was read. */
  public TerrainGrid grid() {
    return grid;
  }

  @Override
  public Optional<AltitudeAmsl> findGround(LatLon point) {
    return grid.findGround(point);
  }

  @Override
  public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
    return grid.findRange(southWest, northEast);
  }
}
