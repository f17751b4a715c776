package org.vigie.groundstation.access;

/** What a person is to the station; a person may be several. */
public enum Role {
  /** Confirms and dismisses alerts in a supervision centre. */
  OPERATOR,
  /** Remote pilot: clears, refuses and commands flights. */
  PILOT,
  /** Reads journals, decisions and records. */
  AUDITOR,
  /** Looks after the installation. */
  ADMINISTRATOR,
  /** A machine that may post alerts and nothing else. */
  SENSOR
}
