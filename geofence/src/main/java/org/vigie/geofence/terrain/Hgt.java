package org.vigie.geofence.terrain;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/**
 * Reads SRTM tiles: one degree by one degree, named after their south-western corner (N45E004.hgt),
 * 3601 by 3601 (1") or 1201 by 1201 (3") altitudes above EGM96 in whole metres, big-endian, from
 * north to south, the outer rows and columns shared with the neighbours; -32768 is a void.
 *
 * <p>SRTM measured the radar's surface of February 2000: 16 m of absolute error (90 %), tree tops
 * in woods, no building that can be relied on. It is ground at best and knows no obstacle.
 *
 * @source USGS EROS, SRTM 1 Arc-Second Global and SRTM Quick Start (NASA JPL 2013)
 */
public final class Hgt {
  private static final Pattern NAME =
      Pattern.compile("(?:.*[/\\\\])?([NS])(\\d{2})([EW])(\\d{3})(?:\\.[^/\\\\]*)?");

  private static final int LAT_DEG_MAX = 90;
  private static final int LON_DEG_MAX = 180;

  private static final int CELLS_1_ARC_SECOND = 3601;
  private static final int CELLS_3_ARC_SECONDS = 1201;

  private Hgt() {}

  /**
   * Reads a tile.
   *
   * @param fileName the name, which says where the tile lies and which errors carry
   * @throws DocumentException if the name names no tile, the size is neither of the two, or a value
   *     is no altitude on Earth
   */
  public static TerrainGrid read(String fileName, byte[] bytes) throws DocumentException {
    Matcher name = NAME.matcher(fileName.toUpperCase(Locale.ROOT));
    if (!name.matches()) {
      throw error(fileName, "the name is not like N45E004.hgt: where the tile lies is unknown");
    }
    int southDeg = Integer.parseInt(name.group(2)) * ("N".equals(name.group(1)) ? 1 : -1);
    int westDeg = Integer.parseInt(name.group(4)) * ("E".equals(name.group(3)) ? 1 : -1);
    if (southDeg < -LAT_DEG_MAX
        || southDeg >= LAT_DEG_MAX
        || westDeg < -LON_DEG_MAX
        || westDeg >= LON_DEG_MAX) {
      throw error(fileName, "there is no such tile on Earth");
    }
    int side = side(fileName, bytes.length);
    double stepDeg = 1.0 / (side - 1);
    GridFrame frame = new GridFrame(side, side, westDeg, southDeg, stepDeg, stepDeg);
    return new TerrainGrid(frame, Cells.of(altitudes(fileName, bytes, side)));
  }

  /** The name of the tile whose south-western corner lies at whole degrees, without an ending. */
  static String name(int southDeg, int westDeg) {
    return String.format(
        Locale.ROOT,
        "%s%02d%s%03d",
        southDeg < 0 ? "S" : "N",
        Math.abs(southDeg),
        westDeg < 0 ? "W" : "E",
        Math.abs(westDeg));
  }

  private static int side(String fileName, int bytes) throws DocumentException {
    for (int side : new int[] {CELLS_1_ARC_SECOND, CELLS_3_ARC_SECONDS}) {
      if (bytes == side * side * Short.BYTES) {
        return side;
      }
    }
    throw error(
        fileName,
        "has "
            + bytes
            + " bytes: neither 3601 by 3601 nor 1201 by 1201 altitudes of two bytes (damaged, cut"
            + " off or compressed)");
  }

  private static short[] altitudes(String fileName, byte[] bytes, int side)
      throws DocumentException {
    short[] altitudesM = new short[side * side];
    for (int line = 0; line < side; line++) {
      int row = side - 1 - line;
      for (int column = 0; column < side; column++) {
        int at = (line * side + column) * Short.BYTES;
        short altitudeM = (short) ((bytes[at] << Byte.SIZE) | (bytes[at + 1] & 0xFF));
        if (altitudeM != Cells.VOID && !Cells.isOnEarth(altitudeM)) {
          throw error(
              fileName,
              "altitude "
                  + altitudeM
                  + " in line "
                  + line
                  + ", column "
                  + column
                  + " is no ground on Earth and not the void -32768");
        }
        altitudesM[row * side + column] = altitudeM;
      }
    }
    return altitudesM;
  }

  private static DocumentException error(String fileName, String message) {
    return new DocumentException(new Problem(fileName, 0, 0, "", message));
  }
}
