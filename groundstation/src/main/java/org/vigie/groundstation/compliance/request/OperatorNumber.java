package org.vigie.groundstation.compliance.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A UAS operator registration number, {@code PPPBBBBBBBBBBBBC-SSS}: country, body, checksum and,
 * where it was given, the secret part. Only {@link #publicPart} may be shown or broadcast.
 *
 * @source EN 4709-002 as in interuss/uas_standards en4709_02.py
 */
public final class OperatorNumber {
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM =
      Pattern.compile("([A-Z]{3})([0-9a-z]{12})([0-9a-z])(?:-([0-9a-z]{3}))?");

  private final String country;
  private final String body;
  private final char checksum;
  private final @Nullable String secret;

  private OperatorNumber(Matcher parts) {
    country = parts.group(1);
    body = parts.group(2);
    checksum = parts.group(3).charAt(0);
    secret = parts.group(4);
  }

  /** What the checksum says. */
  public enum Checksum {
    RIGHT,
    WRONG,
    /** The secret part is absent, and the checksum covers it: only the form was checked. */
    NOT_VERIFIABLE
  }

  /** Reads a number; empty when the text does not have its form. */
  public static Optional<OperatorNumber> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches() ? Optional.of(new OperatorNumber(parts)) : Optional.empty();
  }

  /** The sixteen characters that may be shown. */
  public String publicPart() {
    return country + body + checksum;
  }

  /** Holds the checksum against body and secret part. */
  public Checksum verify() {
    if (secret == null) {
      return Checksum.NOT_VERIFIABLE;
    }
    return checksumOf(body + secret) == checksum ? Checksum.RIGHT : Checksum.WRONG;
  }

  /** Luhn mod 36 over body and secret part, multipliers 2, 1, 2 ... from the first character. */
  static char checksumOf(String bodyAndSecret) {
    int base = ALPHABET.length();
    int sum = 0;
    for (int i = 0; i < bodyAndSecret.length(); i++) {
      int product = ALPHABET.indexOf(bodyAndSecret.charAt(i)) * (i % 2 == 0 ? 2 : 1);
      sum += product / base + product % base;
    }
    return ALPHABET.charAt(Math.floorMod(-sum, base));
  }

  /** Never the secret part. */
  @Override
  public String toString() {
    return publicPart();
  }
}
