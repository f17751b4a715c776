package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.MissionStore;
import org.vigie.simulator.physics.Vec3;

/**
 * Finds where AUTO_RTL joins the mission: the end of the nearest leg behind any
 * DO_RETURN_PATH_START. The mark's own place, when it has one, counts as the first point.
 *
 * @source AP_Mission::jump_to_closest_mission_leg, distance_to_mission_leg
 */
final class ReturnPath {
  private ReturnPath() {}

  /** What of the mission leads home. */
  enum Part {
    NEAREST,
    PATH,
    LANDING;

    /** The item to jump to, or -1 when the mission has none. */
    int find(Craft craft) {
      int found = nearest(craft);
      boolean landing = found >= 0 && craft.mission.get(found).command() == Commands.DO_LAND_START;
      return switch (this) {
        case NEAREST -> found;
        case PATH -> landing ? -1 : found;
        case LANDING -> landing(craft);
      };
    }
  }

  /** The nearest DO_LAND_START. @source AP_Mission::get_landing_sequence_start */
  private static int landing(Craft craft) {
    int best = -1;
    double bestM = Double.MAX_VALUE;
    for (int i = 1; craft.mission.has(i); i++) {
      Item item = craft.mission.get(i);
      if (item.command() == Commands.DO_LAND_START) {
        double farM = item.hasPlace() ? craft.target(item).minus(craft.nav.position()).length() : 0;
        if (farM < bestM) {
          best = i;
          bestM = farM;
        }
      }
    }
    return best;
  }

  /** The item to jump to, or -1 when the mission has no return path and no landing sequence. */
  static int nearest(Craft craft) {
    MissionStore mission = craft.mission;
    int best = -1;
    double bestM = Double.MAX_VALUE;
    int landing = -1;
    for (int start = 1; mission.has(start); start++) {
      int command = mission.get(start).command();
      if (command == Commands.DO_LAND_START && landing < 0) {
        landing = start;
      }
      if (command == Commands.DO_RETURN_PATH_START) {
        Found found = along(craft, start);
        if (found.index >= 0 && found.distanceM <= bestM) {
          best = found.index;
          bestM = found.distanceM;
        }
      }
    }
    return best >= 0 ? best : landing;
  }

  private record Found(int index, double distanceM) {}

  private static Found along(Craft craft, int start) {
    Vec3 here = craft.nav.position();
    Vec3 before = null;
    int best = -1;
    double bestM = Double.MAX_VALUE;
    for (int i = start; craft.mission.has(i); i++) {
      Item item = craft.mission.get(i);
      if (item.hasPlace() && item.command() != Commands.DO_SET_ROI_LOCATION) {
        Vec3 at = craft.target(item);
        double distanceM = before == null ? at.minus(here).length() : distanceM(here, before, at);
        if (distanceM < bestM) {
          bestM = distanceM;
          // the leg that begins at the mark is joined by way of the mark (recording a6)
          best = i == start + 1 ? start : i;
        }
        before = at;
      }
      if (item.command() == Commands.NAV_LAND || item.command() == Commands.DO_LAND_START) {
        break;
      }
    }
    return new Found(best, bestM);
  }

  /** Distance from a point to a line's part between two points, in three dimensions. */
  static double distanceM(Vec3 p, Vec3 a, Vec3 b) {
    Vec3 way = b.minus(a);
    double squared = way.dot(way);
    double along = squared == 0 ? 0 : Math.max(0, Math.min(1, p.minus(a).dot(way) / squared));
    return p.minus(a.plus(way.times(along))).length();
  }
}
