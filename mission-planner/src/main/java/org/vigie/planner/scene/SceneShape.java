package org.vigie.planner.scene;

import org.locationtech.jts.geom.Coordinate;

/**
 * A way to look at an incident from outside all zones.
 *
 * @param aim where the route is drawn to: the orbit's centre, or the place to hover at
 * @param target what is looked at
 * @param radiusM the orbit's radius, or the distance to hover at
 * @param orbit whether it is flown round the target; else hovered
 */
public record SceneShape(Coordinate aim, Coordinate target, double radiusM, boolean orbit) {}
