package org.vigie.geofence.terrain;

import java.util.Optional;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;

/**
 * Ground altitudes on a regular grid in degrees, read from an ESRI ASCII grid: bilinear between the
 * centres of four cells. Beyond the outermost centres, and beside a void, the ground is unknown.
 * Immutable.
 *
 * @source Esri, ArcGIS: "Esri ASCII raster format" (ncols, nrows, xllcorner or xllcenter, yllcorner
 *     or yllcenter, cellsize, NODATA_value; rows from north to south)
 */
public final class AsciiGrid implements Terrain {
  /** Rounding of degrees, in cells. */
  private static final double EDGE_CELLS = 1e-6;

  private final int columns;
  private final int rows;
  private final double westDeg;
  private final double southDeg;
  private final double cellDeg;

  /** Altitudes by row from south to north; NaN marks a void. */
  private final float[] altitudesM;

  AsciiGrid(
      int columns, int rows, double westDeg, double southDeg, double cellDeg, float[] altitudesM) {
    this.columns = columns;
    this.rows = rows;
    this.westDeg = westDeg;
    this.southDeg = southDeg;
    this.cellDeg = cellDeg;
    this.altitudesM = altitudesM;
  }

  /**
   * Reads a grid in WGS-84 degrees with altitudes in metres above mean sea level.
   *
   * @param fileName the name that errors carry
   * @throws DocumentException with file and line, if the text is not such a grid
   */
  public static AsciiGrid read(String fileName, String text) throws DocumentException {
    return new AsciiGridReader(fileName, text).read();
  }

  @Override
  public Optional<AltitudeAmsl> findGround(LatLon point) {
    double x = onGrid((point.lonDeg() - westDeg) / cellDeg, columns);
    double y = onGrid((point.latDeg() - southDeg) / cellDeg, rows);
    if (!(x >= 0 && x <= columns - 1 && y >= 0 && y <= rows - 1)) {
      return Optional.empty();
    }
    int column = Math.min((int) x, Math.max(columns - 2, 0));
    int row = Math.min((int) y, Math.max(rows - 2, 0));
    double u = x - column;
    double v = y - row;
    double altitudeM =
        weighted(column, row, (1 - u) * (1 - v))
            + weighted(column + 1, row, u * (1 - v))
            + weighted(column, row + 1, (1 - u) * v)
            + weighted(column + 1, row + 1, u * v);
    return Double.isNaN(altitudeM) ? Optional.empty() : Optional.of(new AltitudeAmsl(altitudeM));
  }

  /** Between four centres nothing is higher or lower than they: the range of all touched cells. */
  @Override
  public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
    double left = onGrid((southWest.lonDeg() - westDeg) / cellDeg, columns);
    double right = onGrid((northEast.lonDeg() - westDeg) / cellDeg, columns);
    double bottom = onGrid((southWest.latDeg() - southDeg) / cellDeg, rows);
    double top = onGrid((northEast.latDeg() - southDeg) / cellDeg, rows);
    if (left > right || bottom > top) {
      throw new IllegalArgumentException("corners are not south-west and north-east");
    }
    if (!(left >= 0 && right <= columns - 1 && bottom >= 0 && top <= rows - 1)) {
      return Optional.empty();
    }
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int row = (int) bottom; row <= (int) Math.ceil(top); row++) {
      for (int column = (int) left; column <= (int) Math.ceil(right); column++) {
        double altitudeM = altitudesM[row * columns + column];
        if (Double.isNaN(altitudeM)) {
          return Optional.empty();
        }
        lowest = Math.min(lowest, altitudeM);
        highest = Math.max(highest, altitudeM);
      }
    }
    return Optional.of(new GroundRange(new AltitudeAmsl(lowest), new AltitudeAmsl(highest)));
  }

  /** Degrees in decimals do not divide evenly: a point on the outermost centres is on the grid. */
  private static double onGrid(double cells, int count) {
    double nearest = Math.max(0, Math.min(count - 1, cells));
    return Math.abs(cells - nearest) < EDGE_CELLS ? nearest : cells;
  }

  /** A weight of zero reads nothing: on a grid line a void beyond it does not matter. */
  private double weighted(int column, int row, double weight) {
    return weight == 0 ? 0 : weight * altitudesM[row * columns + column];
  }
}
