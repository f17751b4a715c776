package org.vigie.simulator.camera.picture;

/**
 * How bright a camera's picture is by the height of the sun. The camera opens up in the dusk, so
 * that it loses less than the eye; at night it sees what lamps light, and its own noise.
 *
 * @param light share of the day's brightness, 0 to 1
 * @param lamps share of the lamps' brightness, 0 to 1
 */
record Daylight(double light, double lamps) {
  static final Daylight FULL = new Daylight(1, 0);

  /** Above this the day is full; below its negative civil twilight is over. */
  private static final double TWILIGHT_DEG = 6;

  private static final double DUSK_LIGHT = 0.12;
  private static final double NIGHT_LIGHT = 0.06;
  private static final double NIGHT_DEG = -12;

  /** Street lamps come on as the sun sets and are bright some minutes later. */
  private static final double LAMPS_FULL_DEG = -3;

  static Daylight of(double elevationDeg) {
    if (elevationDeg >= TWILIGHT_DEG) {
      return FULL;
    }
    double lamps = Math.max(0, Math.min(1, elevationDeg / LAMPS_FULL_DEG));
    if (elevationDeg >= -TWILIGHT_DEG) {
      double share = (elevationDeg + TWILIGHT_DEG) / (2 * TWILIGHT_DEG);
      double smooth = share * share * (3 - 2 * share);
      return new Daylight(DUSK_LIGHT + (1 - DUSK_LIGHT) * smooth, lamps);
    }
    double share = Math.max(0, (elevationDeg - NIGHT_DEG) / (-TWILIGHT_DEG - NIGHT_DEG));
    return new Daylight(NIGHT_LIGHT + (DUSK_LIGHT - NIGHT_LIGHT) * share, lamps);
  }

  boolean full() {
    return light >= 1;
  }
}
