package org.vigie.simulator.autopilot.estimator;

/** Where the estimate was a moment ago, when a fix that arrives now was measured. */
final class Track {
  /** How finely it remembers. */
  private static final double STEP_S = 0.025;

  private final double[] eastM;
  private final double[] northM;
  private final double[] eastMps;
  private final double[] northMps;
  private int oldest;
  private double sinceS;

  Track(double delayS) {
    int length = Math.max(1, (int) Math.round(delayS / STEP_S));
    eastM = new double[length];
    northM = new double[length];
    eastMps = new double[length];
    northMps = new double[length];
  }

  void record(AxisFilter east, AxisFilter north, double dtS) {
    sinceS += dtS;
    if (sinceS < STEP_S - dtS / 2) {
      return;
    }
    sinceS = 0;
    put(oldest, east, north);
    oldest = (oldest + 1) % eastM.length;
  }

  private void put(int index, AxisFilter east, AxisFilter north) {
    eastM[index] = east.positionM;
    northM[index] = north.positionM;
    eastMps[index] = east.velocityMps;
    northMps[index] = north.velocityMps;
  }

  /** Takes the present for all the past: after a jump. */
  void forget(AxisFilter east, AxisFilter north) {
    for (int i = 0; i < eastM.length; i++) {
      put(i, east, north);
    }
  }

  double eastM() {
    return eastM[oldest];
  }

  double northM() {
    return northM[oldest];
  }

  double eastMps() {
    return eastMps[oldest];
  }

  double northMps() {
    return northMps[oldest];
  }
}
