package org.vigie.geofence.terrain;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;

/**
 * Lowest and highest altitude below an area of any form, a corridor say: boxes are quartered until
 * they lie within it or are small, and none that meets it is left out. Confined to one question.
 */
public final class AreaRange {
  /** Boxes at the area's edge are at most this long: so much ground beside it may count. */
  private static final double BOX_M = 5;

  /** Of a large area, at most this part of its extent: its edge stays a few thousand boxes. */
  private static final double BOX_PART = 1.0 / 2048;

  /** Nearer to a pole meridians bend too much for boxes of degrees: unknown. */
  private static final double LATITUDE_DEG_MAX = 85;

  /** So many corners are looked at before any box. */
  private static final int CORNERS = 16;

  private static final double EARTH_RADIUS_M = 6_335_000;

  /** A degree of latitude is nowhere shorter, metres. */
  private static final double DEGREE_M_MIN = 110_500;

  /** What is asked for: what lies between two known ends need not be looked at. */
  private enum Wanted {
    BOTH,
    LOWEST,
    HIGHEST;

    boolean isWithin(GroundRange range, GroundRange box) {
      return (this == HIGHEST || box.lowest().metres() >= range.lowest().metres())
          && (this == LOWEST || box.highest().metres() <= range.highest().metres());
    }
  }

  private final Terrain terrain;
  private final Plane plane;
  private final Wanted wanted;
  private final PreparedGeometry area;
  private final double boxM;
  private Optional<GroundRange> range = Optional.empty();
  private boolean known = true;

  private AreaRange(Terrain terrain, Plane plane, Geometry area, Wanted wanted) {
    this.terrain = terrain;
    this.plane = plane;
    this.wanted = wanted;
    this.area = PreparedGeometryFactory.prepare(area);
    Envelope extent = area.getEnvelopeInternal();
    this.boxM = Math.max(BOX_M, Math.max(extent.getWidth(), extent.getHeight()) * BOX_PART);
  }

  /**
   * The range below an area; empty when some of it is unknown, or the area is empty.
   *
   * @param area in metres of the plane
   */
  public static Optional<GroundRange> of(Terrain terrain, Plane plane, Geometry area) {
    return of(terrain, plane, area, Wanted.BOTH);
  }

  /**
   * The lower end of {@link #of}, for less work.
   *
   * @param area in metres of the plane
   */
  public static Optional<AltitudeAmsl> lowest(Terrain terrain, Plane plane, Geometry area) {
    return of(terrain, plane, area, Wanted.LOWEST).map(GroundRange::lowest);
  }

  /**
   * The upper end of {@link #of}, for less work.
   *
   * @param area in metres of the plane
   */
  public static Optional<AltitudeAmsl> highest(Terrain terrain, Plane plane, Geometry area) {
    return of(terrain, plane, area, Wanted.HIGHEST).map(GroundRange::highest);
  }

  private static Optional<GroundRange> of(
      Terrain terrain, Plane plane, Geometry area, Wanted wanted) {
    AreaRange below = new AreaRange(terrain, plane, area, wanted);
    // some corners' own range first: most boxes lie within it and need no closer look
    Coordinate[] corners = area.getCoordinates();
    int step = Math.max(1, corners.length / CORNERS);
    for (int i = 0; i < corners.length; i += step) {
      below.add(new Envelope(corners[i]));
    }
    below.look(area.getEnvelopeInternal());
    return below.known ? below.range : Optional.empty();
  }

  private void look(Envelope box) {
    Geometry ground = plane.factory().toGeometry(box);
    if (!known || !area.intersects(ground)) {
      return;
    }
    if (Math.max(box.getWidth(), box.getHeight()) <= boxM || area.covers(ground)) {
      add(box);
      return;
    }
    if (isWithinRange(ask(box))) {
      return;
    }
    Coordinate middle = box.centre();
    look(new Envelope(box.getMinX(), middle.x, box.getMinY(), middle.y));
    look(new Envelope(middle.x, box.getMaxX(), box.getMinY(), middle.y));
    look(new Envelope(box.getMinX(), middle.x, middle.y, box.getMaxY()));
    look(new Envelope(middle.x, box.getMaxX(), middle.y, box.getMaxY()));
  }

  private void add(Envelope box) {
    if (known) {
      Optional<GroundRange> found = ask(box);
      known = found.isPresent();
      range = found.map(here -> range.map(here::and).orElse(here));
    }
  }

  /** Whether a box adds nothing to the range so far. */
  private boolean isWithinRange(Optional<GroundRange> box) {
    return box.isPresent() && range.isPresent() && wanted.isWithin(range.get(), box.get());
  }

  /**
   * Asks for a box of degrees around the flat one: around its corners and the middles of its edges,
   * and as much more as parallels and meridians bend between these.
   */
  private Optional<GroundRange> ask(Envelope box) {
    double originLonDeg = plane.frame().origin().lonDeg();
    double south = 90;
    double north = -90;
    double west = 360;
    double east = -360;
    for (double x : along(box.getMinX(), box.getMaxX())) {
      for (double y : along(box.getMinY(), box.getMaxY())) {
        LatLon point = plane.latLon(new Coordinate(x, y));
        double lonDeg = Math.IEEEremainder(point.lonDeg() - originLonDeg, 360);
        south = Math.min(south, point.latDeg());
        north = Math.max(north, point.latDeg());
        west = Math.min(west, lonDeg);
        east = Math.max(east, lonDeg);
      }
    }
    double polewardDeg = Math.max(Math.abs(south), Math.abs(north));
    if (polewardDeg > LATITUDE_DEG_MAX) {
      return Optional.empty();
    }
    double slope = Math.tan(Math.toRadians(polewardDeg));
    double half = Math.max(box.getWidth(), box.getHeight()) / 2;
    double bendDeg =
        half * half / (8 * EARTH_RADIUS_M) * (1 + slope + 2 * slope * slope) / DEGREE_M_MIN;
    double bendLonDeg = bendDeg / Math.cos(Math.toRadians(polewardDeg));
    return terrain.findRange(
        new LatLon(Math.max(-90, south - bendDeg), turned(west - bendLonDeg + originLonDeg)),
        new LatLon(Math.min(90, north + bendDeg), turned(east + bendLonDeg + originLonDeg)));
  }

  /** Ends and middle; of a point its one place. */
  private static double[] along(double from, double to) {
    return from == to ? new double[] {from} : new double[] {from, (from + to) / 2, to};
  }

  private static double turned(double lonDeg) {
    return lonDeg > 180 ? lonDeg - 360 : lonDeg < -180 ? lonDeg + 360 : lonDeg;
  }
}
