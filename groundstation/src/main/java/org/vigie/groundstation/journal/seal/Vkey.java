package org.vigie.groundstation.journal.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What all kinds of Ed25519 vkeys have in common: {@code name+keyid+base64(type || key)}.
 *
 * @param type first byte of the material: what a signature by this key is made over
 * @source C2SP signed-note, "Verifier keys"; RFC 8032 for Ed25519, RFC 8410 for its X.509 form
 */
record Vkey(String name, byte type, String material) {
  static final int ID_BYTES = 4;
  static final int SIGNATURE_BYTES = 64;
  private static final int KEY_BYTES = 32;

  /** SubjectPublicKeyInfo of an Ed25519 key, up to the key itself. */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{C}+]{1,128}");

  Vkey {
    check(name, type, material);
  }

  static void check(String name, byte type, String material) {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a key name: " + name);
    }
    byte[] bytes = Base64.getDecoder().decode(material);
    if (bytes.length != 1 + KEY_BYTES
        || bytes[0] != type
        || !Base64.getEncoder().encodeToString(bytes).equals(material)) {
      throw new IllegalArgumentException("not an Ed25519 key of type " + type + ": " + material);
    }
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  static Vkey of(String name, byte type, EdECPublicKey key) {
    byte[] x509 = key.getEncoded();
    byte[] bytes = new byte[1 + KEY_BYTES];
    bytes[0] = type;
    System.arraycopy(x509, x509.length - KEY_BYTES, bytes, 1, KEY_BYTES);
    return new Vkey(name, type, Base64.getEncoder().encodeToString(bytes));
  }

  static Vkey parse(String vkey, byte type) {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not name+id+key: " + vkey);
    }
    Vkey key = new Vkey(parts[0], type, parts[2]);
    if (!key.toString().equals(vkey)) {
      throw new IllegalArgumentException("the key id does not fit the key: " + vkey);
    }
    return key;
  }

  /** What stands behind the key id in the note's lines that are of this name and id. */
  List<byte[]> signatures(SignedNote note) {
    byte[] id = id();
    return note.signatures().stream()
        .filter(signature -> signature.keyName().equals(name))
        .map(SignedNote.Signature::bytes)
        .filter(bytes -> Arrays.equals(id, 0, ID_BYTES, bytes, 0, ID_BYTES))
        .map(bytes -> Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))
        .toList();
  }

  /** A line of this name and id. */
  SignedNote.Signature line(byte[] signature) {
    byte[] bytes = Arrays.copyOf(id(), ID_BYTES + signature.length);
    System.arraycopy(signature, 0, bytes, ID_BYTES, signature.length);
    return new SignedNote.Signature(name, Base64.getEncoder().encodeToString(bytes));
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(publicKey());
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      // a malformed signature or a key that is no point of the curve verifies nothing
      return false;
    }
  }

  static byte[] sign(PrivateKey secret, byte[] message) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(secret);
      ed25519.update(message);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot sign with this key", e);
    }
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    byte[] key = Base64.getDecoder().decode(material);
    byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
    System.arraycopy(key, 1, x509, X509_PREFIX.length, KEY_BYTES);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
  }

  /** First four bytes of SHA-256(name || 0x0A || type || key). */
  byte[] id() {
    MessageDigest digest = MerkleHash.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return Arrays.copyOf(digest.digest(Base64.getDecoder().decode(material)), ID_BYTES);
  }

  @Override
  public String toString() {
    return name + "+" + HexFormat.of().formatHex(id()) + "+" + material;
  }
}
