package org.vigie.planner.io;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;

/** The planned line of a flight, in the order flown. */
final class FlownLine {
  private FlownLine() {}

  /**
   * A corner of the line.
   *
   * @param heightM metres above home
   */
  record Corner(LatLon position, double heightM) {}

  /** From take-off to landing; hovers add nothing. */
  static List<Corner> of(FlightPlan plan) {
    List<Corner> line = new ArrayList<>();
    for (Leg leg : plan.legs()) {
      add(line, new Corner(LatLon.ofE7(leg.fromLatE7(), leg.fromLonE7()), leg.fromHeightM()));
      add(line, new Corner(LatLon.ofE7(leg.toLatE7(), leg.toLonE7()), leg.toHeightM()));
    }
    return line;
  }

  private static void add(List<Corner> line, Corner corner) {
    if (line.isEmpty() || !line.get(line.size() - 1).equals(corner)) {
      line.add(corner);
    }
  }
}
