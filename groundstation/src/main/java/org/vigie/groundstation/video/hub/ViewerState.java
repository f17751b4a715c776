package org.vigie.groundstation.video.hub;

/**
 * What a viewer is given.
 *
 * <pre>
 * CATCHUP → LIVE ⇄ WAIT_KEY, any → PAUSED → WAIT_KEY, any → ENDED
 * </pre>
 */
public enum ViewerState {
  /** It joined, and has not acknowledged the pictures since the last key yet. */
  CATCHUP,
  /** Every picture. */
  LIVE,
  /** Nothing, until it has acknowledged and a key comes. */
  WAIT_KEY,
  /** Nothing, as it asked. */
  PAUSED,
  ENDED
}
