package org.vigie.groundstation.console.model;

import java.util.Set;

/**
 * Which states of a flight, as the station names them, mean what to a screen. A state that is newer
 * than this program counts as in the air: then nothing that a pilot needs is hidden.
 */
public final class States {
  public static final String AWAITING_CLEARANCE = "AWAITING_CLEARANCE";
  private static final Set<String> BEFORE =
      Set.of("PLANNING", "UPLOADING", "CHECKING", AWAITING_CLEARANCE);
  private static final Set<String> OVER = Set.of("REFUSED", "LANDED", "ABORTED", "CLOSED");
  private static final Set<String> TROUBLE =
      Set.of("DIVERTED", "LOST_LINK", "PILOT_LOST", "EXTERNAL_CONTROL");

  private States() {}

  static boolean over(String state) {
    return OVER.contains(state);
  }

  static boolean before(String state) {
    return BEFORE.contains(state);
  }

  /** Armed, or in the air. */
  public static boolean active(String state) {
    return !over(state) && !before(state);
  }

  static boolean trouble(String state) {
    return TROUBLE.contains(state);
  }

  /** Whether the station lets its people watch: from the transfer to the landing. */
  public static boolean watched(String state) {
    return active(state)
        || state.equals("UPLOADING")
        || state.equals("CHECKING")
        || state.equals(AWAITING_CLEARANCE);
  }
}
