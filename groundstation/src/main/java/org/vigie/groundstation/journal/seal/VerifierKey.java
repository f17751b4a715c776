package org.vigie.groundstation.journal.seal;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.util.List;

/**
 * A named Ed25519 public key, written {@code name+keyid+base64(0x01 || key)} (a "vkey").
 *
 * @param name who signs; no white space, no plus
 * @param material base64 of the type byte 0x01 and the 32 bytes of the key
 * @source C2SP signed-note, "Verifier keys"
 */
public record VerifierKey(String name, String material) {
  private static final byte ED25519 = 1;

  public VerifierKey {
    Vkey.check(name, ED25519, material);
  }

  /** Names a key. */
  public static VerifierKey of(String name, EdECPublicKey key) {
    return new VerifierKey(name, Vkey.of(name, ED25519, key).material());
  }

  /**
   * Reads a vkey, strictly.
   *
   * @throws IllegalArgumentException if it is not one, or its key id is not that of its key
   */
  public static VerifierKey parse(String vkey) {
    Vkey key = Vkey.parse(vkey, ED25519);
    return new VerifierKey(key.name(), key.material());
  }

  /**
   * Whether the note has a good signature by this key, and no bad one that says it is by this key.
   */
  public boolean signed(SignedNote note) {
    byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
    List<byte[]> signatures = vkey().signatures(note);
    return !signatures.isEmpty()
        && signatures.stream().allMatch(signature -> vkey().verifies(text, signature));
  }

  /** Whether the note has a signature, good or bad, that says it is by this key. */
  public boolean named(SignedNote note) {
    return !vkey().signatures(note).isEmpty();
  }

  SignedNote.Signature sign(PrivateKey secret, String text) {
    return vkey().line(Vkey.sign(secret, text.getBytes(StandardCharsets.UTF_8)));
  }

  private Vkey vkey() {
    return new Vkey(name, ED25519, material);
  }

  /** The vkey. */
  @Override
  public String toString() {
    return vkey().toString();
  }
}
