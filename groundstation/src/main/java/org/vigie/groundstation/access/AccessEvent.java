package org.vigie.groundstation.access;

import java.util.List;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;

/** Who came in and left. */
public sealed interface AccessEvent extends Event {

  /** Someone logged in, with {@code login} (a one-time code) or {@code token}. */
  @EventType("session.opened")
  record SessionOpened(String sessionId, String person, String with) implements AccessEvent {}

  /** A session ended: {@code logged-out}, {@code idle}, {@code expired} or {@code displaced}. */
  @EventType("session.closed")
  record SessionClosed(String sessionId, String person, String reason) implements AccessEvent {}

  /**
   * Someone tried to log in with a wrong {@code login} or {@code token}.
   *
   * @param notWritten further failures since the last such entry, of which there is none
   */
  @EventType("login.failed")
  record LoginFailed(String with, int notWritten) implements AccessEvent {}

  /**
   * Someone got a one-time code that logs them in.
   *
   * @param notWritten further codes of theirs since the last such entry, of which there is none
   */
  @EventType("login.issued")
  record LoginIssued(String person, int notWritten) implements AccessEvent {}

  /** Every kind of access event, for the journal's codec. */
  static List<Class<? extends Event>> types() {
    return List.of(SessionOpened.class, SessionClosed.class, LoginFailed.class, LoginIssued.class);
  }
}
