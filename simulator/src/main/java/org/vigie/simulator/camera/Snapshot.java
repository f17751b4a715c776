package org.vigie.simulator.camera;

import java.time.Instant;

/** A fixed camera's newest picture. Its bytes are not changed. */
final class Snapshot {
  private final byte[] jpeg;
  private final Instant takenAt;

  Snapshot(byte[] jpeg, Instant takenAt) {
    this.jpeg = jpeg;
    this.takenAt = takenAt;
  }

  byte[] jpeg() {
    return jpeg;
  }

  /** Wall time. */
  Instant takenAt() {
    return takenAt;
  }
}
