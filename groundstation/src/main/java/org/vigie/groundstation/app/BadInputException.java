package org.vigie.groundstation.app;

/** What a person gave cannot be used; the message says what and where. Exit code 2. */
public final class BadInputException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }
}
