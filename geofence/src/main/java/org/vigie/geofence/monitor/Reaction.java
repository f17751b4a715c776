package org.vigie.geofence.monitor;

/** What the monitor advises, from mildest to strongest. It never invents a destination. */
public enum Reaction {
  /** Nothing. */
  NONE,
  /** Tell the pilot. */
  WARN,
  /** Stop and hold the position. */
  HOLD,
  /** The procedure that the proof covers. */
  PROCEDURE
}
