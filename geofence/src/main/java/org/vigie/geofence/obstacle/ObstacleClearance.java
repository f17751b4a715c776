package org.vigie.geofence.obstacle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;

/**
 * The highest thing below a corridor or an area, and what says so.
 *
 * <p>It is known where one of these looked at all of the area: a surface model without a void in
 * it; or obstacle files and surveys together, whose ground must be known as well. Then the highest
 * of everything counts, whichever source knows it. Ground alone makes nothing known. An obstacle of
 * unknown height makes its surroundings unknown, unless a survey covers all of the area.
 *
 * <p>Immutable; as safe to share as the terrain that it asks.
 */
public final class ObstacleClearance {
  private final Plane plane;
  private final Terrain ground;
  private final List<Surface> surfaces;
  private final List<PlacedObstacle> surveys;
  private final STRtree obstacles = new STRtree();
  private final Coverage surveyed;
  private final Coverage looked;

  /**
   * Everything that is known around the origin of a plane.
   *
   * @param plane where areas are asked for, and within a few hundred kilometres of which obstacles
   *     count
   * @param ground the bare ground, which obstacles stand on
   * @throws IllegalArgumentException if a survey's area is larger than {@link
   *     ObstacleShape#SIZE_M_MAX}
   */
  public ObstacleClearance(
      Plane plane,
      Terrain ground,
      List<Surface> surfaces,
      List<ObstacleFile> files,
      List<SurveyedMinimum> surveys) {
    this.plane = plane;
    this.ground = ground;
    this.surfaces = List.copyOf(surfaces);
    this.surveys = surveys.stream().flatMap(survey -> place(survey, plane).stream()).toList();
    for (ObstacleFile file : files) {
      for (Obstacle obstacle : file.obstacles()) {
        PlacedObstacle.place(obstacle, plane)
            .ifPresent(placed -> obstacles.insert(placed.extent(), placed));
      }
    }
    obstacles.build();
    List<GeoPolygon> surveyedAreas = surveys.stream().map(SurveyedMinimum::area).toList();
    surveyed = new Coverage(plane, surveyedAreas);
    looked =
        new Coverage(
            plane,
            Stream.concat(
                    surveyedAreas.stream(), files.stream().flatMap(f -> f.coverage().stream()))
                .toList());
  }

  /** A survey is an obstacle as large as its area: nothing in it is higher. */
  private static Optional<PlacedObstacle> place(SurveyedMinimum survey, Plane plane) {
    return PlacedObstacle.place(
        new Obstacle(
            "survey: " + survey.evidence(),
            new ObstacleShape.Area(survey.area()),
            new ObstacleTop.AboveGround(survey.height())),
        plane);
  }

  /**
   * The highest thing in an area; things on its edge count.
   *
   * @param area in metres of the plane; of any form, grown already by what positions may err
   */
  public HighestThing highest(Geometry area) {
    if (area.isEmpty()) {
      throw new IllegalArgumentException("an empty area has no highest thing");
    }
    List<HighestThing.Known> candidates = new ArrayList<>();
    boolean seen = false;
    for (Surface surface : surfaces) {
      Optional<GroundRange> heights = AreaRange.of(surface.heights(), plane, area);
      heights.ifPresent(range -> candidates.add(known(range.highest(), surface.name())));
      seen |= heights.isPresent();
    }
    if (!seen && !looked.covers(area)) {
      return new HighestThing.Unknown(
          "no surface model, obstacle file or survey covers all of the area");
    }
    Optional<GroundRange> below = AreaRange.of(ground, plane, area);
    if (!seen && below.isEmpty()) {
      return new HighestThing.Unknown("the ground below the area is unknown");
    }
    below.ifPresent(range -> candidates.add(known(range.highest(), "ground")));
    Optional<HighestThing.Unknown> open = addSurveys(area, candidates);
    if (open.isEmpty()) {
      open = addObstacles(area, candidates);
    }
    return open.isPresent() ? open.get() : highestOf(candidates);
  }

  private static HighestThing highestOf(List<HighestThing.Known> candidates) {
    HighestThing.Known highest = candidates.get(0);
    for (HighestThing.Known candidate : candidates) {
      if (candidate.top().metres() > highest.top().metres()) {
        highest = candidate;
      }
    }
    return highest;
  }

  /** Adds what surveys that touch the area state; why that is open, if it is. */
  private Optional<HighestThing.Unknown> addSurveys(
      Geometry area, List<HighestThing.Known> candidates) {
    for (PlacedObstacle survey : surveys) {
      if (!survey.touches(area)) {
        continue;
      }
      String name = survey.obstacle().name();
      Geometry part = within(survey.ground(), area);
      Optional<GroundRange> below = AreaRange.of(ground, plane, part.isEmpty() ? area : part);
      if (below.isEmpty() || !(survey.obstacle().top() instanceof ObstacleTop.AboveGround above)) {
        return Optional.of(new HighestThing.Unknown("the ground below a " + name + " is unknown"));
      }
      candidates.add(known(above.height().over(below.get().highest()), name));
    }
    return Optional.empty();
  }

  /** The part of an area within another; robust for slivers, as returns sweep them. */
  private static Geometry within(Geometry ground, Geometry area) {
    return ground.covers(area)
        ? area
        : OverlayNGRobust.overlay(ground, area, OverlayNG.INTERSECTION);
  }

  /** Adds the obstacles that touch the area; why one of them leaves it open, if one does. */
  private Optional<HighestThing.Unknown> addObstacles(
      Geometry area, List<HighestThing.Known> candidates) {
    boolean allSurveyed = surveyed.covers(area);
    for (Object found : obstacles.query(area.getEnvelopeInternal())) {
      PlacedObstacle placed = (PlacedObstacle) found;
      if (!placed.touches(area)) {
        continue;
      }
      Obstacle obstacle = placed.obstacle();
      Optional<AltitudeAmsl> top = top(placed);
      if (top.isPresent()) {
        candidates.add(known(top.get(), obstacle.name()));
      } else if (obstacle.top() instanceof ObstacleTop.AboveGround) {
        return Optional.of(
            new HighestThing.Unknown("the ground below " + obstacle.name() + " is unknown"));
      } else if (!allSurveyed) {
        return Optional.of(
            new HighestThing.Unknown("the height of " + obstacle.name() + " is unknown"));
      }
    }
    return Optional.empty();
  }

  private Optional<AltitudeAmsl> top(PlacedObstacle placed) {
    if (placed.obstacle().top() instanceof ObstacleTop.AtAltitude at) {
      return Optional.of(at.altitude());
    }
    if (placed.obstacle().top() instanceof ObstacleTop.AboveGround above) {
      return AreaRange.of(ground, plane, placed.ground())
          .map(range -> above.height().over(range.highest()));
    }
    return Optional.empty();
  }

  private static HighestThing.Known known(AltitudeAmsl top, String source) {
    return new HighestThing.Known(top, source);
  }
}
