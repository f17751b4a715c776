package org.vigie.simulator.camera.picture;

/**
 * Patterns that follow a line: a roadway's markings, a front's windows. What is thinner than a
 * pixel fades instead of flickering. Confined to one thread.
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
  private static final float WINDOW_HALF_M = 0.55f;
  private static final float PLINTH_M = 0.9f;

  /** Pixels that cover more show windows as one shade. */
  private static final float TOO_SMALL_M = 1.4f;

  /** Share of a front that is glass, when windows are too small to be seen. */
  private static final float GLASS_SHARE = 0.17f;

  private float east;
  private float north;
  private float up;
  private float towardsEast;
  private float towardsNorth;
  private float length;
  private float side;
  private int columns;
  private float columnsPerM;

  /** What follows is about this line. */
  void begin(Surface.Line line) {
    east = line.eastM();
    north = line.northM();
    up = line.upM();
    towardsEast = line.towardsEast();
    towardsNorth = line.towardsNorth();
    length = line.lengthM();
    side = line.sideM();
    columns = Math.max(1, (int) (length / WINDOW_EVERY_M));
    columnsPerM = columns / length;
  }

  /** How much paint a pixel of a roadway shows, 0 to 256. */
  int paint(float eastM, float northM, float pixelM) {
    if (side < MARKED_M) {
      return 0;
    }
    float x = eastM - east;
    float y = northM - north;
    float along = x * towardsEast + y * towardsNorth;
    float aside = Math.abs(y * towardsEast - x * towardsNorth);
    float toEnd = Math.min(along, length - along);
    if (toEnd < CLEAR_M) {
      boolean zebra = toEnd > ZEBRA_M && toEnd < ZEBRA_M + ZEBRA_LONG_M && aside < side - 0.4f;
      if (!zebra) {
        return 0;
      }
      boolean stripe = ((int) (aside / STRIPE_M) & 1) == 0;
      return pixelM > STRIPE_M ? 100 : stripe ? 230 : 0;
    }
    if (aside > 3 * LINE_M + pixelM || along % DASH_EVERY_M > DASH_M) {
      return 0;
    }
    float shown = Math.max(LINE_M, pixelM / 2);
    float cover = (shown - aside) / pixelM + 0.5f;
    return (int) (230 * Math.max(0, Math.min(1, cover)) * (LINE_M / shown));
  }

  /** Brightness of a front at a place. */
  int front(int y, float eastM, float northM, float upM, float pixelM) {
    float h = upM - up;
    int wall = h < PLINTH_M ? y - 22 : y;
    if (pixelM > TOO_SMALL_M) {
      return (int) (wall + (GLASS - wall) * GLASS_SHARE);
    }
    if (h > side - 0.5f) {
      return wall - 14; // cornice
    }
    int floor = (int) (h * (1 / FLOOR_M));
    if (length < 3 || (floor + 0.9f) * FLOOR_M > side) {
      return wall;
    }
    float u = ((eastM - east) * towardsEast + (northM - north) * towardsNorth) * columnsPerM;
    float inColumn = Math.abs(u - (int) u - 0.5f);
    float inFloor = h - floor * FLOOR_M;
    boolean window =
        inColumn < WINDOW_HALF_M * columnsPerM
            && inFloor > (floor == 0 ? 0.4f : 0.9f)
            && inFloor < 2.5f;
    if (!window) {
      return wall;
    }
    int hash = (((int) u) * 73 + floor * 151 + (int) (length * 7)) & 31;
    int glass = hash < 5 ? 120 : GLASS + hash; // some shutters are closed
    float fade = pixelM / TOO_SMALL_M;
    return (int) (glass + (wall - glass) * fade * (1 - GLASS_SHARE));
  }
}
