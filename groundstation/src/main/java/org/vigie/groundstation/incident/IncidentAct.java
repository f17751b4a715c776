package org.vigie.groundstation.incident;

import org.vigie.groundstation.journal.Act;

/** What an incident wants done. */
public sealed interface IncidentAct extends Act {

  /** Find an aircraft and a plan for it. */
  record Dispatch(String incidentId) implements IncidentAct {
    /** No flight is prepared on a confirmation that the journal does not hold. */
    @Override
    public boolean addsRisk() {
      return true;
    }
  }
}
