package org.vigie.geofence.monitor;

/**
 * How wrong a position may be.
 *
 * @param horizontalM metres, in any direction
 * @param verticalM metres, up or down
 */
public record Accuracy(double horizontalM, double verticalM) {
  /** No error. */
  static final Accuracy EXACT = new Accuracy(0, 0);

  boolean known() {
    return Double.isFinite(horizontalM + verticalM) && horizontalM >= 0 && verticalM >= 0;
  }
}
