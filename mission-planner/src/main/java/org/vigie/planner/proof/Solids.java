package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.DistanceOp;

/** Zones' grounds in an index: who is near is asked often. Confined to one proof. */
final class Solids {
  private final STRtree tree = new STRtree();

  /** The ground of one solid of the zone of that key. */
  record Solid(String zone, Geometry ground) {}

  /**
   * How near a zone comes to a shape.
   *
   * @param metres 0 where they meet
   * @param zone empty when none comes within the reach asked for, which is then the distance
   * @param at the point of the shape that is nearest
   */
  record Near(double metres, String zone, Coordinate at) {}

  void add(String zone, Geometry ground) {
    Solid solid = new Solid(zone, ground);
    tree.insert(ground.getEnvelopeInternal(), solid);
  }

  /** The solids of which the boxes come within a distance of a shape's box, in order. */
  List<Solid> around(Geometry shape, double reachM) {
    Envelope box = new Envelope(shape.getEnvelopeInternal());
    box.expandBy(reachM);
    List<Solid> found = new ArrayList<>();
    for (Object item : tree.query(box)) {
      found.add((Solid) item);
    }
    found.sort(Comparator.comparing(Solid::zone));
    return found;
  }

  /** How near each solid comes to a shape, of those that come within a reach. */
  List<Near> within(Geometry shape, double reachM) {
    List<Near> near = new ArrayList<>();
    for (Solid solid : around(shape, reachM)) {
      DistanceOp distance = new DistanceOp(solid.ground(), shape);
      if (distance.distance() <= reachM) {
        near.add(new Near(distance.distance(), solid.zone(), distance.nearestPoints()[1]));
      }
    }
    return near;
  }

  /** The solid nearest to a shape within a reach. */
  Near nearest(Geometry shape, double reachM) {
    Envelope box = shape.getEnvelopeInternal();
    @Nullable DistanceOp nearest = null;
    String zone = "";
    double nearestM = reachM;
    List<Solid> candidates = around(shape, reachM);
    candidates.sort(
        Comparator.comparingDouble((Solid s) -> s.ground().getEnvelopeInternal().distance(box))
            .thenComparing(Solid::zone));
    for (Solid solid : candidates) {
      if (solid.ground().getEnvelopeInternal().distance(box) > nearestM) {
        break;
      }
      DistanceOp distance = new DistanceOp(solid.ground(), shape);
      if (distance.distance() < nearestM) {
        nearestM = distance.distance();
        nearest = distance;
        zone = solid.zone();
      }
    }
    Coordinate at =
        Optional.ofNullable(nearest)
            .map(op -> op.nearestPoints()[1])
            .orElseGet(shape::getCoordinate);
    return new Near(nearestM, zone, at);
  }
}
