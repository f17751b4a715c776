package org.vigie.geofence.lonlat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Tells which rings of one polygon are shells of their own. A publisher who lists several areas as
 * rings of one polygon meant each of them, not the air between.
 */
public final class Shells {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** More rings that are all compared with each other belong to no zone. */
  private static final int RINGS_MAX = 1_000;

  /**
   * Rings times vertices of all: every ring may have to be compared with every vertex. A few
   * hundred rings of a hundred vertices are some seconds' work, more is no zone that anyone drew.
   */
  private static final long COMPARISONS_MAX = 10_000_000;

  private Shells() {}

  /**
   * The rings by shell, each shell's number first and then those of its holes; empty when rings
   * cross themselves or one another, so that nobody can tell, or are too many to be compared.
   *
   * @param rings closed, in the plane of longitude and latitude
   */
  public static Optional<List<List<Integer>>> of(List<Coordinate[]> rings) {
    long vertices = 0;
    for (Coordinate[] ring : rings) {
      vertices += ring.length;
    }
    if (rings.size() > RINGS_MAX || rings.size() * vertices > COMPARISONS_MAX) {
      return Optional.empty();
    }
    List<Polygon> areas = new ArrayList<>();
    for (Coordinate[] ring : rings) {
      Polygon area = FACTORY.createPolygon(ring);
      if (!area.isValid()) {
        return Optional.empty();
      }
      areas.add(area);
    }
    List<List<Integer>> shells = new ArrayList<>();
    List<PreparedGeometry> prepared = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      if (!place(areas, i, shells, prepared)) {
        return Optional.empty();
      }
    }
    return shells.stream().allMatch(shell -> isSimple(rings, shell))
        ? Optional.of(shells)
        : Optional.empty();
  }

  /** False when a ring is neither inside of one shell nor outside of all. */
  private static boolean place(
      List<Polygon> areas, int ring, List<List<Integer>> shells, List<PreparedGeometry> prepared) {
    Polygon area = areas.get(ring);
    for (int i = 0; i < shells.size(); i++) {
      PreparedGeometry shell = prepared.get(i);
      if (!shell.getGeometry().getEnvelopeInternal().intersects(area.getEnvelopeInternal())) {
        continue;
      }
      if (shell.covers(area)) {
        shells.get(i).add(ring);
        return true;
      }
      if (shell.intersects(area) && !shell.touches(area)) {
        return false;
      }
    }
    shells.add(new ArrayList<>(List.of(ring)));
    prepared.add(PreparedGeometryFactory.prepare(area));
    return true;
  }

  private static boolean isSimple(List<Coordinate[]> rings, List<Integer> shell) {
    LinearRing[] holes =
        shell.stream()
            .skip(1)
            .map(hole -> FACTORY.createLinearRing(rings.get(hole)))
            .toArray(LinearRing[]::new);
    return FACTORY
        .createPolygon(FACTORY.createLinearRing(rings.get(shell.get(0))), holes)
        .isValid();
  }
}
