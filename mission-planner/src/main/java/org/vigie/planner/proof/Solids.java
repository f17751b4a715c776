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
import org.vigie.geofence.plane.AskedArea;

/** Zones' grounds in an index: who is near is asked often. Confined to one proof. */
final class Solids {
  /** Most of what is asked for is nearer than this, metres. */
  private static final double FIRST_M = 60;

  /** How much further is looked when nothing is so near. */
  private static final double FURTHER = 4;

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

  /** How near each solid comes to an area, of those that come within a reach. */
  List<Near> within(Geometry area, double reachM) {
    AskedArea asked = new AskedArea(area);
    List<Near> near = new ArrayList<>();
    for (Solid solid : around(area, reachM)) {
      AskedArea.Nearest nearest = asked.nearest(solid.ground());
      if (nearest.metres() <= reachM) {
        near.add(new Near(nearest.metres(), solid.zone(), nearest.at()));
      }
    }
    return near;
  }

  /** The zone of a solid that a shape meets; of several the first by name. */
  Optional<String> met(Geometry shape) {
    return around(shape, 0).stream()
        .filter(solid -> solid.ground().intersects(shape))
        .map(Solid::zone)
        .findFirst();
  }

  /**
   * The solid nearest to a shape within a reach; of those equally near, the one of the nearer box.
   */
  Near nearest(Geometry shape, double reachM) {
    Outset outset = new Outset(shape);
    double lookedM = Math.min(FIRST_M, reachM);
    Optional<Near> found = nearest(outset, lookedM);
    while (found.isEmpty() && lookedM < reachM) {
      lookedM = Math.min(FURTHER * lookedM, reachM);
      found = nearest(outset, lookedM);
    }
    return found.orElseGet(() -> new Near(reachM, "", shape.getCoordinate()));
  }

  /** Solids in the order in which they may be nearest; none that may be nearer is left out. */
  private Optional<Near> nearest(Outset outset, double reachM) {
    List<Candidate> candidates = new ArrayList<>();
    for (Solid solid : around(outset.shape(), reachM)) {
      Envelope box = solid.ground().getEnvelopeInternal();
      double leastM = outset.leastM(box);
      if (leastM < reachM) {
        candidates.add(new Candidate(solid, leastM, box.distance(outset.box())));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::leastM));
    @Nullable DistanceOp nearest = null;
    @Nullable Candidate best = null;
    double nearestM = reachM;
    for (Candidate candidate : candidates) {
      if (candidate.leastM() > nearestM) {
        break;
      }
      DistanceOp distance = new DistanceOp(candidate.solid().ground(), outset.shape());
      double metres = distance.distance();
      if (metres < nearestM || (metres == nearestM && best != null && candidate.isBefore(best))) {
        nearestM = metres;
        nearest = distance;
        best = candidate;
      }
    }
    return nearest == null || best == null
        ? Optional.empty()
        : Optional.of(new Near(nearestM, best.solid().zone(), nearest.nearestPoints()[1]));
  }

  /**
   * A solid that may be nearest.
   *
   * @param leastM it is no nearer
   * @param boxM how far the boxes are apart
   */
  private record Candidate(Solid solid, double leastM, double boxM) {
    boolean isBefore(Candidate other) {
      return boxM != other.boxM
          ? boxM < other.boxM
          : solid.zone().compareTo(other.solid.zone()) < 0;
    }
  }
}
