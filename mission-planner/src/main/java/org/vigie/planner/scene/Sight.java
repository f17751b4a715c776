package org.vigie.planner.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.obstacle.Surface;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.request.PlanRequest;

/**
 * What can be seen around a place: past terrain, surface models and obstacles. A place is looked at
 * where a person's middle would be, on the ground or on what stands there.
 */
final class Sight {
  /** A standing person's middle. */
  static final double PERSON_M = 1;

  private final Ground terrain;
  private final List<Ground> grounds = new ArrayList<>();
  private final List<Prism> prisms;

  Sight(PlanRequest request, Plane plane, Coordinate place, double reachM) {
    terrain = new Ground("terrain", request.terrain(), true, plane);
    grounds.add(terrain);
    for (Surface surface : request.obstacles().surfaces()) {
      grounds.add(new Ground(surface.name(), surface.heights(), false, plane));
    }
    prisms = Prism.around(place, reachM, request.obstacles().files(), plane, request.terrain());
  }

  Ground terrain() {
    return terrain;
  }

  /** What is looked at above a place, with its altitude; empty where the ground is unknown. */
  Optional<Coordinate> looked(Coordinate place) {
    if (terrain.atM(place).isEmpty()) {
      return Optional.empty();
    }
    double topM = Double.NEGATIVE_INFINITY;
    for (Ground ground : grounds) {
      topM = Math.max(topM, ground.atM(place).orElse(Double.NEGATIVE_INFINITY));
    }
    for (Prism prism : prisms) {
      OptionalDouble prismM = prism.topAt(place);
      topM = Math.max(topM, prismM.orElse(Double.NEGATIVE_INFINITY));
    }
    return Optional.of(new Coordinate(place.x, place.y, topM + PERSON_M));
  }

  /** What hides one point with its altitude from another; empty when nothing does. */
  Optional<String> hider(Coordinate eye, Coordinate looked) {
    if (!Double.isFinite(looked.getZ()) || looked.getZ() >= eye.getZ()) {
      return Optional.of(name(looked));
    }
    for (Prism prism : prisms) {
      if (prism.hides(looked, eye)) {
        return Optional.of(prism.name());
      }
    }
    return grounds.stream()
        .filter(ground -> ground.hides(looked, eye))
        .map(Ground::name)
        .findFirst();
  }

  /** What stands at a place that reaches as high as the flight. */
  private String name(Coordinate place) {
    return prisms.stream()
        .filter(prism -> prism.topAt(place).orElse(0) + PERSON_M >= place.getZ())
        .map(Prism::name)
        .findFirst()
        .orElse(terrain.name());
  }
}
