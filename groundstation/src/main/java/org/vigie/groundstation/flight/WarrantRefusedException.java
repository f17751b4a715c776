package org.vigie.groundstation.flight;

/** The parts of a warrant do not agree; the message is the code of the first that does not. */
final class WarrantRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  WarrantRefusedException(String code) {
    super(code);
  }

  String code() {
    return String.valueOf(getMessage());
  }
}
