package org.vigie.groundstation.demo.bench;

import java.util.Arrays;
import java.util.Collection;

/** Measured values, sorted. Immutable. */
final class Distribution {
  private final double[] sorted;

  private Distribution(double[] sorted) {
    this.sorted = sorted;
  }

  static Distribution of(Collection<? extends Number> values) {
    double[] sorted = values.stream().mapToDouble(Number::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Distribution(sorted);
  }

  int count() {
    return sorted.length;
  }

  /**
   * The least value that this share of all values does not exceed; NaN when there are none.
   *
   * @param percent over 0, at most 100
   */
  double percentile(double percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  double max() {
    return percentile(100);
  }
}
