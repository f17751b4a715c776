package org.vigie.planner;

import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.route.ClosedZones;

/** What all heights that are tried for one request have in common. Confined to one planning. */
record Setting(
    PlanRequest request,
    Errand errand,
    Firmware firmware,
    AltitudeAmsl groundAtIncident,
    Plane plane,
    ClosedZones zones,
    ThingsBelow things) {
  /** Zones beyond the range cannot be met. */
  private static final double REACH_M = MissionPlanner.RANGE_M_MAX + 500;

  static Setting of(
      PlanRequest request, Errand errand, Firmware firmware, AltitudeAmsl groundAtIncident) {
    Plane plane = Plane.around(request.site().home().position());
    return new Setting(
        request,
        errand,
        firmware,
        groundAtIncident,
        plane,
        new ClosedZones(request, plane, REACH_M),
        ThingsBelow.of(request, plane, REACH_M));
  }

  /** What both the autopilot's storage and the request allow. */
  int fenceVerticesMax() {
    return firmware.fenceVerticesMax(request.limits().fenceVerticesMax());
  }

  double homeM() {
    return request.site().home().altitude().metres();
  }
}
