package org.vigie.simulator.autopilot.param;

/**
 * How ArduPilot stores a parameter.
 *
 * @source MAVLink common.xml MAV_PARAM_TYPE
 */
public enum ParameterType {
  INT8(2, Byte.MIN_VALUE, Byte.MAX_VALUE),
  INT16(4, Short.MIN_VALUE, Short.MAX_VALUE),
  INT32(6, Integer.MIN_VALUE, Integer.MAX_VALUE),
  REAL32(9, -Float.MAX_VALUE, Float.MAX_VALUE);

  private final int mavType;
  private final double lowest;
  private final double highest;

  ParameterType(int mavType, double lowest, double highest) {
    this.mavType = mavType;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** MAV_PARAM_TYPE. */
  public int mavType() {
    return mavType;
  }

  /**
   * The value as this type stores it: whole for integers, held within the type, no range check of
   * the parameter itself (recorded: 300 into an int8 becomes 127, 1234.7 into an int32 1234).
   */
  public float store(float value) {
    double held = Math.max(lowest, Math.min(highest, value));
    return this == REAL32 ? value : (float) (long) held;
  }
}
