package org.vigie.simulator.camera.picture;

/**
 * What a polygon is made of: a colour and a pattern, with the line that the pattern follows. The
 * light of the sun is already in the colour. Immutable.
 */
final class Surface {
  /** How the colour varies over a surface. */
  enum Pattern {
    /** Not at all. */
    PLAIN,
    /** Grain of earth, grass, gravel, asphalt. */
    GRAIN,
    /** Courts and gardens: grass here, gravel there. */
    YARD,
    /** Leaves. */
    LEAVES,
    /** Ripples. */
    WATER,
    /** Roadway with its markings along the line. */
    ROADWAY,
    /** A front with rows of windows along the line. */
    FRONT,
    /** Rows of tiles across the line. */
    TILES
  }

  private static final Surface.Line NO_LINE = new Line(0, 0, 0, 1, 0, 0, 0);

  final Pattern pattern;
  final Colour colour;

  /** The pattern's second colour: grass among gravel. */
  final Colour other;

  final Line line;

  private Surface(Pattern pattern, Colour colour, Colour other, Line line) {
    this.pattern = pattern;
    this.colour = colour;
    this.other = other;
    this.line = line;
  }

  static Surface of(Pattern pattern, Colour colour) {
    return new Surface(pattern, colour, colour, NO_LINE);
  }

  static Surface of(Pattern pattern, Colour colour, Colour other) {
    return new Surface(pattern, colour, other, NO_LINE);
  }

  static Surface along(Pattern pattern, Colour colour, Line line) {
    return new Surface(pattern, colour, colour, line);
  }

  /**
   * The line along which a pattern runs, in metres of the scene.
   *
   * @param eastM where it begins
   * @param northM where it begins
   * @param upM where it begins
   * @param towardsEast its direction, of length 1
   * @param towardsNorth its direction, of length 1
   * @param lengthM how long it is
   * @param sideM half a roadway's width, or a front's height
   */
  record Line(
      float eastM,
      float northM,
      float upM,
      float towardsEast,
      float towardsNorth,
      float lengthM,
      float sideM) {
    /** A line from a point in a direction of any length. */
    static Line of(double[] from, double upM, double[] direction, double lengthM, double sideM) {
      double length = Math.hypot(direction[0], direction[1]);
      return new Line(
          (float) from[0],
          (float) from[1],
          (float) upM,
          (float) (direction[0] / length),
          (float) (direction[1] / length),
          (float) lengthM,
          (float) sideM);
    }
  }
}
