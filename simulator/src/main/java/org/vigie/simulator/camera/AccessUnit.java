package org.vigie.simulator.camera;

/** One coded picture. Its bytes belong to the receiver. */
final class AccessUnit {
  private final byte[] annexB;
  private final boolean key;

  AccessUnit(byte[] annexB, boolean key) {
    this.annexB = annexB;
    this.key = key;
  }

  /** H.264 with start codes; a key picture begins with its parameter sets. */
  byte[] annexB() {
    return annexB;
  }

  /** Whether decoding may begin here. */
  boolean key() {
    return key;
  }
}
