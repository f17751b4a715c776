package org.vigie.groundstation.access;

/** One thing that may be done over the API. */
public enum Permission {
  REPORT_ALERT,
  READ_INCIDENTS,
  CONFIRM_INCIDENT,
  DISMISS_INCIDENT,
  /** Flights with their plans, proofs and decisions. */
  READ_FLIGHTS,
  CLEAR_FLIGHT,
  REFUSE_FLIGHT,
  /** Hold, resume, return, land, abort; and saying that the pilot is there. */
  COMMAND_FLIGHT,
  READ_VEHICLES,
  /** The live picture: snapshots each second. */
  WATCH_LIVE,
  /** The journal's entries. */
  READ_JOURNAL,
  /** Closed flight records, whole. */
  READ_RECORDS,
  READ_METRICS,
  /** What the API offers, and whether the station is ready. */
  READ_SERVICE
}
