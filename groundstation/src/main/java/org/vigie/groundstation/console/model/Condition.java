package org.vigie.groundstation.console.model;

/**
 * Something that is wrong now.
 *
 * @param subject flight, vehicle or station that it is about
 * @param words for people, which may change while it lasts
 */
record Condition(AlarmKind kind, String subject, String words) {
  /** What makes it the same alarm from one second to the next. */
  record Key(AlarmKind kind, String subject) {}

  Key key() {
    return new Key(kind, subject);
  }
}
