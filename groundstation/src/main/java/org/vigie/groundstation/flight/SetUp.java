package org.vigie.groundstation.flight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.FlightEvent.SetUpDifference;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.ParameterSetting;

/**
 * How an aircraft's set-up differs from what a plan's proof assumes, as far as a person has to know
 * before it is changed. What this station left there on the aircraft's last flight it may change by
 * itself: heights and speeds go with the plan. Any other value somebody chose, or the autopilot was
 * shipped with. Immutable.
 */
record SetUp(List<SetUpDifference> differences) {
  SetUp {
    differences = List.copyOf(differences);
  }

  /**
   * Compares.
   *
   * @param needed what the plan's proof assumes
   * @param found what the aircraft has; a name that is missing here is a difference
   * @param left what this station left in the aircraft on its last flight; empty when none is known
   */
  static SetUp compare(
      List<ParameterSetting> needed, List<ParameterSetting> found, List<ParameterSetting> left) {
    Map<String, Float> there = byName(found);
    Map<String, Float> ours = byName(left);
    List<SetUpDifference> differences = new ArrayList<>();
    for (ParameterSetting one : needed) {
      Float value = there.get(one.name());
      boolean asNeeded = value != null && value == one.value();
      if (!asNeeded && (value == null || !value.equals(ours.get(one.name())))) {
        differences.add(new SetUpDifference(one.name(), number(value), decimal(one.value())));
      }
    }
    return new SetUp(differences);
  }

  private static Map<String, Float> byName(List<ParameterSetting> settings) {
    Map<String, Float> values = new HashMap<>();
    settings.forEach(one -> values.put(one.name(), one.value()));
    return values;
  }

  private static @Nullable Double number(@Nullable Float value) {
    return value == null || !Float.isFinite(value) ? null : Double.valueOf(decimal(value));
  }

  /** The shortest decimal of a float: what people read and hash is 0.2, not 0.20000000298. */
  private static double decimal(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  /** What a person confirms: exactly these differences. */
  ContentHash hash() {
    return CanonicalJson.hash(differences);
  }
}
