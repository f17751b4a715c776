package org.vigie.planner.mission;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.LatLon;

/**
 * Where a flight goes, in points as MAVLink stores them.
 *
 * @param outbound from above home, excluded, to the entry of the scene, excluded
 * @param entry where the scene begins and ends
 * @param round one turn from the entry, excluded, back to it, included; empty: hover at the entry
 * @param target what is looked at
 */
public record FlightPath(
    LatLon home, List<LatLon> outbound, LatLon entry, List<LatLon> round, LatLon target) {
  public FlightPath {
    outbound = List.copyOf(outbound);
    round = List.copyOf(round);
  }

  /** The line from home to the entry. */
  public List<LatLon> line() {
    List<LatLon> line = new ArrayList<>();
    line.add(home);
    line.addAll(outbound);
    line.add(entry);
    return line;
  }

  /** The scene and the last point before it, within whose hull a return cuts across. */
  public List<LatLon> area() {
    List<LatLon> area = new ArrayList<>(round);
    area.add(entry);
    area.add(outbound.isEmpty() ? home : outbound.get(outbound.size() - 1));
    return area;
  }
}
