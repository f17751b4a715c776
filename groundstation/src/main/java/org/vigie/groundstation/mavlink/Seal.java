package org.vigie.groundstation.mavlink;

/** Signs frames as they are written. */
@FunctionalInterface
public interface Seal {
  /** Fills the last 13 bytes of a frame that is whole but for them: link, time, signature. */
  void seal(byte[] frame);
}
