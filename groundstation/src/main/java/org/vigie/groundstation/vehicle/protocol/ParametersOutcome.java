package org.vigie.groundstation.vehicle.protocol;

import java.util.List;
import org.vigie.planner.plan.ParameterSetting;

/** How reading or writing parameters ended. */
public sealed interface ParametersOutcome {
  /** Every one was read back; after writing, equal to what was wanted. */
  record Complete(List<ParameterSetting> values) implements ParametersOutcome {
    public Complete {
      values = List.copyOf(values);
    }
  }

  /**
   * Some are not as wanted.
   *
   * @param values all that were read back
   * @param different names that read back another value than was written
   * @param unanswered names that the vehicle did not answer to: unknown to it, or the link is bad
   */
  record Incomplete(List<ParameterSetting> values, List<String> different, List<String> unanswered)
      implements ParametersOutcome {
    public Incomplete {
      values = List.copyOf(values);
      different = List.copyOf(different);
      unanswered = List.copyOf(unanswered);
    }
  }

  /** The station ended it. */
  record Cancelled() implements ParametersOutcome {}
}
