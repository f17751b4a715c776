package org.vigie.planner.route;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * An area that a route stays out of by a margin. It is drawn and grown only when a route comes near
 * it. Confined to one planning.
 */
public final class RouteObstacle {
  private final String name;
  private final Envelope reach;
  private final Supplier<Geometry> shape;
  private @Nullable Geometry grown;
  private @Nullable Outline outline;

  private RouteObstacle(String name, Envelope reach, Supplier<Geometry> shape) {
    this.name = name;
    this.reach = reach;
    this.shape = shape;
  }

  /**
   * An obstacle that is drawn already.
   *
   * @param name what it is called; several obstacles may be parts of one
   * @param area polygons, valid; metres
   * @param marginM what a route keeps from it; a route may lie exactly that far away
   * @throws IllegalArgumentException if the margin is negative
   */
  public static RouteObstacle of(String name, Geometry area, double marginM) {
    return drawnLater(name, area.getEnvelopeInternal(), () -> area, marginM);
  }

  /**
   * An obstacle whose area is asked for when a route comes near.
   *
   * @param bounds a box that holds the area
   * @param area draws it; empty when on a closer look it does not block
   */
  public static RouteObstacle drawnLater(
      String name, Envelope bounds, Supplier<Geometry> area, double marginM) {
    if (!(marginM >= 0 && Double.isFinite(marginM))) {
      throw new IllegalArgumentException(name + ": the margin must not be negative: " + marginM);
    }
    Envelope reach = new Envelope(bounds);
    // rounding of the growth must not lead out of the box
    reach.expandBy(Growth.reachM(marginM) + 1e-3);
    return new RouteObstacle(name, reach, () -> Growth.grown(area.get(), marginM));
  }

  /** All that is outside of an area or nearer than a margin to its edge. */
  static RouteObstacle outside(String name, Geometry area, double marginM) {
    Geometry outside = Growth.outside(area, marginM);
    return new RouteObstacle(name, outside.getEnvelopeInternal(), () -> outside);
  }

  public String name() {
    return name;
  }

  /** A box that holds it with its margin. */
  Envelope reach() {
    return reach;
  }

  boolean isDrawn() {
    return outline != null;
  }

  /** The area with its margin. */
  Geometry grown() {
    Geometry drawn = grown;
    if (drawn == null) {
      drawn = shape.get();
      grown = drawn;
    }
    return drawn;
  }

  /** The area with its margin. */
  Outline outline() {
    Outline known = outline;
    if (known == null) {
      known = Outline.of(grown());
      outline = known;
    }
    return known;
  }
}
