package org.vigie.groundstation.flightlog.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The flight's way from state to state, held against the table that the verifier knows itself.
 *
 * <pre>
 * PLANNING -> REFUSED | UPLOADING -> CHECKING -> AWAITING_CLEARANCE -> ARMING -> in the air
 * UPLOADING, CHECKING, AWAITING_CLEARANCE -> REFUSED     ARMING -> ABORTED
 * in the air -> in the air | LANDED | ABORTED     ABORTED -> in the air | LANDED | CLOSED
 * LANDED, REFUSED -> CLOSED
 * </pre>
 */
final class StatesCheck {
  static final String CHANGED = "flight.state-changed";

  private static final String FIRST = "PLANNING";
  private static final Set<String> ENDS = Set.of("CLOSED", "LANDED", "REFUSED", "ABORTED");
  private static final Set<String> AIR =
      Set.of(
          "TAKING_OFF",
          "OUTBOUND",
          "ON_SCENE",
          "RETURNING",
          "LANDING",
          "HOLDING",
          "DIVERTED",
          "LOST_LINK",
          "PILOT_LOST",
          "EXTERNAL_CONTROL");
  private static final Map<String, Set<String>> LEGAL = legal();

  private final Findings findings;

  StatesCheck(Findings findings) {
    this.findings = findings;
  }

  private static Map<String, Set<String>> legal() {
    Map<String, Set<String>> legal = new HashMap<>();
    legal.put("PLANNING", Set.of("UPLOADING", "REFUSED"));
    legal.put("UPLOADING", Set.of("CHECKING", "REFUSED"));
    legal.put("CHECKING", Set.of("AWAITING_CLEARANCE", "REFUSED"));
    legal.put("AWAITING_CLEARANCE", Set.of("ARMING", "REFUSED"));
    legal.put("REFUSED", Set.of("CLOSED"));
    legal.put("LANDED", Set.of("CLOSED"));
    legal.put("CLOSED", Set.of());
    // a restart in the moment of take-off may find the aircraft anywhere in the air
    legal.put("ARMING", with(AIR, "ABORTED"));
    legal.put("ABORTED", with(AIR, "LANDED", "CLOSED"));
    AIR.forEach(state -> legal.put(state, with(AIR, "LANDED", "ABORTED")));
    return Map.copyOf(legal);
  }

  private static Set<String> with(Set<String> states, String... more) {
    Set<String> all = new HashSet<>(states);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  void run(List<LoggedEntry> flight) {
    findings.made(Check.STATES);
    String state = FIRST;
    for (LoggedEntry entry : flight) {
      if (entry.is(CHANGED)) {
        String from = entry.text("from");
        String to = entry.text("to");
        if (!from.equals(state) || !LEGAL.getOrDefault(from, Set.of()).contains(to)) {
          findings.fault(Check.STATES, EntriesCheck.PART, Fault.STATE, entry.position(), from, to);
        }
        state = to;
      }
    }
    if (!ENDS.contains(state)) {
      findings.fault(Check.STATES, EntriesCheck.PART, Fault.NOT_ENDED, state);
    }
  }
}
