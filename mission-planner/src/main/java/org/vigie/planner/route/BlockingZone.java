package org.vigie.planner.route;

import org.locationtech.jts.geom.Geometry;

/** A solid of a zone that blocks the flight. */
public record BlockingZone(String identifier, Geometry footprint) {}
