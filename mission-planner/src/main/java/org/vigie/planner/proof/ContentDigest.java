package org.vigie.planner.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.vigie.planner.canonical.ContentHash;

/**
 * A hash over values that are too many to be written as JSON: numbers by their bits, texts with
 * their length, lists with their size, so that no two different sequences look alike. Confined to
 * one hash.
 */
final class ContentDigest {
  private static final int BUFFER_BYTES = 1 << 13;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  ContentDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void number(double value) {
    if (buffer.remaining() < Double.BYTES) {
      flush();
    }
    buffer.putDouble(value);
  }

  void flag(boolean value) {
    number(value ? 1 : 0);
  }

  void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    flush();
    digest.update(bytes);
  }

  ContentHash hash() {
    flush();
    return new ContentHash(HexFormat.of().formatHex(digest.digest()));
  }

  private void flush() {
    digest.update(Arrays.copyOf(buffer.array(), buffer.position()));
    buffer.clear();
  }
}
