package org.vigie.planner.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;

/**
 * Remembers what a proof asked of the ground and was told: all of the terrain that it rests on,
 * whatever else the terrain holds. Confined to one proof.
 */
final class AskedTerrain implements Terrain {
  /** A point asked has its place as both corners. */
  private record Question(
      double southDeg, double westDeg, double northDeg, double eastDeg, boolean point)
      implements Comparable<Question> {
    @Override
    public int compareTo(Question other) {
      int order = Double.compare(southDeg, other.southDeg);
      order = order != 0 ? order : Double.compare(westDeg, other.westDeg);
      order = order != 0 ? order : Double.compare(northDeg, other.northDeg);
      order = order != 0 ? order : Double.compare(eastDeg, other.eastDeg);
      return order != 0 ? order : Boolean.compare(point, other.point);
    }
  }

  private final Terrain terrain;
  private final Map<Question, Optional<GroundRange>> answers = new HashMap<>();

  AskedTerrain(Terrain terrain) {
    this.terrain = terrain;
  }

  @Override
  public Optional<AltitudeAmsl> findGround(LatLon point) {
    Question question =
        new Question(point.latDeg(), point.lonDeg(), point.latDeg(), point.lonDeg(), true);
    return answers
        .computeIfAbsent(
            question, asked -> terrain.findGround(point).map(at -> new GroundRange(at, at)))
        .map(GroundRange::highest);
  }

  @Override
  public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
    Question question =
        new Question(
            southWest.latDeg(), southWest.lonDeg(), northEast.latDeg(), northEast.lonDeg(), false);
    return answers.computeIfAbsent(question, asked -> terrain.findRange(southWest, northEast));
  }

  /** Questions and answers, whatever the order they were asked in. */
  void digest(ContentDigest into) {
    into.number(answers.size());
    answers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              Question asked = entry.getKey();
              into.number(asked.southDeg());
              into.number(asked.westDeg());
              into.number(asked.northDeg());
              into.number(asked.eastDeg());
              into.flag(asked.point());
              into.flag(entry.getValue().isPresent());
              entry
                  .getValue()
                  .ifPresent(
                      range -> {
                        into.number(range.lowest().metres());
                        into.number(range.highest().metres());
                      });
            });
  }
}
