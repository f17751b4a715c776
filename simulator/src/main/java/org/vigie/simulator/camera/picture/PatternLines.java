package org.vigie.simulator.camera.picture;

/**
 * Patterns that follow a line: a roadway's markings, a front's windows. What is thinner than a
 * pixel fades instead of flickering. Immutable.
 */
final class PatternLines {
  /** Brightness of road paint and of glass. */
  static final int PAINT = 205;

  private static final int GLASS = 62;

  /** Half the width of a marking line. @source French road markings (IISR part 7): 12 cm */
  private static final float LINE_M = 0.07f;

  /** Dashes of the middle line, T3: 3 m painted. The gap is shortened to that of a town street. */
  private static final float DASH_M = 3;

  private static final float DASH_EVERY_M = 6.5f;

  /** Markings keep clear of crossings. */
  private static final float CLEAR_M = 11;

  /** A zebra crossing: so far from the middle of the crossing, so long. */
  private static final float ZEBRA_M = 7;

  private static final float ZEBRA_LONG_M = 3;
  private static final float STRIPE_M = 0.5f;

  /** Streets that are narrower have no markings. */
  private static final float MARKED_M = 4.2f;

  private static final float FLOOR_M = 3.1f;
  private static final float WINDOW_EVERY_M = 2.9f;

  /** Share of a front that is glass, when windows are too small to be seen. */
  private static final float GLASS_SHARE = 0.17f;

  /** How much paint a pixel shows, 0 to 256. */
  int paint(Surface.Line line, float eastM, float northM, float pixelM) {
    float half = (float) line.sideM();
    if (half < MARKED_M) {
      return 0;
    }
    float x = eastM - (float) line.eastM();
    float y = northM - (float) line.northM();
    float along = x * (float) line.towardsEast() + y * (float) line.towardsNorth();
    float aside = Math.abs(y * (float) line.towardsEast() - x * (float) line.towardsNorth());
    float toEnd = Math.min(along, (float) line.lengthM() - along);
    if (toEnd > ZEBRA_M && toEnd < ZEBRA_M + ZEBRA_LONG_M && aside < half - 0.4f) {
      boolean stripe = ((int) (aside / STRIPE_M) & 1) == 0;
      return pixelM > STRIPE_M ? 100 : stripe ? 230 : 0;
    }
    if (toEnd < CLEAR_M || aside > 3 * LINE_M + pixelM || along % DASH_EVERY_M > DASH_M) {
      return 0;
    }
    float shown = Math.max(LINE_M, pixelM / 2);
    float cover = (shown - aside) / pixelM + 0.5f;
    return (int) (230 * Math.max(0, Math.min(1, cover)) * (LINE_M / shown));
  }

  /** Brightness of a front at a place. */
  int front(Surface.Line line, int y, float eastM, float northM, float upM, float pixelM) {
    float h = upM - (float) line.upM();
    float top = (float) line.sideM();
    int wall = h < 0.9f ? y - 22 : y;
    if (pixelM > 1.4f) {
      return (int) (wall + (GLASS - wall) * GLASS_SHARE);
    }
    float x = eastM - (float) line.eastM();
    float n = northM - (float) line.northM();
    float along = x * (float) line.towardsEast() + n * (float) line.towardsNorth();
    float length = (float) line.lengthM();
    int columns = Math.max(1, (int) (length / WINDOW_EVERY_M));
    float each = length / columns;
    float u = along / each;
    float v = h / FLOOR_M;
    int floor = (int) v;
    float inColumn = (u - (int) u) * each;
    float inFloor = (v - floor) * FLOOR_M;
    if (h > top - 0.5f) {
      return wall - 14; // cornice
    }
    if (length < 3 || (floor + 0.9f) * FLOOR_M > top) {
      return wall;
    }
    boolean window =
        inColumn > each / 2 - 0.55f
            && inColumn < each / 2 + 0.55f
            && inFloor > (floor == 0 ? 0.4f : 0.9f)
            && inFloor < 2.5f;
    if (!window) {
      return wall;
    }
    int hash = (((int) u) * 73 + floor * 151 + (int) (length * 7)) & 31;
    int glass = hash < 5 ? 120 : GLASS + hash; // some shutters are closed
    float fade = Math.min(1, pixelM / 1.4f);
    return (int) (glass + (wall - glass) * fade * (1 - GLASS_SHARE));
  }
}
