package org.vigie.geofence.zone.index;

import java.util.Arrays;

/** A list of doubles while an index is built. */
final class Growing {
  private double[] values = new double[1024];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /** What was added so far, and room behind it; until the next addition. */
  double[] values() {
    return values;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
