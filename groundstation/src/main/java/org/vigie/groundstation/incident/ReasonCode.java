package org.vigie.groundstation.incident;

import java.util.regex.Pattern;

/**
 * Why something was done. The journal's entries hold codes, never sentences: a reason in a person's
 * own words is personal content, and the entry says only that there was one.
 */
public final class ReasonCode {
  /** Stands in the entry for a reason in a person's own words. */
  public static final String IN_WORDS = "in-words";

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Codes are a few words at most. */
  private static final int LENGTH_MAX = 40;

  private ReasonCode() {}

  /** The reason itself when it is a code such as {@code false-alarm}. */
  public static String of(String reason) {
    return isCode(reason) ? reason : IN_WORDS;
  }

  public static boolean isCode(String reason) {
    return reason.length() <= LENGTH_MAX && FORM.matcher(reason).matches();
  }
}
