package org.vigie.planner.route;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.vigie.geofence.plane.Plane;

/** The zones that a flight must stay out of, grown by the margin that it keeps. */
public final class BlockedArea {
  private final Plane plane;
  private final List<BlockingZone> zones;
  private final List<Geometry> grown = new ArrayList<>();
  private final Geometry union;

  /**
   * @param marginM from the line that is flown to the zone's edge
   */
  public BlockedArea(Plane plane, List<BlockingZone> zones, double marginM) {
    this.plane = plane;
    this.zones = List.copyOf(zones);
    for (BlockingZone zone : zones) {
      grown.add(Plane.grown(zone.footprint(), marginM));
    }
    Geometry all = UnaryUnionOp.union(grown, plane.factory());
    this.union = all == null ? plane.factory().createPolygon() : all;
  }

  /** All of it. */
  public Geometry union() {
    return union;
  }

  /** Identifiers of the zones whose margin a shape meets. */
  public List<String> identifiersAt(Geometry shape) {
    List<String> identifiers = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      if (grown.get(i).intersects(shape)) {
        identifiers.add(zones.get(i).identifier());
      }
    }
    return identifiers.stream().distinct().toList();
  }

  public List<String> identifiersAt(Coordinate point) {
    return identifiersAt(plane.factory().createPoint(point));
  }

  public List<String> identifiersBetween(Coordinate from, Coordinate to) {
    return identifiersAt(plane.factory().createLineString(new Coordinate[] {from, to}));
  }
}
