package org.vigie.groundstation.console;

/** The console cannot be opened, for a reason that a person can do something about: exit code 2. */
public final class ConsoleRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  ConsoleRefusedException(String message) {
    super(message);
  }
}
