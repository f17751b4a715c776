package org.vigie.geofence.monitor;

/**
 * The way of an aircraft that flies on for a while, then brakes, drifting with the wind: a line
 * through some points, and how far beside it and above or below it the aircraft may be.
 */
final class StopPath {
  /** Pieces that the curve of a drifting aircraft is drawn with: good to a few decimetres. */
  private static final int PIECES = 4;

  private final double[] x;
  private final double[] y;
  private final double besideM;
  private final double sagM;
  private final double lowestM;
  private final double highestM;

  private StopPath(
      double[] x, double[] y, double besideM, double sagM, double lowestM, double highestM) {
    this.sagM = sagM;
    this.x = x;
    this.y = y;
    this.besideM = besideM;
    this.lowestM = lowestM;
    this.highestM = highestM;
  }

  /**
   * The way from now on.
   *
   * @param goneOnS how long it flies on before it brakes
   */
  static StopPath of(Motion m, StoppingModel model, double goneOnS) {
    double speed = m.speedMps();
    double brakingS = model.brakingS(speed);
    double driftX = m.windX() * model.driftShare();
    double driftY = m.windY() * model.driftShare();
    boolean drifts = (driftX != 0 || driftY != 0) && brakingS > 0;
    int pieces = drifts ? PIECES : 1;
    double[] x = new double[pieces + 2];
    double[] y = new double[pieces + 2];
    x[0] = m.x() + m.vx() * m.ageS();
    y[0] = m.y() + m.vy() * m.ageS();
    double brakesX = x[0] + m.vx() * goneOnS;
    double brakesY = y[0] + m.vy() * goneOnS;
    for (int i = 0; i <= pieces; i++) {
      double s = brakingS * i / pieces;
      // v s - a s^2 / 2 with a = v / brakingS: the share of the velocity that is left falls evenly
      double gone = brakingS == 0 ? 0 : s - s * s / (2 * brakingS);
      x[i + 1] = brakesX + m.vx() * gone + driftX * s;
      y[i + 1] = brakesY + m.vy() * gone + driftY * s;
    }
    // a chord of an evenly braked curve is off by at most a t^2 / 8
    double sagM = drifts ? model.decelerationMps2() * brakingS * brakingS / 8 : 0;
    double besideM = m.errorM() + m.windErrorMps() * model.driftShare() * brakingS;
    double vertical = m.vz() * goneOnS + Math.abs(m.vz()) * m.vz() / (2 * model.decelerationMps2());
    return new StopPath(
        x,
        y,
        besideM,
        sagM,
        m.lowestM() + Math.min(0, vertical),
        m.highestM() + Math.max(0, vertical));
  }

  double besideM() {
    return besideM;
  }

  double lowestM() {
    return lowestM;
  }

  double highestM() {
    return highestM;
  }

  /** Whether the way comes within its own doubt and a bit of an outline's edges. */
  boolean touches(Outline outline, double bitM) {
    double nearM = besideM + bitM;
    int end = x.length - 1;
    if (near(outline, 0, 1, nearM)) {
      return true;
    }
    // all of the curve is within its sag of the chord: mostly that already is clear
    if (end == 2 || !near(outline, 1, end, nearM + sagM)) {
      return end == 2 && near(outline, 1, 2, nearM);
    }
    double pieceM = nearM + sagM / ((end - 1) * (end - 1));
    for (int i = 2; i <= end; i++) {
      if (near(outline, i - 1, i, pieceM)) {
        return true;
      }
    }
    return false;
  }

  private boolean near(Outline outline, int from, int to, double nearM) {
    return outline.firstNearS(x[from], y[from], x[to] - x[from], y[to] - y[from], nearM, 0, 1) <= 1;
  }

  /** Whether the way lies in an area or comes near its edges. */
  boolean meets(Outline outline, double bitM) {
    return outline.marginM(x[0], y[0]) >= -besideM - bitM || touches(outline, bitM);
  }

  /** From where the aircraft is now to where it stands. */
  double lengthM() {
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      sum += Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
    }
    return sum;
  }
}
