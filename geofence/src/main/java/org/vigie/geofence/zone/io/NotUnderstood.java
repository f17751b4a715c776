package org.vigie.geofence.zone.io;

/** Something without which a zone cannot be understood. Caught for each zone, never by callers. */
final class NotUnderstood extends Exception {
  private static final long serialVersionUID = 1L;

  private final Deviation what;
  private final String pointer;
  private final transient Object[] arguments;

  NotUnderstood(Deviation what, String pointer, Object... arguments) {
    super(what.code(), null, false, false);
    this.what = what;
    this.pointer = pointer;
    this.arguments = arguments.clone();
  }

  Deviation what() {
    return what;
  }

  String pointer() {
    return pointer;
  }

  Object[] arguments() {
    return arguments.clone();
  }
}
