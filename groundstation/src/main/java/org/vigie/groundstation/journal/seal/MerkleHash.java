package org.vigie.groundstation.journal.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The hash of a leaf or of an inner node of a Merkle tree. Leaves and nodes are hashed under
 * different first bytes, so that neither can pass for the other. Immutable.
 *
 * @source RFC 6962 section 2.1
 */
public final class MerkleHash {
  /** Length of SHA-256, bytes. */
  public static final int BYTES = 32;

  private static final byte LEAF_PREFIX = 0;
  private static final byte NODE_PREFIX = 1;

  private final byte[] bytes;

  private MerkleHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A hash that was stored or sent.
   *
   * @throws IllegalArgumentException if these are not 32 bytes
   */
  public static MerkleHash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash of " + bytes.length + " bytes");
    }
    return new MerkleHash(bytes.clone());
  }

  /** The hash of a leaf: SHA-256(0x00 || data). */
  public static MerkleHash leaf(byte[] data) {
    MessageDigest digest = sha256();
    digest.update(LEAF_PREFIX);
    return new MerkleHash(digest.digest(data));
  }

  /** The hash of an inner node: SHA-256(0x01 || left || right). */
  public static MerkleHash node(MerkleHash left, MerkleHash right) {
    MessageDigest digest = sha256();
    digest.update(NODE_PREFIX);
    digest.update(left.bytes);
    return new MerkleHash(digest.digest(right.bytes));
  }

  /** The root of the tree without leaves: SHA-256 of nothing. */
  public static MerkleHash ofEmptyTree() {
    return new MerkleHash(sha256().digest());
  }

  /**
   * Reads {@link #base64()}.
   *
   * @throws IllegalArgumentException if the text is anything else than what this class writes
   */
  public static MerkleHash parse(String base64) {
    MerkleHash hash = of(Base64.getDecoder().decode(base64));
    if (!hash.base64().equals(base64)) {
      throw new IllegalArgumentException("not canonical base64: " + base64);
    }
    return hash;
  }

  /** Standard base64 with padding, as checkpoints write it. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A fresh copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  void writeTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, BYTES);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MerkleHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
