package org.vigie.geofence.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Mean sea level as the EGM96 geoid, from its grid of 15 minutes of arc, interpolated by
 * polynomials through six points each way. Immutable.
 *
 * <p>Three errors add up. Interpolation: 4 mm against NGA's six test points, {@link
 * #INTERPOLATION_ERROR_M} in mountains. The model: EGM96 itself errs by up to about a metre, see
 * {@link #MODEL_ERROR_M}. And the reference: national heights start at their own tide gauge (in
 * France NGF-IGN69, at Marseille), which differs from any global geoid by decimetres up to a metre;
 * an altitude from a national map and one from GNSS and this geoid are not the same to better than
 * that.
 *
 * @source Lemoine et al., The Development of the Joint NASA GSFC and NIMA Geopotential Model EGM96,
 *     NASA/TP-1998-206861; grid: NGA, WW15MGH.DAC
 */
public final class Geoid {
  /**
   * What interpolation of the grid adds at most, metres: known of a cubic, which takes fewer
   * points.
   *
   * @source C. Karney on the PROJ mailing list, October 2012 (message 6440), after GeographicLib,
   *     "Geoid height", table of interpolation errors: EGM96, 15' grid, cubic: 169 mm at most, 7 mm
   *     root mean square
   */
  public static final double INTERPOLATION_ERROR_M = 0.17;

  /**
   * How far EGM96 may be from the true geoid, metres.
   *
   * @source EPSG:10084, WGS 84 to EGM96 height (WW15MGH.GRD, world): operation accuracy 1 m
   */
  public static final double MODEL_ERROR_M = 1;

  private static final String RESOURCE = "WW15MGH.DAC";
  private static final int ROWS = 721;
  private static final int COLUMNS = 1440;
  private static final int CELLS_PER_DEG = 4;
  private static final double METRES_PER_UNIT = 0.01;
  private static final int POINTS = 6;

  private final short[] centimetres;

  private Geoid(short[] centimetres) {
    this.centimetres = centimetres;
  }

  /** Two megabytes, read when somebody asks first. */
  private static final class Holder {
    static final Geoid EGM96 = read();
  }

  /** The EGM96 geoid. */
  public static Geoid egm96() {
    return Holder.EGM96;
  }

  /** How high the geoid lies above the ellipsoid at a point; known everywhere. */
  public GeoidUndulation at(LatLon point) {
    double y = (90 - point.latDeg()) * CELLS_PER_DEG;
    double x = (point.lonDeg() < 0 ? point.lonDeg() + 360 : point.lonDeg()) * CELLS_PER_DEG;
    // the last cell's southern edge is the pole, not a cell's northern edge
    int row = Math.min((int) y, ROWS - 2);
    int column = (int) x;
    double[] across = weights(x - column);
    double[] down = weights(y - row);
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double line = 0;
      for (int k = 0; k < POINTS; k++) {
        line += across[k] * cell(row + i - (POINTS / 2 - 1), column + k - (POINTS / 2 - 1));
      }
      sum += down[i] * line;
    }
    return new GeoidUndulation(sum * METRES_PER_UNIT);
  }

  /** Lagrange's weights of the points -2 to 3 at a place between 0 and 1. */
  private static double[] weights(double t) {
    double a = t + 2;
    double b = t + 1;
    double d = t - 1;
    double e = t - 2;
    double f = t - 3;
    return new double[] {
      -b * t * d * e * f / 120,
      a * t * d * e * f / 24,
      -a * b * d * e * f / 12,
      a * b * t * e * f / 12,
      -a * b * t * d * f / 24,
      a * b * t * d * e / 120
    };
  }

  /** A row beyond a pole is the row as far before it, on the opposite meridian. */
  private int cell(int row, int column) {
    boolean over = row < 0 || row >= ROWS;
    int mirrored = row < 0 ? -row : row >= ROWS ? 2 * (ROWS - 1) - row : row;
    int turned = Math.floorMod(over ? column + COLUMNS / 2 : column, COLUMNS);
    return centimetres[mirrored * COLUMNS + turned];
  }

  private static Geoid read() {
    try (InputStream file = Geoid.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException(RESOURCE + " is missing beside the class Geoid");
      }
      byte[] bytes = file.readAllBytes();
      short[] cells = new short[ROWS * COLUMNS];
      if (bytes.length != cells.length * Short.BYTES) {
        throw new IllegalStateException(RESOURCE + " has " + bytes.length + " bytes");
      }
      // big-endian is a byte buffer's own order
      ByteBuffer.wrap(bytes).asShortBuffer().get(cells);
      return new Geoid(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }
}
