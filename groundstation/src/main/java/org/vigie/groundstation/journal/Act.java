package org.vigie.groundstation.journal;

/** Something that a machine wants done in the world. */
public interface Act {
  /**
   * Whether this act adds risk or reveals data (upload, arm, take-off, resume, open a view): then
   * it waits until the step's events are on disk, and is refused when they cannot be. Acts that
   * remove risk (hold, return, land, close a view) never wait.
   */
  boolean addsRisk();
}
