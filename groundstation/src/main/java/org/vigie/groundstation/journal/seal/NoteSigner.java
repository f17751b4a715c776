package org.vigie.groundstation.journal.seal;

import java.security.PrivateKey;
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
    return new SignedNote(text, List.of(key.sign(secret, text)));
  }
}
