package org.vigie.simulator.autopilot.param;

/**
 * One parameter of the table.
 *
 * @param name at most 16 characters
 * @param index place in the list
 * @param defaultValue the firmware's default
 * @param unit as ArduPilot documents it, {@code -} for none
 * @param readOnly counted by the autopilot itself
 * @param meaning what it is for, where names or units differ between versions; else empty
 */
public record Parameter(
    String name,
    int index,
    ParameterType type,
    float defaultValue,
    String unit,
    boolean readOnly,
    String meaning) {
  /** A parameter that is called the same in every version. */
  public Parameter(
      String name,
      int index,
      ParameterType type,
      float defaultValue,
      String unit,
      boolean readOnly) {
    this(name, index, type, defaultValue, unit, readOnly, "");
  }

  /** A stored value in SI units: metres, seconds, radians. */
  public double si(float value) {
    return value * siPerUnit();
  }

  /** A value in SI units as it is stored. */
  public float stored(double si) {
    return (float) (si / siPerUnit());
  }

  private double siPerUnit() {
    return switch (unit) {
      case "cm", "cm/s", "cm/s/s" -> 0.01;
      case "deg", "deg/s" -> Math.PI / 180;
      case "cdeg", "cdeg/s" -> Math.PI / 18_000;
      case "ms" -> 0.001;
      default -> 1;
    };
  }
}
