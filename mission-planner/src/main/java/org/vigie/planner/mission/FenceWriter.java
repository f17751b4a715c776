package org.vigie.planner.mission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.AskedArea;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.Autopilot;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.route.BlockingZone;

/** Writes fence and rally points as an autopilot stores them. */
public final class FenceWriter {
  /** Zones further from the flight than this are not worth a vertex. */
  private static final double NEAR_M = 250;

  /** How much an exclusion may be larger than its zone, to save vertices. */
  private static final double COARSE_M = 2;

  /** How far a long edge may lie beside itself in degrees; what an exclusion is larger for that. */
  private static final double BOW_M = 0.1;

  /** No polygon has fewer. */
  private static final int CORNERS_MIN = 3;

  private FenceWriter() {}

  /**
   * One inclusion polygon, and the nearest zones as exclusion polygons as far as the budget goes:
   * the inclusion alone already keeps out of them.
   */
  public static List<MissionItem> fence(
      Plane plane,
      GeoPolygon inclusion,
      List<BlockingZone> zones,
      int verticesMax,
      Autopilot autopilot) {
    List<MissionItem> items = new ArrayList<>();
    int frame = autopilot.fenceFrame();
    add(items, frame, MavCmd.NAV_FENCE_POLYGON_VERTEX_INCLUSION, inclusion);
    Geometry inside = BothReadings.of(plane, inclusion).most();
    DegreeEdges edges = new DegreeEdges(plane);
    for (Near zone : near(zones, inside)) {
      if (items.size() + CORNERS_MIN > verticesMax) {
        break;
      }
      Geometry coarse =
          TopologyPreservingSimplifier.simplify(
              Plane.grown(zone.ground(), COARSE_M / 2 + BOW_M), COARSE_M / 2);
      if (coarse instanceof Polygon polygon) {
        GeoPolygon exclusion = plane.outline(edges.split(polygon, BOW_M));
        if (items.size() + exclusion.ring().size() <= verticesMax
            && BothReadings.of(plane, exclusion).most().disjoint(inside)) {
          add(items, frame, MavCmd.NAV_FENCE_POLYGON_VERTEX_EXCLUSION, exclusion);
        }
      }
    }
    return items;
  }

  /** The ground of a zone and how far it is from the inclusion. */
  private record Near(Geometry ground, double distanceM) {}

  private static List<Near> near(List<BlockingZone> zones, Geometry inside) {
    List<Near> near = new ArrayList<>();
    Envelope reach = new Envelope(inside.getEnvelopeInternal());
    reach.expandBy(NEAR_M);
    AskedArea asked = new AskedArea(inside);
    for (BlockingZone zone : zones) {
      if (zone.footprint().getEnvelopeInternal().intersects(reach)) {
        double distanceM = asked.metres(zone.footprint());
        if (distanceM < NEAR_M) {
          near.add(new Near(zone.footprint(), distanceM));
        }
      }
    }
    near.sort(Comparator.comparingDouble(Near::distanceM));
    return near;
  }

  /** Rally points at a height above home; ArduPilot keeps whole metres. */
  public static List<MissionItem> rally(List<LatLon> points, int heightM, Autopilot autopilot) {
    List<MissionItem> items = new ArrayList<>();
    for (LatLon point : points) {
      items.add(
          new MissionItem(
              items.size(),
              autopilot.relativeFrame(),
              MavCmd.NAV_RALLY_POINT,
              0,
              0,
              0,
              0,
              point.latE7(),
              point.lonE7(),
              heightM));
    }
    return items;
  }

  private static void add(List<MissionItem> items, int frame, int command, GeoPolygon polygon) {
    for (LatLon point : polygon.ring()) {
      items.add(
          new MissionItem(
              items.size(),
              frame,
              command,
              polygon.ring().size(),
              0,
              0,
              0,
              point.latE7(),
              point.lonE7(),
              0));
    }
  }
}
