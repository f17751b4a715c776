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

  /**
   * The same answer to a larger question that this one was part of.
   *
   * @throws IllegalArgumentException if it was done
   */
  static <T> DeskAnswer<T> without(DeskAnswer<?> answer) {
    if (answer instanceof Unknown<?> unknown) {
      return new Unknown<>(unknown.id());
    } else if (answer instanceof Conflict<?> conflict) {
      return new Conflict<>(conflict.reason());
    } else if (answer instanceof Forbidden<?> forbidden) {
      return new Forbidden<>(forbidden.reason());
    } else if (answer instanceof Unavailable<?> unavailable) {
      return new Unavailable<>(unavailable.reason());
    }
    throw new IllegalArgumentException("it was done: " + answer);
  }
}
