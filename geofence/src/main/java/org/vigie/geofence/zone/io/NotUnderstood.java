package org.vigie.geofence.zone.io;

/** Something without which a zone cannot be understood. Caught for each zone, never by callers. */
final class NotUnderstood extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String pointer;

  NotUnderstood(String code, String pointer, String message) {
    super(message, null, false, false);
    this.code = code;
    this.pointer = pointer;
  }

  String code() {
    return code;
  }

  String pointer() {
    return pointer;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
