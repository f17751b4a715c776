package org.vigie.groundstation.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vigie.planner.canonical.ContentHash;

/**
 * What an entry keeps of content about persons: SHA-256(salt || content). With content and salt
 * erased nothing can be guessed back from it, yet it stays proof that the content existed.
 */
public final class PersonalReference {
  /** 128 bits: a short content ("Dupont") cannot be found by trying. */
  public static final int SALT_BYTES = 16;

  private PersonalReference() {}

  /**
   * The reference to a content.
   *
   * @throws IllegalArgumentException if the salt has another length
   */
  public static ContentHash of(byte[] salt, String content) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt of " + salt.length + " bytes");
    }
    byte[] text = content.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(salt, salt.length + text.length);
    System.arraycopy(text, 0, both, salt.length, text.length);
    return ContentHash.of(both);
  }
}
