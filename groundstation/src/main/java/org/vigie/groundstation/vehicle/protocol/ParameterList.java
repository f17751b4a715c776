package org.vigie.groundstation.vehicle.protocol;

import java.util.List;
import java.util.OptionalLong;
import org.vigie.planner.plan.ParameterSetting;

/**
 * The parameters of a vehicle. Immutable.
 *
 * @param whole whether these are all that there are; false when the vehicle fell silent before
 * @param values in the vehicle's order, but for those of a type that the station does not speak
 * @param hash what the vehicle tells of all of them together; empty when it tells nothing
 *     (ArduPilot)
 */
public record ParameterList(boolean whole, List<ParameterSetting> values, OptionalLong hash) {
  /** Nothing is known so far. */
  public static final ParameterList NOTHING =
      new ParameterList(false, List.of(), OptionalLong.empty());

  public ParameterList {
    values = List.copyOf(values);
  }
}
