package org.vigie.simulator.camera.picture;

import java.util.List;

/** Streets as strips: pavements, then crossings, then roadways with their markings. */
final class StreetShapes {
  private static final double PAVEMENT_M = 2.5;
  private static final int CORNERS = 12;
  private static final Colour PAVEMENT = Colour.ofRgb(0xA9A49B);
  private static final Colour ROADWAY = Colour.ofRgb(0x6E6F72);

  /** Strips this short are only bends. */
  private static final double PIECE_M_MIN = 0.5;

  private final Ground ground;

  StreetShapes(Ground ground) {
    this.ground = ground;
  }

  /**
   * Lays all streets.
   *
   * @param courses east and north of each point
   * @param widths of the roadways, metres
   */
  void lay(List<double[]> courses, List<Double> widths) {
    Surface pavement = Surface.of(Surface.Pattern.GRAIN, PAVEMENT);
    Surface roadway = Surface.of(Surface.Pattern.GRAIN, ROADWAY);
    for (int i = 0; i < courses.size(); i++) {
      double half = widths.get(i) / 2 + PAVEMENT_M;
      strips(courses.get(i), half, pavement, false);
      discs(courses.get(i), half, pavement);
    }
    for (int i = 0; i < courses.size(); i++) {
      strips(courses.get(i), widths.get(i) / 2, roadway, true);
    }
    for (int i = 0; i < courses.size(); i++) {
      discs(courses.get(i), widths.get(i) / 2, roadway);
    }
  }

  private void discs(double[] course, double half, Surface surface) {
    for (int i = 0; i < course.length; i += 2) {
      ground.lay(Mesh.Layer.GROUND, surface, Flat.disc(course[i], course[i + 1], half, CORNERS));
    }
  }

  private void strips(double[] course, double half, Surface surface, boolean marked) {
    for (int i = 0; i + 3 < course.length; i += 2) {
      double dx = course[i + 2] - course[i];
      double dy = course[i + 3] - course[i + 1];
      double length = Math.hypot(dx, dy);
      if (length < PIECE_M_MIN) {
        continue;
      }
      dx /= length;
      dy /= length;
      Surface top = surface;
      if (marked) {
        top =
            Surface.along(
                Surface.Pattern.ROADWAY,
                surface.colour,
                Surface.Line.of(
                    new double[] {course[i], course[i + 1]},
                    0,
                    new double[] {dx, dy},
                    length,
                    half));
      }
      double ax = dy * half;
      double ay = -dx * half;
      ground.lay(
          Mesh.Layer.GROUND,
          top,
          new double[] {
            course[i] + ax,
            course[i + 1] + ay,
            course[i + 2] + ax,
            course[i + 3] + ay,
            course[i + 2] - ax,
            course[i + 3] - ay,
            course[i] - ax,
            course[i + 1] - ay
          });
    }
  }
}
