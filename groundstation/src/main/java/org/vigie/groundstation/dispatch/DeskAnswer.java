package org.vigie.groundstation.dispatch;

/** How the Desk answered. */
public sealed interface DeskAnswer<T> {
  /**
   * It is done and on disk.
   *
   * @param created false when the same had been asked before and nothing new came of it
   */
  record Done<T>(T value, boolean created) implements DeskAnswer<T> {}

  /** There is no such incident or flight. */
  record Unknown<T>(String id) implements DeskAnswer<T> {}

  /** It does not fit the state, or names hashes that are no longer current. */
  record Conflict<T>(String reason) implements DeskAnswer<T> {}

  /** This person may not. */
  record Forbidden<T>(String reason) implements DeskAnswer<T> {}

  /** Not now: the queue is full or the disk does not answer. */
  record Unavailable<T>(String reason) implements DeskAnswer<T> {}
}
