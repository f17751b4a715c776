package org.vigie.groundstation.compliance.request;

import org.jspecify.annotations.Nullable;

/** NaN would pass every "not above": it never gets in. */
final class Numbers {
  private Numbers() {}

  static void finite(String name, @Nullable Double value) {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is not a finite number: " + value);
    }
  }
}
