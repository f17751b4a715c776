package org.vigie.geofence.obstacle;

import java.util.List;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.GeoPolygon;

/**
 * The obstacles of one file.
 *
 * @param name the file's name
 * @param obstacles all that could be placed, those of unknown height included
 * @param coverage where the file claims to hold every obstacle, as outlines without holes; empty
 *     when it claims nothing, or when it holds an obstacle that could not be placed
 * @param findings what was wrong, with file and JSON pointer
 */
public record ObstacleFile(
    String name, List<Obstacle> obstacles, List<GeoPolygon> coverage, List<Problem> findings) {
  public ObstacleFile {
    obstacles = List.copyOf(obstacles);
    coverage = List.copyOf(coverage);
    findings = List.copyOf(findings);
  }
}
