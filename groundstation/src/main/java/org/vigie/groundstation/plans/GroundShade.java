package org.vigie.groundstation.plans;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.groundstation.zones.MapPane;

/**
 * The ground as light from the north-west shows it, dark enough for everything above it, with a
 * thin line each ten metres. Where the ground is unknown nothing is drawn.
 */
final class GroundShade {
  /** One look at the ground for so many pixels; it is drawn smoothly between them. */
  private static final int STEP = 3;

  private static final double CONTOUR_M = 10;
  private static final double EXAGGERATION = 2.2;
  private static final int LOW = 0x141c22;
  private static final int HIGH = 0x3a4a47;

  private final MapPane map;
  private final double[][] heightsM;
  private final double leastM;
  private final double mostM;

  private GroundShade(MapPane map, Terrain terrain, Rectangle frame) {
    this.map = map;
    int columns = frame.width / STEP + 2;
    int rows = frame.height / STEP + 2;
    heightsM = new double[rows][columns];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Optional<AltitudeAmsl> ground =
            terrain.findGround(
                map.place(frame.x + column * (double) STEP, frame.y + row * (double) STEP));
        heightsM[row][column] = ground.map(AltitudeAmsl::metres).orElse(Double.NaN);
        if (ground.isPresent()) {
          low = Math.min(low, ground.get().metres());
          high = Math.max(high, ground.get().metres());
        }
      }
    }
    leastM = low;
    mostM = high;
  }

  /** A picture of the ground below a part of a picture. */
  static BufferedImage of(MapPane map, Terrain terrain, Rectangle frame) {
    GroundShade shade = new GroundShade(map, terrain, frame);
    BufferedImage image = new BufferedImage(frame.width, frame.height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < frame.height; y++) {
      for (int x = 0; x < frame.width; x++) {
        image.setRGB(x, y, shade.colour(x, y));
      }
    }
    return image;
  }

  private int colour(int x, int y) {
    double here = height(x, y);
    double east = height(x + STEP, y) - here;
    double south = height(x, y + STEP) - here;
    if (Double.isNaN(here + east + south)) {
      return 0;
    }
    double runM = map.metresPerPixel() * STEP / EXAGGERATION;
    double dx = east / runM;
    double dy = south / runM;
    // light from the north-west, at 45 degrees
    double light = (1 + (dx + dy) / Math.sqrt(2)) / Math.sqrt(2 * (1 + dx * dx + dy * dy));
    double part = mostM - leastM < 1 ? 0.5 : (here - leastM) / (mostM - leastM);
    double bright = 0.55 + 0.65 * Math.max(0, light);
    boolean contour = isContour(here, height(x + 1, y), height(x, y + 1));
    return blend(part, contour ? bright * 1.35 : bright);
  }

  private static boolean isContour(double here, double east, double south) {
    double band = Math.floor(here / CONTOUR_M);
    return band != Math.floor(east / CONTOUR_M) || band != Math.floor(south / CONTOUR_M);
  }

  private static int blend(double part, double bright) {
    Color low = new Color(LOW);
    Color high = new Color(HIGH);
    return 0xff000000
        | channel(low.getRed(), high.getRed(), part, bright) << 16
        | channel(low.getGreen(), high.getGreen(), part, bright) << 8
        | channel(low.getBlue(), high.getBlue(), part, bright);
  }

  private static int channel(int low, int high, double part, double bright) {
    return (int) Math.max(0, Math.min(255, (low + (high - low) * part) * bright));
  }

  private double height(int x, int y) {
    double column = Math.min((double) x / STEP, heightsM[0].length - 1.001);
    double row = Math.min((double) y / STEP, heightsM.length - 1.001);
    int left = (int) column;
    int top = (int) row;
    double u = column - left;
    double v = row - top;
    return (1 - v) * ((1 - u) * heightsM[top][left] + u * heightsM[top][left + 1])
        + v * ((1 - u) * heightsM[top + 1][left] + u * heightsM[top + 1][left + 1]);
  }
}
