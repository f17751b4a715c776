package org.vigie.groundstation.journal.seal;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;

/** Cosigns checkpoints with one witness's key. Immutable, thread-safe. */
public final class Cosigner {
  private final CosignerKey key;
  private final PrivateKey secret;

  /**
   * A cosigner.
   *
   * @throws IllegalArgumentException if the two keys do not belong together
   */
  public Cosigner(CosignerKey key, PrivateKey secret) {
    this.key = key;
    this.secret = secret;
    Instant any = Instant.ofEpochSecond(1);
    if (key.times(new SignedNote("vigie\n", List.of(cosign("vigie\n", any)))).isEmpty()) {
      throw new IllegalArgumentException("the private key does not fit " + key);
    }
  }

  /** The key that verifies what this one cosigns. */
  public CosignerKey key() {
    return key;
  }

  /**
   * Cosigns the text of a checkpoint, its extension lines included.
   *
   * @param at after 1970; its fraction of a second is dropped
   */
  public SignedNote.Signature cosign(String text, Instant at) {
    return key.cosign(secret, text, at);
  }
}
