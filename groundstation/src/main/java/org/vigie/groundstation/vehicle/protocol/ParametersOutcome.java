package org.vigie.groundstation.vehicle.protocol;

import java.util.List;
import org.vigie.planner.plan.ParameterSetting;

/** How reading or writing parameters ended. */
public sealed interface ParametersOutcome {
  /**
   * Every one was read back; after writing, equal to what was wanted.
   *
   * @param before what was read first, before anything was written
   */
  record Complete(List<ParameterSetting> values, List<ParameterSetting> before)
      implements ParametersOutcome {
    public Complete {
      values = List.copyOf(values);
      before = List.copyOf(before);
    }
  }

  /**
   * Some are not as wanted.
   *
   * @param values all that were read back
   * @param before what was read first, before anything was written
   * @param different names that read back another value than was written, or refused it
   * @param unanswered names that the vehicle did not answer to: unknown to it, or the link is bad
   */
  record Incomplete(
      List<ParameterSetting> values,
      List<ParameterSetting> before,
      List<String> different,
      List<String> unanswered)
      implements ParametersOutcome {
    public Incomplete {
      values = List.copyOf(values);
      before = List.copyOf(before);
      different = List.copyOf(different);
      unanswered = List.copyOf(unanswered);
    }
  }

  /** The station ended it. */
  record Cancelled(List<ParameterSetting> values, List<ParameterSetting> before)
      implements ParametersOutcome {
    public Cancelled {
      values = List.copyOf(values);
      before = List.copyOf(before);
    }
  }

  /** All that were read back. */
  List<ParameterSetting> values();

  /** What was read first, before anything was written. */
  List<ParameterSetting> before();

  /** What went wrong, for the journal: names that differ and names without an answer. */
  default String code() {
    return this instanceof Incomplete incomplete
        ? String.join(",", incomplete.different()) + "/" + String.join(",", incomplete.unanswered())
        : getClass().getSimpleName();
  }
}
