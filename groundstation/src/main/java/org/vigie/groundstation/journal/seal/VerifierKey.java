package org.vigie.groundstation.journal.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A named Ed25519 public key, written {@code name+keyid+base64(0x01 || key)} (a "vkey").
 *
 * @param name who signs; no white space, no plus
 * @param material base64 of the type byte 0x01 and the 32 bytes of the key
 * @source C2SP signed-note, "Verifier keys"; RFC 8032 for Ed25519, RFC 8410 for its X.509 form
 */
public record VerifierKey(String name, String material) {
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;
  private static final int SIGNATURE_BYTES = 64;
  private static final byte ED25519 = 1;

  /** SubjectPublicKeyInfo of an Ed25519 key, up to the key itself. */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{C}+]{1,128}");

  public VerifierKey {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a key name: " + name);
    }
    byte[] bytes = Base64.getDecoder().decode(material);
    if (bytes.length != 1 + KEY_BYTES
        || bytes[0] != ED25519
        || !Base64.getEncoder().encodeToString(bytes).equals(material)) {
      throw new IllegalArgumentException("not an Ed25519 key: " + material);
    }
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Names a key. */
  public static VerifierKey of(String name, EdECPublicKey key) {
    byte[] x509 = key.getEncoded();
    byte[] bytes = new byte[1 + KEY_BYTES];
    bytes[0] = ED25519;
    System.arraycopy(x509, x509.length - KEY_BYTES, bytes, 1, KEY_BYTES);
    return new VerifierKey(name, Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * Reads a vkey, strictly.
   *
   * @throws IllegalArgumentException if it is not one, or its key id is not that of its key
   */
  public static VerifierKey parse(String vkey) {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not name+id+key: " + vkey);
    }
    VerifierKey key = new VerifierKey(parts[0], parts[2]);
    if (!key.toString().equals(vkey)) {
      throw new IllegalArgumentException("the key id does not fit the key: " + vkey);
    }
    return key;
  }

  /** Whether one of the note's signatures is a good one by this key. */
  public boolean signed(SignedNote note) {
    byte[] id = id();
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    return note.signatures().stream()
        .filter(signature -> signature.keyName().equals(name))
        .map(SignedNote.Signature::bytes)
        .filter(bytes -> bytes.length == ID_BYTES + SIGNATURE_BYTES)
        .filter(bytes -> Arrays.equals(id, 0, ID_BYTES, bytes, 0, ID_BYTES))
        .anyMatch(bytes -> verifies(text, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length)));
  }

  private boolean verifies(byte[] text, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(publicKey());
      ed25519.update(text);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      // a malformed signature or a key that is no point of the curve verifies nothing
      return false;
    }
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    byte[] key = Base64.getDecoder().decode(material);
    byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
    System.arraycopy(key, 1, x509, X509_PREFIX.length, KEY_BYTES);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
  }

  /** First four bytes of SHA-256(name || 0x0A || 0x01 || key). */
  byte[] id() {
    MessageDigest digest = MerkleHash.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return Arrays.copyOf(digest.digest(Base64.getDecoder().decode(material)), ID_BYTES);
  }

  /** The vkey. */
  @Override
  public String toString() {
    return name + "+" + HexFormat.of().formatHex(id()) + "+" + material;
  }
}
