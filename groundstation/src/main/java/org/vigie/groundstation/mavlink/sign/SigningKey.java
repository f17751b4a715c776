package org.vigie.groundstation.mavlink.sign;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A vehicle's secret. Never shown: its text says only that it is one. Immutable, thread-safe. */
public final class SigningKey {
  public static final int LENGTH = 32;

  /** The part of the SHA-256 that a frame carries: 48 bits. */
  static final int HASH_LENGTH = 6;

  private final byte[] secret;

  private SigningKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * @throws IllegalArgumentException if there are not 32 bytes, or they are all zero, which means
   *     "no key" to a vehicle; the message does not show them
   */
  public static SigningKey of(byte[] secret) {
    if (secret.length != LENGTH) {
      throw new IllegalArgumentException(
          "a signing key has " + LENGTH + " bytes, not " + secret.length);
    }
    if (Arrays.equals(secret, new byte[LENGTH])) {
      throw new IllegalArgumentException("a signing key of zeros is none");
    }
    return new SigningKey(secret.clone());
  }

  /** The first 48 bits of SHA-256 over the key and the beginning of a frame. */
  byte[] hash(byte[] frame, int to) {
    MessageDigest sha = sha256();
    sha.update(secret);
    sha.update(frame, 0, to);
    return Arrays.copyOf(sha.digest(), HASH_LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "signing key (not shown)";
  }
}
