package org.vigie.groundstation.dispatch;

/** The journal did not take what had to be durable; nothing was done. */
final class JournalUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JournalUnavailableException(String code) {
    super(code);
  }

  String code() {
    return String.valueOf(getMessage());
  }
}
