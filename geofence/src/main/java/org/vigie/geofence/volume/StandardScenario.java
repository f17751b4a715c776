package org.vigie.geofence.volume;

/**
 * A scenario that demands least sizes, whatever the formulas say.
 *
 * @source Regulation (EU) 2019/947 appendix 1, UAS.STS-01.020; PDRA-S01 v1, table of the ground
 *     risk buffer
 */
public enum StandardScenario {
  /** STS-01, up to 120 m above ground. */
  STS_01(120),
  /** PDRA-S01: the same table, and a row for 150 m. */
  PDRA_S01(150);

  /** Least width of the contingency volume. */
  static final double CONTINGENCY_M_MIN = 10;

  private static final double HEAVY_KG = 10;
  private static final double[] HEIGHTS_M = {30, 60, 90, 120, 150};
  private static final double[] LIGHT_M = {10, 15, 20, 25, 30};
  private static final double[] HEAVY_M = {20, 30, 45, 60, 75};

  private final double heightAglMMax;

  StandardScenario(double heightAglMMax) {
    this.heightAglMMax = heightAglMMax;
  }

  /**
   * Least ground risk buffer; a height between two rows counts as the higher one.
   *
   * @throws IllegalArgumentException if the scenario has no row so high
   */
  double groundRiskM(double heightAglM, double massKg) {
    for (int row = 0; row < HEIGHTS_M.length && HEIGHTS_M[row] <= heightAglMMax; row++) {
      if (heightAglM <= HEIGHTS_M[row]) {
        return massKg < HEAVY_KG ? LIGHT_M[row] : HEAVY_M[row];
      }
    }
    throw new IllegalArgumentException(
        "%s ends at %.0f m above ground, not %s m".formatted(this, heightAglMMax, heightAglM));
  }
}
