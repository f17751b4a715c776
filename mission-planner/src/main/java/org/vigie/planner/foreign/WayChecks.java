package org.vigie.planner.foreign;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.Plane;

/** The line flown against zones and against the area and distance that it must keep to. */
final class WayChecks {
  private WayChecks() {}

  static void run(ForeignCase c) {
    zones(c);
    opened(c);
    c.request()
        .limits()
        .area()
        .ifPresent(
            area ->
                InsideCheck.worst(
                    c,
                    ForeignCheck.AREA_HOLDS_ROUTE,
                    BothReadings.of(c.plane(), area).least(),
                    c.contingencyM()));
    c.request().limits().vlosM().ifPresent(limitM -> sight(c, limitM));
  }

  /** For each closed zone the nearest leg at its heights. */
  private static void zones(ForeignCase c) {
    Map<String, ForeignFinding> nearest = new HashMap<>();
    for (int i = 0; i < c.legs().size(); i++) {
      ForeignLeg leg = c.legs().get(i);
      Geometry line = leg.line(c.plane());
      AltitudeAmsl low = c.amsl(leg.lowM() - c.heightErrorM());
      AltitudeAmsl high = c.amsl(leg.highM() + c.heightErrorM());
      Geometry wide = Plane.grown(line, c.contingencyM());
      for (ClosedZone zone : c.zones()) {
        if (zone.access() != ClosedZone.Access.CLOSED
            || !zone.mayMeet(c.plane(), c.request().terrain(), wide, low, high)) {
          continue;
        }
        double awayM = zone.ground().distance(line);
        ForeignFinding known = nearest.get(zone.key());
        if (known == null || awayM < known.value()) {
          Coordinate at = DistanceOp.nearestPoints(line, zone.ground())[0];
          nearest.put(
              zone.key(),
              ForeignFinding.atLeast(
                  ForeignCheck.ROUTE_CLEAR_OF_ZONES,
                  awayM,
                  c.contingencyM(),
                  zone.key(),
                  c.moment(i, at)));
        }
      }
    }
    nearest.values().forEach(c::add);
    if (nearest.isEmpty()) {
      c.add(
          ForeignFinding.atLeast(
              ForeignCheck.ROUTE_CLEAR_OF_ZONES,
              ClosedZone.REACH_M,
              c.contingencyM(),
              "",
              Optional.empty()));
    }
  }

  /** Zones that the line meets and that are open: what they ask for is for people to know. */
  private static void opened(ForeignCase c) {
    Set<String> told = new TreeSet<>();
    for (int i = 0; i < c.legs().size(); i++) {
      ForeignLeg leg = c.legs().get(i);
      Geometry line = leg.line(c.plane());
      for (ClosedZone zone : c.zones()) {
        if (zone.access() != ClosedZone.Access.CLOSED
            && !told.contains(zone.key())
            && zone.ground().intersects(line)
            && zone.mayMeet(
                c.plane(), c.request().terrain(), line, c.amsl(leg.lowM()), c.amsl(leg.highM()))) {
          told.add(zone.key());
          ForeignCheck check =
              zone.access() == ClosedZone.Access.CONDITIONAL
                  ? ForeignCheck.ZONE_CONDITIONS
                  : ForeignCheck.ZONE_AUTHORISED;
          c.add(ForeignFinding.of(check, true, zone.key(), c.moment(i, 0.0)));
        }
      }
    }
  }

  private static void sight(ForeignCase c, double limitM) {
    double farM = -1;
    int leg = 0;
    for (int i = 0; i < c.legs().size(); i++) {
      Coordinate to = c.legs().get(i).to();
      double awayM = Math.hypot(Math.hypot(to.x, to.y), c.legs().get(i).highM());
      if (awayM > farM) {
        farM = awayM;
        leg = i;
      }
    }
    c.add(ForeignFinding.atMost(ForeignCheck.VLOS, farM, limitM, "", c.moment(leg, 1.0)));
  }
}
