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
  /** Hold, resume, return, land, abort, terminate; and saying that the pilot is there. */
  COMMAND_FLIGHT,
  READ_VEHICLES,
  /** The live picture: snapshots each second. */
  WATCH_LIVE,
  /** Ask for a drone's live picture; whether one gets it, the right to view decides each time. */
  WATCH_VIDEO,
  /** Ask for a fixed camera's picture; again the right to view decides. */
  VIEW_CAMERAS,
  /** Log in, and look who one is. */
  OPEN_SESSION,
  /** The journal's entries. */
  READ_JOURNAL,
  /** Closed flight records, whole; see {@link Rights#mayReadRecord} for whose. */
  READ_RECORDS,
  READ_METRICS,
  /** What the API offers, and whether the station is ready. */
  READ_SERVICE
}
