package org.vigie.groundstation.journal.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Signs notes with one Ed25519 key. Immutable, thread-safe. */
public final class NoteSigner {
  private final VerifierKey key;
  private final PrivateKey secret;

  /**
   * A signer.
   *
   * @throws IllegalArgumentException if the two keys do not belong together
   */
  public NoteSigner(VerifierKey key, PrivateKey secret) {
    this.key = key;
    this.secret = secret;
    if (!key.signed(sign("vigie\n"))) {
      throw new IllegalArgumentException("the private key does not fit " + key);
    }
  }

  /** The key that verifies what this signer signs. */
  public VerifierKey key() {
    return key;
  }

  /** Signs a text that ends in a line feed. */
  public SignedNote sign(String text) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(secret);
      ed25519.update(text.getBytes(StandardCharsets.UTF_8));
      byte[] signature = ed25519.sign();
      byte[] id = key.id();
      byte[] line = Arrays.copyOf(id, id.length + signature.length);
      System.arraycopy(signature, 0, line, id.length, signature.length);
      String base64 = Base64.getEncoder().encodeToString(line);
      return new SignedNote(text, List.of(new SignedNote.Signature(key.name(), base64)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot sign with the key of " + key.name(), e);
    }
  }
}
