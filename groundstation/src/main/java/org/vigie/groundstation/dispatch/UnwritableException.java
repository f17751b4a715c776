package org.vigie.groundstation.dispatch;

/**
 * What was asked for has no form in the journal, for example half a character; nothing was done.
 */
final class UnwritableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnwritableException(IllegalArgumentException why) {
    super(why);
  }
}
