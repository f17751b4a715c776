package org.vigie.groundstation.flightlog.report.page;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.groundstation.flightlog.report.page.Drawing.Spot;

/**
 * From places to paper: a flat frame around the middle of what is shown, north up, the same scale
 * both ways.
 */
final class MapScale {
  /** Nothing is drawn larger than one to so many: a hovering aircraft fills no page. */
  private static final double METRES_PER_MM_MIN = 0.5;

  private final LocalFrame frame;
  private final double metresPerMm;
  private final double middleEastM;
  private final double middleNorthM;
  private final Spot middle;

  /** What holds all places, on paper of that size with a margin around. */
  MapScale(List<LatLon> places, double widthMm, double heightMm, double marginMm) {
    frame = new LocalFrame(places.get(0));
    double west = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (LatLon place : places) {
      Enu at = frame.toward(place);
      west = Math.min(west, at.eastM());
      east = Math.max(east, at.eastM());
      south = Math.min(south, at.northM());
      north = Math.max(north, at.northM());
    }
    double across = (east - west) / (widthMm - 2 * marginMm);
    double up = (north - south) / (heightMm - 2 * marginMm);
    metresPerMm = Math.max(METRES_PER_MM_MIN, Math.max(across, up));
    middleEastM = (east + west) / 2;
    middleNorthM = (north + south) / 2;
    middle = new Spot(widthMm / 2, heightMm / 2);
  }

  Spot spot(LatLon place) {
    Enu at = frame.toward(place);
    return new Spot(
        middle.xMm() + (at.eastM() - middleEastM) / metresPerMm,
        middle.yMm() - (at.northM() - middleNorthM) / metresPerMm);
  }

  List<Spot> spots(List<LatLon> places) {
    List<Spot> spots = new ArrayList<>(places.size());
    places.forEach(place -> spots.add(spot(place)));
    return spots;
  }

  double metresPerMm() {
    return metresPerMm;
  }

  /** The roundest length that is at most so long. */
  static double round(double atMost) {
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(atMost)));
    double part = atMost / power;
    return power * (part >= 5 ? 5 : part >= 2 ? 2 : 1);
  }
}
