package org.vigie.groundstation.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.vigie.planner.route.Route;
import org.vigie.planner.route.TooComplexException;

/**
 * The maps of the ways alone as text, for planners of others: lines of a word and numbers, metres.
 * {@code from x y}, {@code to x y}, {@code margin m}, {@code length m} of the way found here, and
 * one {@code zone x y x y ...} for each zone.
 */
final class PlannerMaps {
  private static final int MAPS = 24;

  private PlannerMaps() {}

  /** Writes the worlds that the bench draws. */
  static void write(Path folder) throws IOException, TooComplexException {
    Files.createDirectories(folder);
    for (int zones : new int[] {100, 1000}) {
      int written = 0;
      for (long seed = 1; written < MAPS; seed++) {
        PlannerWorld world = PlannerWorld.of(zones, zones > 100 ? 12 : 45, seed);
        Optional<Route> way = world.way();
        if (way.isPresent()) {
          written++;
          Path file = folder.resolve(String.format(Locale.ROOT, "%d-%02d.txt", zones, written));
          Files.writeString(file, text(world, way.get()));
        }
      }
    }
  }

  private static String text(PlannerWorld world, Route way) {
    StringBuilder text = new StringBuilder();
    text.append("from").append(pair(world.from())).append("\nto").append(pair(world.to()));
    text.append("\nmargin ").append(PlannerWorld.MARGIN_M);
    double lengthM = 0;
    for (int i = 1; i < way.points().size(); i++) {
      lengthM += way.points().get(i - 1).distance(way.points().get(i));
    }
    text.append("\nlength ").append(lengthM).append('\n');
    for (Polygon shape : world.shapes()) {
      text.append("zone");
      Coordinate[] ring = shape.getExteriorRing().getCoordinates();
      for (int i = 0; i + 1 < ring.length; i++) {
        text.append(pair(ring[i]));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String pair(Coordinate at) {
    return " " + at.x + " " + at.y;
  }
}
