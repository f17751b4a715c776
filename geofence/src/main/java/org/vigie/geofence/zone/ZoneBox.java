package org.vigie.geofence.zone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.LatLon;

/** The box around solids. Of the ways round the Earth it takes the shorter. */
final class ZoneBox {
  /** Meridian radius of curvature at the equator, the smallest there is, metres. */
  private static final double RADIUS_MIN_M = 6_335_439;

  /** The sphere above is already too small; this pays for rounding. */
  private static final double MARGIN = 1.001;

  private ZoneBox() {}

  /** Longitudes from west to east, in degrees; east may be above 180. */
  private record Stretch(double westDeg, double eastDeg) {}

  static GeoBox of(HorizontalProjection projection) {
    return projection instanceof HorizontalProjection.Circle circle
        ? around(circle)
        : around(((HorizontalProjection.Polygon) projection).points());
  }

  static GeoBox of(List<ZoneGeometry> solids) {
    double southDeg = 90;
    double northDeg = -90;
    List<Stretch> stretches = new ArrayList<>();
    for (ZoneGeometry solid : solids) {
      GeoBox box = of(solid.projection());
      southDeg = Math.min(southDeg, box.southDeg());
      northDeg = Math.max(northDeg, box.northDeg());
      double eastDeg = box.eastDeg() + (box.eastDeg() < box.westDeg() ? 360 : 0);
      stretches.add(new Stretch(box.westDeg(), eastDeg));
    }
    Stretch all = cover(stretches);
    return new GeoBox(southDeg, all.westDeg(), northDeg, all.eastDeg());
  }

  private static GeoBox around(List<LatLon> ring) {
    double southDeg = 90;
    double westDeg = 180;
    double northDeg = -90;
    double eastDeg = -180;
    for (LatLon point : ring) {
      southDeg = Math.min(southDeg, point.latDeg());
      northDeg = Math.max(northDeg, point.latDeg());
      westDeg = Math.min(westDeg, point.lonDeg());
      eastDeg = Math.max(eastDeg, point.lonDeg());
    }
    return new GeoBox(southDeg, westDeg, northDeg, eastDeg);
  }

  /** The box of a circle; one that reaches a pole has all longitudes. */
  private static GeoBox around(HorizontalProjection.Circle circle) {
    LatLon centre = circle.centre();
    double reachRad = circle.radiusM() / RADIUS_MIN_M * MARGIN;
    double reachDeg = Math.toDegrees(reachRad);
    double southDeg = centre.latDeg() - reachDeg;
    double northDeg = centre.latDeg() + reachDeg;
    if (southDeg <= -90 || northDeg >= 90) {
      return new GeoBox(Math.max(-90, southDeg), -180, Math.min(90, northDeg), 180);
    }
    double sine = Math.sin(reachRad) / Math.cos(Math.toRadians(centre.latDeg()));
    double acrossDeg = Math.toDegrees(Math.asin(Math.min(1, sine))) * MARGIN;
    if (acrossDeg >= 90) {
      return new GeoBox(southDeg, -180, northDeg, 180);
    }
    double westDeg = centre.lonDeg() - acrossDeg;
    double eastDeg = centre.lonDeg() + acrossDeg;
    return new GeoBox(
        southDeg,
        westDeg < -180 ? westDeg + 360 : westDeg,
        northDeg,
        eastDeg > 180 ? eastDeg - 360 : eastDeg);
  }

  /** The shortest stretch that holds all of them: what the widest gap between them leaves. */
  private static Stretch cover(List<Stretch> stretches) {
    List<Stretch> ordered = new ArrayList<>(stretches);
    ordered.sort(Comparator.comparingDouble(Stretch::westDeg));
    double eastDeg = ordered.get(0).eastDeg();
    for (Stretch stretch : ordered) {
      eastDeg = Math.max(eastDeg, stretch.eastDeg());
    }
    double first = ordered.get(0).westDeg();
    // the gap over the antimeridian, unless a stretch fills it
    double widestDeg = first + 360 - eastDeg;
    Stretch best = new Stretch(first, eastDeg);
    double reachedDeg = Math.max(ordered.get(0).eastDeg(), eastDeg - 360);
    for (Stretch stretch : ordered) {
      if (stretch.westDeg() - reachedDeg > widestDeg) {
        widestDeg = stretch.westDeg() - reachedDeg;
        best = new Stretch(stretch.westDeg(), reachedDeg);
      }
      reachedDeg = Math.max(reachedDeg, stretch.eastDeg());
    }
    if (widestDeg <= 0) {
      return new Stretch(-180, 180);
    }
    return new Stretch(
        best.westDeg(), best.eastDeg() > 180 ? best.eastDeg() - 360 : best.eastDeg());
  }
}
