package org.vigie.groundstation.client;

import java.util.Optional;

/** How a request ended. */
public sealed interface Reply<T> {
  /** The station did it, or sent what was asked for. */
  record Done<T>(T value) implements Reply<T> {}

  /** The station said no. */
  record Refused<T>(Problem problem) implements Reply<T> {}

  /**
   * No answer that can be read: whether it was done is not known.
   *
   * @param why code: timeout, no-host, nobody, broken
   */
  record Away<T>(String why) implements Reply<T> {}

  /** What was sent, if it was. */
  default Optional<T> findValue() {
    return this instanceof Done<T> done ? Optional.of(done.value()) : Optional.empty();
  }
}
