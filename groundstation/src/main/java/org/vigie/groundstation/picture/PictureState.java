package org.vigie.groundstation.picture;

/** How fresh the pictures of a source are, by wall time: NONE → LIVE ⇄ STALE ⇄ LOST. */
public enum PictureState {
  /** Nothing has come yet. */
  NONE,
  /** Pictures come. */
  LIVE,
  /** None for half a second. */
  STALE,
  /** None for a second: screens grey the last one out. */
  LOST
}
