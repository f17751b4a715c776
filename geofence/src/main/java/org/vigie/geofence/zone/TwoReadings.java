package org.vigie.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.lonlat.LatitudeBand;
import org.vigie.geofence.lonlat.Longitudes;

/**
 * An edge read as a straight line in longitude and latitude and as a shortest line, walked side by
 * side. Confined to one caller.
 */
final class TwoReadings {
  /** A shortest line of half the Earth is halved into pieces of 80 m by then. */
  private static final int HALVINGS_MAX = 18;

  private final double ax;
  private final double ay;
  private final double bx;
  private final double by;
  private final LatLon start;

  /** Of the shortest line; only edges that are long enough to matter are asked for it. */
  private double azimuthDeg;

  private double shortestM;

  /** Neither line is longer. */
  private final double lengthM;

  /** An edge in degrees, less than half a turn long. */
  TwoReadings(double ax, double ay, double bx, double by) {
    this.ax = ax;
    this.ay = ay;
    this.bx = bx;
    this.by = by;
    start = Longitudes.place(ay, ax);
    lengthM = new LatitudeBand(ay, by).mostM(by - ay, bx - ax);
  }

  /** How long a piece may be at a latitude, so that it may be drawn straight, metres. */
  @FunctionalInterface
  interface Steps {
    double stepM(double latDeg, double lengthM);
  }

  /** A stretch of the edge: as many points on either line, side by side. */
  record Strip(List<LatLon> straight, List<LatLon> shortest) {
    /** There on one line and back on the other, points that both share once. */
    List<LatLon> outline() {
      List<LatLon> outline = new ArrayList<>(straight);
      for (int i = shortest.size() - 1; i >= 0; i--) {
        boolean shared = (i == 0 || i == shortest.size() - 1) && apart(i) < 1e-6;
        if (!shared) {
          outline.add(shortest.get(i));
        }
      }
      return outline;
    }

    private double apart(int i) {
      return Geodesics.distanceM(straight.get(i), shortest.get(i));
    }
  }

  /**
   * The stretches between whose lines a point within a distance of a place may lie; none when the
   * lines are nearly one.
   */
  List<Strip> near(LatLon place, double distanceM, Steps steps) {
    List<Strip> strips = new ArrayList<>();
    // each line lies within half its length of an end, so within it of the middle
    if (lengthM > steps.stepM((ay + by) / 2, lengthM)
        && Geodesics.distanceM(place, onStraight(0.5)) <= distanceM + lengthM) {
      LatLon end = Longitudes.place(by, bx);
      azimuthDeg = Geodesics.azimuthDeg(start, end);
      shortestM = Geodesics.distanceM(start, end);
      List<Double> parts = new ArrayList<>();
      collect(parts, 0, 1, place, distanceM, steps, 0);
      for (int i = 0; i < parts.size(); i += 2) {
        boolean goesOn = i > 0 && parts.get(i).equals(parts.get(i - 1));
        if (!goesOn) {
          strips.add(new Strip(new ArrayList<>(), new ArrayList<>()));
          add(strips, parts.get(i));
        }
        add(strips, parts.get(i + 1));
      }
    }
    return strips;
  }

  private void add(List<Strip> strips, double part) {
    Strip last = strips.get(strips.size() - 1);
    last.straight().add(onStraight(part));
    last.shortest().add(onShortest(part));
  }

  /** First and last parts of the pieces, in order. */
  private void collect(
      List<Double> parts,
      double from,
      double to,
      LatLon place,
      double distanceM,
      Steps steps,
      int halvings) {
    LatLon shortest = onShortest(from);
    LatLon straight = onStraight(from);
    double pieceM = lengthM * (to - from);
    double asideM =
        Math.max(
            Geodesics.distanceM(shortest, straight),
            Geodesics.distanceM(onShortest(to), onStraight(to)));
    double safeM = distanceM + asideM + 2 * pieceM;
    if (Geodesics.distanceM(place, shortest) > safeM
        && Geodesics.distanceM(place, straight) > safeM) {
      return;
    }
    double latDeg = Math.max(Math.abs(shortest.latDeg()), Math.abs(straight.latDeg()));
    if (pieceM > steps.stepM(latDeg, pieceM) && halvings < HALVINGS_MAX) {
      double half = (from + to) / 2;
      collect(parts, from, half, place, distanceM, steps, halvings + 1);
      collect(parts, half, to, place, distanceM, steps, halvings + 1);
      return;
    }
    parts.add(from);
    parts.add(to);
  }

  private LatLon onShortest(double part) {
    return Geodesics.destination(start, azimuthDeg, part * shortestM);
  }

  private LatLon onStraight(double part) {
    return Longitudes.place(ay + part * (by - ay), ax + part * (bx - ax));
  }
}
