package org.vigie.planner.checker;

import java.util.ArrayList;
import java.util.List;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;

/** What an ArduCopter flies of a stored mission, read here once more from the items alone. */
final class Track {
  private static final int WAYPOINT = 16;
  private static final int LAND = 21;
  private static final int TAKEOFF = 22;
  private static final int SPEED = 178;
  private static final int RETURN_START = 188;

  /**
   * A straight piece; heights above home.
   *
   * @param seq the item that it leads to, or the first that leads along the same piece
   */
  record Leg(
      String branch,
      int seq,
      double x0,
      double y0,
      double z0,
      double x1,
      double y1,
      double z1,
      double mps,
      double holdS) {
    double lengthM() {
      return Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0) + (z1 - z0) * (z1 - z0));
    }

    boolean upright() {
      return Math.hypot(x1 - x0, y1 - y0) < 0.1;
    }

    double distanceM(double x, double y, double z) {
      double ux = x1 - x0;
      double uy = y1 - y0;
      double uz = z1 - z0;
      double length2 = ux * ux + uy * uy + uz * uz;
      double t = length2 == 0 ? 0 : ((x - x0) * ux + (y - y0) * uy + (z - z0) * uz) / length2;
      double c = Math.max(0, Math.min(1, t));
      double dx = x - x0 - c * ux;
      double dy = y - y0 - c * uy;
      double dz = z - z0 - c * uz;
      return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }

  final List<Leg> legs = new ArrayList<>();
  final List<Leg> returns = new ArrayList<>();

  Track(FlightPlan plan, Flat flat) {
    double x = flat.eastM(plan.home().latE7() / 1e7, plan.home().lonE7() / 1e7);
    double y = flat.northM(plan.home().latE7() / 1e7);
    double z = 0;
    double mps = 0;
    boolean back = false;
    double[] last = null;
    for (MissionItem item : plan.mission().subList(1, plan.mission().size())) {
      double ix = flat.eastM(item.x() / 1e7, item.y() / 1e7);
      double iy = flat.northM(item.x() / 1e7);
      switch (item.command()) {
        case TAKEOFF -> {
          legs.add(new Leg("climb", item.seq(), x, y, z, x, y, item.z(), 2.5, 0));
          z = item.z();
        }
        case SPEED -> mps = item.param2();
        case WAYPOINT, LAND -> {
          boolean landing = item.command() == LAND;
          boolean scene = item.seq() >= plan.phases().sceneFirst();
          String branch = landing ? "landing" : back ? "return-path" : scene ? "scene" : "outbound";
          int seq = first(branch, item.seq(), x, y, ix, iy);
          double legMps = landing ? 1 : mps;
          legs.add(new Leg(branch, seq, x, y, z, ix, iy, item.z(), legMps, item.param1()));
          x = ix;
          y = iy;
          z = item.z();
        }
        default -> {
          // others are not flown to
        }
      }
      back |= item.command() == RETURN_START;
      boolean located =
          item.command() == WAYPOINT || item.command() == LAND || item.command() == RETURN_START;
      if (back && located) {
        if (last != null) {
          returns.add(
              new Leg("return", item.seq(), last[0], last[1], last[2], ix, iy, item.z(), mps, 0));
        }
        last = new double[] {ix, iy, item.z()};
      }
    }
  }

  private int first(String branch, int seq, double x0, double y0, double x1, double y1) {
    return legs.stream()
        .filter(leg -> leg.branch().equals(branch))
        .filter(leg -> leg.x0() == x0 && leg.y0() == y0 && leg.x1() == x1 && leg.y1() == y1)
        .mapToInt(Leg::seq)
        .findFirst()
        .orElse(seq);
  }
}
