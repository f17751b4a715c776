package org.vigie.geofence.zone.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.lonlat.LonLatRings;
import org.vigie.geofence.zone.HorizontalProjection.Circle;
import org.vigie.geofence.zone.HorizontalProjection.Polygon;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;

/**
 * The solids of all zones as flat arrays, cut into pieces that each have one box within -180 to 180
 * degrees: a solid across the antimeridian has a piece on either side, one that touches it has one
 * of no width beyond. Immutable.
 */
final class Solids {
  private static final double HALF_TURN_DEG = 180;
  private static final double FULL_TURN_DEG = 360;
  private static final double POLE_DEG = 90;

  /** Values of a piece: 64 bytes, a cache line. */
  private static final int WIDTH = 8;

  private static final int LOWER = 4;
  private static final int UPPER = 5;
  private static final int TURN = 6;
  private static final int REFERENCES = 7;

  /** A solid's share of one turn of longitudes. */
  private record Piece(Box box, double turnDeg, int zone, Object shape, VerticalBand band) {}

  private final BoxTree tree;
  private final BandedPolygons polygons;
  private final Circles circles;

  /** For each piece: its box, lower limit, upper limit, turn. */
  private final double[] values;

  private final int[] zones;

  /** A polygon's index, or the complement of a circle's. */
  private final int[] shapes;

  Solids(List<UasZone> zones) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      add(pieces, i, zones.get(i));
    }
    pieces.sort(
        Comparator.comparingLong(
            piece -> Morton.code(piece.box.middleLon(), piece.box.middleLat())));
    List<LonLatRings> rings = new ArrayList<>();
    List<Circle> rounds = new ArrayList<>();
    IdentityHashMap<Object, Integer> known = new IdentityHashMap<>();
    values = new double[WIDTH * pieces.size()];
    this.zones = new int[pieces.size()];
    shapes = new int[pieces.size()];
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int at = WIDTH * i;
      values[at] = piece.box.west();
      values[at + 1] = piece.box.south();
      values[at + 2] = piece.box.east();
      values[at + 3] = piece.box.north();
      values[at + LOWER] = piece.band.lowerM();
      values[at + UPPER] = piece.band.upperM();
      values[at + TURN] = piece.turnDeg;
      values[at + REFERENCES] =
          4 * code(piece.band.lowerReference()) + code(piece.band.upperReference());
      this.zones[i] = piece.zone;
      shapes[i] =
          known.computeIfAbsent(
              piece.shape,
              shape -> {
                if (shape instanceof Circle circle) {
                  rounds.add(circle);
                  return ~(rounds.size() - 1);
                }
                rings.add((LonLatRings) shape);
                return rings.size() - 1;
              });
    }
    tree = new BoxTree(pieces.stream().map(Piece::box).toList());
    polygons = new BandedPolygons(rings);
    circles = new Circles(rounds);
  }

  private static void add(List<Piece> pieces, int index, UasZone zone) {
    for (ZoneGeometry solid : zone.geometry()) {
      VerticalBand band = zone.understood() ? solid.band() : VerticalBand.UNLIMITED;
      if (solid.projection() instanceof Circle circle) {
        cut(pieces, Circles.box(circle), index, circle, band);
      } else if (solid.projection() instanceof Polygon polygon) {
        for (LonLatRings rings : LonLatRings.readings(polygon.outer(), polygon.holes())) {
          Box box = new Box(rings.westDeg(), rings.southDeg(), rings.eastDeg(), rings.northDeg());
          cut(pieces, box, index, rings, band);
        }
      }
    }
  }

  private static void cut(List<Piece> pieces, Box box, int zone, Object shape, VerticalBand band) {
    for (double turn = -FULL_TURN_DEG; turn <= FULL_TURN_DEG; turn += FULL_TURN_DEG) {
      double west = Math.max(-HALF_TURN_DEG, box.west() - turn);
      double east = Math.min(HALF_TURN_DEG, box.east() - turn);
      if (west <= east) {
        Box part = new Box(west, box.south(), east, box.north());
        pieces.add(new Piece(part, turn, zone, shape, band));
      }
    }
  }

  int pieces() {
    return zones.length;
  }

  BoxTree tree() {
    return tree;
  }

  boolean boxHolds(int piece, double latDeg, double lonDeg) {
    int at = WIDTH * piece;
    return values[at] <= lonDeg
        && values[at + 1] <= latDeg
        && values[at + 2] >= lonDeg
        && values[at + 3] >= latDeg;
  }

  BandedPolygons polygons() {
    return polygons;
  }

  int zone(int piece) {
    return zones[piece];
  }

  /** Degrees to add to a longitude to find it in the piece's shape. */
  double turnDeg(int piece) {
    return values[WIDTH * piece + TURN];
  }

  /** Latitude of the southern edge of the piece's box. */
  double southDeg(int piece) {
    return values[WIDTH * piece + 1];
  }

  /** Latitude of the northern edge of the piece's box. */
  double northDeg(int piece) {
    return values[WIDTH * piece + 3];
  }

  boolean isCircle(int piece) {
    return shapes[piece] < 0;
  }

  Circle circle(int piece) {
    return circles.circle(~shapes[piece]);
  }

  int polygon(int piece) {
    return shapes[piece];
  }

  /** Whether a point that lies in the piece's box lies in its shape. */
  boolean contains(int piece, double latDeg, double lonDeg) {
    int shape = shapes[piece];
    if (shape < 0) {
      return circles.contains(~shape, latDeg, lonDeg);
    }
    // at a pole all longitudes are one place, which the box touches
    return Math.abs(latDeg) == POLE_DEG
        || polygons.contains(shape, lonDeg + values[WIDTH * piece + TURN], latDeg);
  }

  /** As {@link VerticalBand#mayMeet}. */
  boolean mayMeet(int piece, Altitudes flight) {
    int references = (int) values[WIDTH * piece + REFERENCES];
    return flight.mayMeet(
        values[WIDTH * piece + LOWER],
        references >> 2,
        values[WIDTH * piece + UPPER],
        references & 3);
  }

  private static int code(VerticalReference reference) {
    return switch (reference) {
      case AMSL -> Altitudes.AMSL;
      case AGL -> Altitudes.AGL;
      case WGS84 -> Altitudes.WGS84;
    };
  }

  /** Finds the pieces whose boxes meet a box; every longitude when it reaches a pole. */
  BitSet find(double west, double south, double east, double north) {
    return south == -POLE_DEG || north == POLE_DEG
        ? tree.find(-HALF_TURN_DEG, south, HALF_TURN_DEG, north)
        : tree.find(west, south, east, north);
  }

  /** The boxes within -180 to 180 degrees that a box of points amounts to. */
  static List<GeoBox> turns(double west, double south, double east, double north) {
    List<GeoBox> boxes = new ArrayList<>();
    for (double turn = -FULL_TURN_DEG; turn <= FULL_TURN_DEG; turn += FULL_TURN_DEG) {
      double from = Math.max(-HALF_TURN_DEG, west + turn);
      double to = Math.min(HALF_TURN_DEG, east + turn);
      if (from <= to) {
        boxes.add(new GeoBox(Math.max(-POLE_DEG, south), from, Math.min(POLE_DEG, north), to));
      }
    }
    return boxes;
  }
}
