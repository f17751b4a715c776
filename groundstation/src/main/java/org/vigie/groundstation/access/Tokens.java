package org.vigie.groundstation.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Bearer tokens: 256 random bits. The station keeps their hashes only. */
public final class Tokens {
  /** So that a token found in a log or a repository is recognised for what it is. */
  private static final String PREFIX = "vigie_";

  /** Nobody guesses 256 bits, so a plain hash is enough to keep them by. */
  private static final int RANDOM_BYTES = 32;

  private Tokens() {}

  /** A new token, to be shown once. */
  public static String newToken(SecureRandom random) {
    return PREFIX + newSecret(random);
  }

  /** 256 random bits as 43 characters that fit into cookies and addresses. */
  static String newSecret(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String randomHex(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** What the configuration keeps of a token: SHA-256 of its text, 64 lower-case digits. */
  public static String sha256Hex(String token) {
    return HexFormat.of().formatHex(sha256(token));
  }

  static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
