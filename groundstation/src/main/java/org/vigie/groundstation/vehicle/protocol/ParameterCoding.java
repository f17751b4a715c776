package org.vigie.groundstation.vehicle.protocol;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamSet;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamValue;
import org.vigie.planner.plan.ParameterType;

/**
 * How an autopilot puts parameters into the float field of PARAM_VALUE and PARAM_SET.
 *
 * @source MAVLink guide, services, parameter, "Parameter Encoding"; recordings a20 (the type of a
 *     set is ignored), p11 (a wrong type is refused with PARAM_ERROR; a float's bytes sent as an
 *     integer are stored as that integer)
 */
public enum ParameterCoding {
  /** ArduPilot: every number is cast to a float, whatever its type. */
  CAST {
    @Override
    OptionalDouble value(ParamValue told) {
      return OptionalDouble.of(told.value());
    }

    @Override
    Optional<ParamSet> set(Peer peer, String name, float value, int type) {
      return Optional.of(
          new ParamSet(
              peer.system(), peer.component(), name, value, ParameterType.REAL32.number()));
    }
  },

  /** PX4: an integer's own bytes, and the type must be the parameter's. */
  BYTEWISE {
    @Override
    OptionalDouble value(ParamValue told) {
      int bits = Float.floatToRawIntBits(told.value());
      return type(told.type())
          .map(type -> OptionalDouble.of(type.value(bits)))
          .orElse(OptionalDouble.empty());
    }

    @Override
    Optional<ParamSet> set(Peer peer, String name, float value, int number) {
      return type(number)
          .filter(type -> type != ParameterType.INT32 || value == (int) value)
          .map(
              type ->
                  new ParamSet(
                      peer.system(),
                      peer.component(),
                      name,
                      Float.intBitsToFloat(type.bits(value)),
                      number));
    }
  };

  /** The value that the vehicle tells; empty for a type that is not an INT32 or a REAL32. */
  abstract OptionalDouble value(ParamValue told);

  /**
   * What sets a parameter; empty when its type cannot hold the value.
   *
   * @param type MAV_PARAM_TYPE, as the vehicle told it
   */
  abstract Optional<ParamSet> set(Peer peer, String name, float value, int type);

  private static Optional<ParameterType> type(int number) {
    return Arrays.stream(ParameterType.values())
        .filter(type -> type.number() == number)
        .findFirst();
  }
}
