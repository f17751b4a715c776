package org.vigie.planner.route;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;

/**
 * Boxes of degrees in metres of a plane, as far as they come near its origin: never too small.
 * Immutable.
 */
public final class ZoneBoxes {
  /** No degree of latitude is shorter, metres. */
  private static final double DEGREE_M = 110_000;

  /**
   * Parallels bow against straight lines, and a zone's edges may be read as shortest lines: in a
   * box of {@link #WIDE_DEG} both stay within this, metres.
   */
  private static final double BOW_M = 100;

  /** Larger boxes are taken to hold everything near, degrees. */
  private static final double WIDE_DEG = 0.2;

  private final Plane plane;
  private final LatLon origin;
  private final double halfLatDeg;
  private final double halfLonDeg;
  private final Envelope all;

  /** Boxes within a distance of the plane's origin, metres. */
  public ZoneBoxes(Plane plane, double reachM) {
    this.plane = plane;
    origin = plane.frame().origin();
    halfLatDeg = (reachM + BOW_M) / DEGREE_M;
    double farthestDeg = Math.min(89, Math.abs(origin.latDeg()) + halfLatDeg);
    halfLonDeg = halfLatDeg / Math.cos(Math.toRadians(farthestDeg));
    all = new Envelope(-reachM, reachM, -reachM, reachM);
  }

  /** A box in metres that holds what of a zone's box is within reach; empty when nothing is. */
  public Optional<Envelope> find(GeoBox box) {
    double southDeg = box.southDeg() - origin.latDeg();
    double northDeg = box.northDeg() - origin.latDeg();
    double widthDeg = box.eastDeg() - box.westDeg() + (box.eastDeg() < box.westDeg() ? 360 : 0);
    if (southDeg > halfLatDeg || northDeg < -halfLatDeg) {
      return Optional.empty();
    }
    double westDeg = Math.IEEEremainder(box.westDeg() - origin.lonDeg(), 360);
    boolean here = westDeg <= halfLonDeg && westDeg + widthDeg >= -halfLonDeg;
    boolean round = westDeg - 360 + widthDeg >= -halfLonDeg;
    if (!here && !round) {
      return Optional.empty();
    }
    if (round || widthDeg > WIDE_DEG || northDeg - southDeg > WIDE_DEG) {
      return Optional.of(new Envelope(all));
    }
    Envelope bounds = new Envelope();
    for (double latDeg : new double[] {southDeg, northDeg}) {
      for (double lonDeg : new double[] {westDeg, westDeg + widthDeg}) {
        bounds.expandToInclude(corner(latDeg, lonDeg));
      }
    }
    bounds.expandBy(BOW_M);
    return Optional.of(bounds);
  }

  private Coordinate corner(double latDeg, double lonDeg) {
    double east = Math.IEEEremainder(origin.lonDeg() + lonDeg, 360);
    return plane.coordinate(new LatLon(origin.latDeg() + latDeg, east));
  }
}
