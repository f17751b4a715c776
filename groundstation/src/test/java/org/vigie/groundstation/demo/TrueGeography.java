package org.vigie.groundstation.demo;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.simulator.play.TrueTrack;

/**
 * How far an aircraft truly was outside of its plan's flight geography, the innermost of its
 * volumes: nothing in a flight without faults may leave it.
 *
 * @param besideM farthest beside it
 * @param aboveM farthest above its top
 * @param spareM least distance to its edge from inside; 0 when it was outside
 * @param where it was worst, for people
 */
record TrueGeography(double besideM, double aboveM, double spareM, String where) {
  static TrueGeography of(FlightPlan plan, List<TrueTrack.Point> track) {
    Plane plane = Plane.around(plan.home().position());
    Polygon geography = plane.polygon(plan.volume().flightGeography());
    double topM = plan.home().altitude().metres() + plan.volume().flightHeightM();
    double besideM = 0;
    double aboveM = 0;
    double spareM = Double.MAX_VALUE;
    String where = "";
    for (TrueTrack.Point at : track) {
      Point point = plane.point(at.place());
      double sideM = geography.distance(point);
      if (sideM > besideM) {
        besideM = sideM;
        where =
            String.format(
                Locale.ROOT,
                "%.1f east %.1f north %.1f up at %s",
                point.getX(),
                point.getY(),
                at.altitudeAmslM() - plan.home().altitude().metres(),
                at.at());
      }
      aboveM = Math.max(aboveM, at.altitudeAmslM() - topM);
      spareM = Math.min(spareM, sideM > 0 ? 0 : geography.getBoundary().distance(point));
    }
    return new TrueGeography(besideM, aboveM, spareM, where);
  }

  boolean kept() {
    return besideM == 0 && aboveM <= 0;
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "beside by %.2f m, above by %.2f m, spare %.2f m %s",
        besideM,
        aboveM,
        spareM,
        where);
  }
}
