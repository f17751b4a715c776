package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;

/**
 * The area that a zone claims which could not be understood: boxes around every point in its
 * geometry. Points on both sides of the antimeridian, and near it, are taken for a zone across it.
 *
 * @param solids boxes from the surface without upper limit; empty when not even two points could be
 *     read
 * @param whole false when some of what should be a point or a radius could not be read, so that the
 *     zone may reach farther
 */
record Claim(List<ZoneGeometry> solids, boolean whole) {
  /** Boxes beyond this no flat frame can hold. */
  private static final double PIECE_DEG_MAX = 30;

  /** A zone across the antimeridian that is wider than this is not told from one around Earth. */
  private static final double ACROSS_DEG_MAX = 90;

  /** A metre: a line claims at least that. */
  private static final double PAD_DEG = 1e-5;

  static Claim of(JsonNode geometry) {
    Gathering gathering = new Gathering();
    gathering.zone(geometry);
    if (new HashSet<>(gathering.points()).size() < 2) {
      return new Claim(List.of(), false);
    }
    List<ZoneGeometry> solids = new ArrayList<>();
    for (GeoBox box : boxes(gathering.points())) {
      pieces(box).forEach(piece -> solids.add(new ZoneGeometry(piece, VerticalBand.UNLIMITED)));
    }
    return new Claim(solids, gathering.isWhole());
  }

  private static List<GeoBox> boxes(List<LatLon> points) {
    double southDeg = points.stream().mapToDouble(LatLon::latDeg).min().orElseThrow() - PAD_DEG;
    double northDeg = points.stream().mapToDouble(LatLon::latDeg).max().orElseThrow() + PAD_DEG;
    southDeg = Math.max(-90, southDeg);
    northDeg = Math.min(90, northDeg);
    double[] lons = points.stream().mapToDouble(LatLon::lonDeg).sorted().toArray();
    double westDeg = lons[0];
    double eastDeg = lons[lons.length - 1];
    if (eastDeg - westDeg <= 180) {
      return List.of(
          new GeoBox(
              southDeg,
              Math.max(-180, westDeg - PAD_DEG),
              northDeg,
              Math.min(180, eastDeg + PAD_DEG)));
    }
    double positive = Arrays.stream(lons).filter(lon -> lon >= 0).min().orElseThrow();
    double negative = Arrays.stream(lons).filter(lon -> lon < 0).max().orElseThrow();
    if (negative + 360 - positive <= ACROSS_DEG_MAX) {
      return List.of(
          new GeoBox(southDeg, positive - PAD_DEG, northDeg, 180),
          new GeoBox(southDeg, -180, northDeg, negative + PAD_DEG));
    }
    return List.of(new GeoBox(southDeg, -180, northDeg, 180));
  }

  private static List<HorizontalProjection> pieces(GeoBox box) {
    int columns = pieces(box.eastDeg() - box.westDeg());
    int rows = pieces(box.northDeg() - box.southDeg());
    List<HorizontalProjection> pieces = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double southDeg = part(box.southDeg(), box.northDeg(), row, rows);
        double northDeg = part(box.southDeg(), box.northDeg(), row + 1, rows);
        double westDeg = part(box.westDeg(), box.eastDeg(), column, columns);
        double eastDeg = part(box.westDeg(), box.eastDeg(), column + 1, columns);
        pieces.add(
            new HorizontalProjection.Polygon(
                new GeoPolygon(
                    List.of(
                        new LatLon(southDeg, westDeg),
                        new LatLon(southDeg, eastDeg),
                        new LatLon(northDeg, eastDeg),
                        new LatLon(northDeg, westDeg))),
                List.of()));
      }
    }
    return pieces;
  }

  private static int pieces(double spanDeg) {
    return Math.max(1, (int) Math.ceil(spanDeg / PIECE_DEG_MAX));
  }

  private static double part(double fromDeg, double toDeg, int index, int count) {
    return index == count ? toDeg : fromDeg + (toDeg - fromDeg) * index / count;
  }
}
