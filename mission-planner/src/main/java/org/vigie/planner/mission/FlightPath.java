package org.vigie.planner.mission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;

/**
 * Where a flight goes, in points as MAVLink stores them.
 *
 * @param from above home, or where it holds in the air
 * @param outbound from there, excluded, to the entry of the scene, excluded
 * @param entry where the scene begins and ends
 * @param round one turn from the entry, excluded, back to it, included; empty: hover at the entry
 * @param back from the entry, excluded, to above home, excluded
 * @param target what is looked at; empty when it only goes home
 */
public record FlightPath(
    LatLon home,
    LatLon from,
    List<LatLon> outbound,
    LatLon entry,
    List<LatLon> round,
    List<LatLon> back,
    Optional<LatLon> target) {
  public FlightPath {
    outbound = List.copyOf(outbound);
    round = List.copyOf(round);
    back = List.copyOf(back);
  }

  /** The line to the entry, and the line from there to home where it is another. */
  public List<List<LatLon>> lines() {
    List<LatLon> there = line(from, outbound, entry);
    List<LatLon> home = line(entry, back, this.home);
    Collections.reverse(home);
    return home.equals(there) ? List.of(there) : List.of(there, home);
  }

  private static List<LatLon> line(LatLon from, List<LatLon> between, LatLon to) {
    List<LatLon> line = new ArrayList<>();
    line.add(from);
    line.addAll(between);
    line.add(to);
    return line;
  }

  /** The scene and the points before and after it, within whose hull a return cuts across. */
  public List<LatLon> area() {
    List<LatLon> area = new ArrayList<>(round);
    area.add(entry);
    area.add(outbound.isEmpty() ? from : outbound.get(outbound.size() - 1));
    area.add(back.isEmpty() ? home : back.get(0));
    return area;
  }
}
