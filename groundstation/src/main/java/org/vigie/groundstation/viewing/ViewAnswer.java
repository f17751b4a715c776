package org.vigie.groundstation.viewing;

import java.time.Duration;

/** How a request to see pictures was answered. */
public sealed interface ViewAnswer {
  /**
   * They may, and that they do is on disk.
   *
   * @param view to be closed when they stop
   */
  record Opened(View view) implements ViewAnswer {}

  /**
   * They may, if they ask to open it now.
   *
   * @param flightId of the flight on that source
   */
  record Permitted(String flightId) implements ViewAnswer {}

  /**
   * They may not; that they asked is in the journal.
   *
   * @param code key of the explanation: {@code view.CODE}
   * @param article the law that says so
   */
  record Refused(String code, String article) implements ViewAnswer {}

  /** Nothing flies on that source. */
  record NoFlight() implements ViewAnswer {}

  /** Not now: {@code disk}, {@code too-many-viewers}, {@code too-many-views-of-one}. */
  record Unavailable(String reason) implements ViewAnswer {}

  /** They were refused too often within the last minute. */
  record TooMany(Duration retryAfter) implements ViewAnswer {}
}
