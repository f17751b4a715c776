package org.vigie.planner.request;

/**
 * A battery as its label describes it.
 *
 * @param capacityAh charge from full to empty, ampere-hours
 * @param nominalV voltage that the label gives, volts
 * @throws IllegalArgumentException if a value is not finite or not positive
 */
public record Battery(double capacityAh, double nominalV) {
  public Battery {
    if (!(capacityAh > 0 && nominalV > 0 && Double.isFinite(capacityAh * nominalV))) {
      throw new IllegalArgumentException(
          "battery of " + capacityAh + " Ah at " + nominalV + " V: both must be positive");
    }
  }

  /** What the label promises: new, warm, discharged slowly. */
  public double labelWh() {
    return capacityAh * nominalV;
  }
}
