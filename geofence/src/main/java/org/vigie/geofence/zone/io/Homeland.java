package org.vigie.geofence.zone.io;

import java.util.Map;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.UasZone;

/**
 * Where the countries lie whose zones are most likely read, so that a publication with longitude
 * and latitude exchanged is noticed: it would block the sea off Somalia, and leave France open.
 * Territories overseas lie outside, and so do their mirror images.
 *
 * @source Natural Earth, 1:110m cultural vectors, countries; boxes in whole degrees, rounded
 *     outwards, with the near islands that the scale leaves out
 */
final class Homeland {
  /** A zone may begin off the coast. */
  private static final double COAST_DEG = 2;

  private static final Map<String, GeoBox> BOXES =
      Map.ofEntries(
          Map.entry("AUT", new GeoBox(46, 9, 50, 18)),
          Map.entry("BEL", new GeoBox(49, 2, 52, 7)),
          Map.entry("BGR", new GeoBox(41, 22, 45, 29)),
          Map.entry("CHE", new GeoBox(45, 5, 48, 11)),
          Map.entry("CYP", new GeoBox(34, 32, 36, 35)),
          Map.entry("CZE", new GeoBox(48, 12, 52, 19)),
          Map.entry("DEU", new GeoBox(47, 5, 56, 16)),
          Map.entry("DNK", new GeoBox(54, 8, 58, 16)),
          Map.entry("ESP", new GeoBox(27, -19, 44, 5)),
          Map.entry("EST", new GeoBox(57, 21, 60, 29)),
          Map.entry("FIN", new GeoBox(59, 19, 71, 32)),
          Map.entry("FRA", new GeoBox(41, -6, 52, 10)),
          Map.entry("GBR", new GeoBox(49, -9, 61, 2)),
          Map.entry("GRC", new GeoBox(34, 19, 42, 30)),
          Map.entry("HRV", new GeoBox(42, 13, 47, 20)),
          Map.entry("HUN", new GeoBox(45, 16, 49, 23)),
          Map.entry("IRL", new GeoBox(51, -11, 56, -5)),
          Map.entry("ISL", new GeoBox(63, -25, 67, -13)),
          Map.entry("ITA", new GeoBox(35, 6, 48, 19)),
          Map.entry("LIE", new GeoBox(47, 9, 48, 10)),
          Map.entry("LTU", new GeoBox(53, 20, 57, 27)),
          Map.entry("LUX", new GeoBox(49, 5, 51, 7)),
          Map.entry("LVA", new GeoBox(55, 20, 59, 29)),
          Map.entry("MLT", new GeoBox(35, 14, 37, 15)),
          Map.entry("NLD", new GeoBox(50, 3, 54, 8)),
          Map.entry("NOR", new GeoBox(57, 4, 72, 32)),
          Map.entry("POL", new GeoBox(49, 14, 55, 25)),
          Map.entry("PRT", new GeoBox(32, -32, 43, -6)),
          Map.entry("ROU", new GeoBox(43, 20, 49, 30)),
          Map.entry("SVK", new GeoBox(47, 16, 50, 23)),
          Map.entry("SVN", new GeoBox(45, 13, 47, 17)),
          Map.entry("SWE", new GeoBox(55, 10, 70, 25)));

  private Homeland() {}

  private static boolean isNear(GeoBox box, GeoBox home, double marginDeg) {
    return box.southDeg() <= home.northDeg() + marginDeg
        && box.northDeg() >= home.southDeg() - marginDeg
        && box.westDeg() <= home.eastDeg() + marginDeg
        && box.eastDeg() >= home.westDeg() - marginDeg;
  }

  /** Cyprus: off its own coast lies its mirror image, and what lies there is taken for that. */
  private static boolean isNearOwnMirror(GeoBox home) {
    boolean onGlobe = Math.abs(home.westDeg()) <= 90 && Math.abs(home.eastDeg()) <= 90;
    return onGlobe
        && isNear(
            new GeoBox(
                /* southDeg= */ home.westDeg(),
                /* westDeg= */ home.southDeg(),
                /* northDeg= */ home.eastDeg(),
                /* eastDeg= */ home.northDeg()),
            home,
            COAST_DEG);
  }

  /**
   * Whether a zone lies far from its country, and would lie in it with longitude and latitude
   * exchanged; false for a country that is not known.
   */
  static boolean isMirrored(UasZone zone) {
    GeoBox home = BOXES.get(zone.country());
    if (home == null) {
      return false;
    }
    GeoBox box = zone.box();
    double latDeg = (box.southDeg() + box.northDeg()) / 2;
    double lonDeg = (box.westDeg() + box.eastDeg()) / 2;
    boolean near = isNear(box, home, isNearOwnMirror(home) ? 0 : COAST_DEG);
    return !near && Math.abs(lonDeg) <= 90 && home.contains(new LatLon(lonDeg, latDeg));
  }
}
