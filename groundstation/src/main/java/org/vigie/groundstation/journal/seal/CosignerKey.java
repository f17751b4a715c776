package org.vigie.groundstation.journal.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A witness's public key, written {@code name+keyid+base64(0x04 || key)}. Its signatures say: at
 * this time I had seen this log only grow, up to this checkpoint.
 *
 * @param name the witness; no white space, no plus
 * @param material base64 of the type byte 0x04 and the 32 bytes of the key
 * @source C2SP tlog-cosignature, "Ed25519 signed message"
 */
public record CosignerKey(String name, String material) {
  /** Length of a cosignature behind its key id: the time, then the signature. */
  public static final int COSIGNATURE_BYTES = Long.BYTES + Vkey.SIGNATURE_BYTES;

  private static final byte ED25519_COSIGNATURE = 4;

  public CosignerKey {
    Vkey.check(name, ED25519_COSIGNATURE, material);
  }

  /** Names a key. */
  public static CosignerKey of(String name, EdECPublicKey key) {
    return new CosignerKey(name, Vkey.of(name, ED25519_COSIGNATURE, key).material());
  }

  /**
   * Reads a vkey, strictly.
   *
   * @throws IllegalArgumentException if it is not one of a cosigner, or its key id does not fit
   */
  public static CosignerKey parse(String vkey) {
    Vkey key = Vkey.parse(vkey, ED25519_COSIGNATURE);
    return new CosignerKey(key.name(), key.material());
  }

  /**
   * When this witness saw the checkpoint, to the second; empty if it did not cosign it.
   *
   * @throws IllegalArgumentException if a line says that it is this witness's and is not: then the
   *     whole note is to be refused
   */
  public List<Instant> times(SignedNote note) {
    List<Instant> times = new ArrayList<>();
    for (byte[] signature : vkey().signatures(note)) {
      times.add(time(note.text(), signature));
    }
    return times;
  }

  private Instant time(String text, byte[] timed) {
    if (timed.length != COSIGNATURE_BYTES) {
      throw new IllegalArgumentException("a cosignature of " + timed.length + " bytes by " + name);
    }
    ByteBuffer bytes = ByteBuffer.wrap(timed);
    long seconds = bytes.getLong();
    byte[] signature = new byte[Vkey.SIGNATURE_BYTES];
    bytes.get(signature);
    if (seconds < 0 || !vkey().verifies(message(text, seconds), signature)) {
      throw new IllegalArgumentException("not a cosignature by " + name);
    }
    try {
      return Instant.ofEpochSecond(seconds);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a cosignature of no time by " + name, e);
    }
  }

  SignedNote.Signature cosign(PrivateKey secret, String text, Instant at) {
    long seconds = at.getEpochSecond();
    if (seconds <= 0) {
      throw new IllegalArgumentException("no time to cosign at: " + at);
    }
    byte[] signature = Vkey.sign(secret, message(text, seconds));
    ByteBuffer timed = ByteBuffer.allocate(COSIGNATURE_BYTES).putLong(seconds).put(signature);
    return vkey().line(timed.array());
  }

  private static byte[] message(String text, long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  private Vkey vkey() {
    return new Vkey(name, ED25519_COSIGNATURE, material);
  }

  /** The vkey. */
  @Override
  public String toString() {
    return vkey().toString();
  }
}
