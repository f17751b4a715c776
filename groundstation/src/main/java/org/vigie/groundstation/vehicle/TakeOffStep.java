package org.vigie.groundstation.vehicle;

/** What follows, once armed, until a mission flies. */
public enum TakeOffStep {
  /** The mission mode, shown by a heartbeat. */
  MISSION_MODE,
  /** MISSION_START, which begins with the first item. */
  START
}
