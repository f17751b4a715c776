package org.vigie.simulator.autopilot.px4;

/** What a failsafe answers. */
enum FailsafeCause {
  MANUAL_CONTROL_LOSS(1, true),
  GCS_LOSS(2, true),
  GEOFENCE(0, true),
  REMOTE_ID(0, true),
  BATTERY_CRITICAL(4, false),
  BATTERY_EMERGENCY(5, false),
  MODE_FALLBACK(0, false);

  private final int eventNumber;
  private final boolean kept;

  FailsafeCause(int eventNumber, boolean kept) {
    this.eventNumber = eventNumber;
    this.kept = kept;
  }

  /** failsafe_cause_t of the events, 0 for none in particular. */
  int eventNumber() {
    return eventNumber;
  }

  /** Whether its action stays when the cause is gone, until mode or arming change. */
  boolean kept() {
    return kept;
  }
}
