package org.vigie.planner.plan;

/**
 * How the four bytes of PARAM_VALUE and PARAM_SET carry a parameter's value.
 *
 * @source MAVLink common.xml MAV_PARAM_TYPE; MAVLink guide, services, parameter, "Parameter
 *     Encoding": cast by value (ArduPilot), bytewise (PX4)
 */
public enum ParameterType {
  /** A float, or an integer cast to one. */
  REAL32(9) {
    @Override
    public int bits(float value) {
      return Float.floatToRawIntBits(value);
    }

    @Override
    public float value(int bits) {
      return Float.intBitsToFloat(bits);
    }
  },

  /** The integer's own bytes in the field of the float. */
  INT32(6) {
    @Override
    public int bits(float value) {
      return (int) value;
    }

    @Override
    public float value(int bits) {
      return bits;
    }
  };

  private final int number;

  ParameterType(int number) {
    this.number = number;
  }

  /** MAV_PARAM_TYPE. */
  public int number() {
    return number;
  }

  /** The bytes that stand for a value, as PARAM_SET must carry them. */
  public abstract int bits(float value);

  /** The value that bytes of PARAM_VALUE stand for. */
  public abstract float value(int bits);
}
