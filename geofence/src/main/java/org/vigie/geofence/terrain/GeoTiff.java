package org.vigie.geofence.terrain;

import java.util.List;
import java.util.Optional;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TiffReader;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/**
 * Reads the first image of a GeoTIFF: one sample a cell (integer or real, metres above mean sea
 * level), longitude and latitude in WGS 84, one tie point and a pixel scale, cells as areas or as
 * points, voids by GDAL's nodata tag or not a number. Everything else is refused in words. Without
 * a vertical key altitudes are taken as above mean sea level, as elevation models are published.
 *
 * @source OGC 19-008r4, GeoTIFF 1.1; GDAL, GTiff driver: tags 42113 GDAL_NODATA and 42112
 *     GDAL_METADATA
 */
public final class GeoTiff {
  private static final int INTEGER = 1;
  private static final int SIGNED = 2;
  private static final int REAL = 3;

  private static final int TIE_POINT_NUMBERS = 6;

  private GeoTiff() {}

  /**
   * Reads a grid.
   *
   * @param fileName the name that errors carry
   * @throws DocumentException if the file is damaged, too large or states another coordinate system
   */
  public static TerrainGrid read(String fileName, byte[] bytes) throws DocumentException {
    try {
      TiffGuard.checkChain(bytes);
      List<FileDirectory> images = TiffReader.readTiff(bytes).getFileDirectories();
      if (images.isEmpty()) {
        throw new IllegalArgumentException("the file holds no image");
      }
      return grid(bytes, images.get(0));
    } catch (IllegalArgumentException e) {
      throw new DocumentException(problem(fileName, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      // whatever the library stumbles over: it checks little and says so in many ways
      throw new DocumentException(problem(fileName, "the file is damaged: " + e));
    }
  }

  private static TerrainGrid grid(byte[] bytes, FileDirectory image) {
    GridFrame frame = frame(image);
    List<Integer> bits = image.getBitsPerSample();
    if (image.getSamplesPerPixel() != 1 || bits == null || bits.size() != 1) {
      throw new IllegalArgumentException("more than one sample a cell: a picture, not a height");
    }
    int cellBits = bits.get(0);
    int format =
        image.getSampleFormat() == null || image.getSampleFormat().isEmpty()
            ? INTEGER
            : image.getSampleFormat().get(0);
    if (cellBits % Byte.SIZE != 0
        || cellBits < Byte.SIZE
        || cellBits > Double.SIZE
        || format < INTEGER
        || format > REAL) {
      throw new IllegalArgumentException(
          "samples of " + cellBits + " bits and format " + format + " are not read");
    }
    TiffGuard.checkPieces(bytes, image, frame.columns(), frame.rows(), cellBits / Byte.SIZE);
    if (image.get(FieldTagType.GDAL_METADATA) != null) {
      GdalMetadata.check(String.valueOf(image.getStringEntryValue(FieldTagType.GDAL_METADATA)));
    }
    Optional<Double> noData = noData(image);
    Rasters rasters = image.readRasters();
    boolean isShort = cellBits == Short.SIZE && format == SIGNED;
    return new TerrainGrid(frame, isShort ? shorts(rasters, noData) : floats(rasters, noData));
  }

  private static GridFrame frame(FileDirectory image) {
    if (image.get(FieldTagType.ModelTransformation) != null) {
      throw new IllegalArgumentException("the grid is turned (ModelTransformation): not read");
    }
    List<Double> scale = image.getModelPixelScale();
    List<Double> tie = image.getModelTiepoint();
    List<Integer> directory = image.getIntegerListEntryValue(FieldTagType.GeoKeyDirectory);
    if (scale == null || scale.size() < 2 || tie == null || directory == null) {
      throw new IllegalArgumentException(
          "the file does not say where it lies (ModelPixelScale, ModelTiepoint, GeoKeyDirectory)");
    }
    if (tie.size() != TIE_POINT_NUMBERS) {
      throw new IllegalArgumentException("more than one tie point: not read");
    }
    GeoKeys keys = new GeoKeys(directory);
    keys.check();
    long columns = image.getImageWidth().longValue();
    long rows = image.getImageHeight().longValue();
    if (columns < 1 || rows < 1 || columns > GridFrame.CELLS_MAX || rows > GridFrame.CELLS_MAX) {
      throw new IllegalArgumentException(
          "more than " + GridFrame.CELLS_MAX + " cells: " + columns + " by " + rows);
    }
    double centre = keys.isPoint() ? 0 : 0.5;
    double lonStepDeg = scale.get(0);
    double latStepDeg = scale.get(1);
    double westDeg = tie.get(3) + (centre - tie.get(0)) * lonStepDeg;
    double northDeg = tie.get(4) - (centre - tie.get(1)) * latStepDeg;
    return new GridFrame(
        (int) columns,
        (int) rows,
        westDeg,
        northDeg - (rows - 1) * latStepDeg,
        lonStepDeg,
        latStepDeg);
  }

  private static Optional<Double> noData(FileDirectory image) {
    if (image.get(FieldTagType.GDAL_NODATA) == null) {
      return Optional.empty();
    }
    String text = String.valueOf(image.getStringEntryValue(FieldTagType.GDAL_NODATA));
    try {
      return Optional.of(Double.valueOf(text.replace("\0", "").trim()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("GDAL_NODATA is not a number: " + text, e);
    }
  }

  private static Cells shorts(Rasters rasters, Optional<Double> noData) {
    short[] altitudesM = new short[rasters.getWidth() * rasters.getHeight()];
    for (int line = 0; line < rasters.getHeight(); line++) {
      int row = rasters.getHeight() - 1 - line;
      for (int column = 0; column < rasters.getWidth(); column++) {
        double value = altitudeM(rasters, column, line, noData);
        altitudesM[row * rasters.getWidth() + column] =
            Double.isNaN(value) ? Cells.VOID : (short) value;
      }
    }
    return Cells.of(altitudesM);
  }

  private static Cells floats(Rasters rasters, Optional<Double> noData) {
    float[] altitudesM = new float[rasters.getWidth() * rasters.getHeight()];
    for (int line = 0; line < rasters.getHeight(); line++) {
      int row = rasters.getHeight() - 1 - line;
      for (int column = 0; column < rasters.getWidth(); column++) {
        altitudesM[row * rasters.getWidth() + column] =
            (float) altitudeM(rasters, column, line, noData);
      }
    }
    return Cells.of(altitudesM);
  }

  /** The altitude, or not a number for a void. */
  private static double altitudeM(Rasters rasters, int column, int line, Optional<Double> noData) {
    Number sample = rasters.getFirstPixelSample(column, line);
    double value = sample.doubleValue();
    // the tag holds a decimal of what a 32-bit cell holds in binary
    boolean isVoid =
        Double.isNaN(value)
            || (noData.isPresent()
                && (value == noData.get()
                    || (sample instanceof Float f && f == noData.get().floatValue())));
    if (isVoid) {
      return Double.NaN;
    }
    if (!Cells.isOnEarth(value)) {
      throw new IllegalArgumentException(
          "altitude "
              + value
              + " in line "
              + line
              + ", column "
              + column
              + " is no ground on Earth and not GDAL_NODATA");
    }
    return value;
  }

  private static Problem problem(String fileName, String message) {
    return new Problem(fileName, 0, 0, "", message);
  }
}
