package org.vigie.groundstation.api;

import java.time.Instant;

/** One still picture. Whoever makes or takes it leaves its bytes as they are. */
public final class Snapshot {
  private final byte[] jpeg;
  private final Instant takenAt;

  /**
   * A picture.
   *
   * @param jpeg the file, which is not copied
   * @param takenAt wall time at which the camera took it
   */
  public Snapshot(byte[] jpeg, Instant takenAt) {
    this.jpeg = jpeg;
    this.takenAt = takenAt;
  }

  byte[] jpeg() {
    return jpeg;
  }

  Instant takenAt() {
    return takenAt;
  }
}
