package org.vigie.groundstation.video.snapshot;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * One picture of a fixed camera.
 *
 * @param jpeg its bytes, read-only
 * @param takenAt wall time at which these bytes were first seen here: no camera's clock is trusted,
 *     and one that repeats an old picture does not look live
 */
public record Snapshot(ByteBuffer jpeg, Instant takenAt) {
  public Snapshot {
    jpeg = jpeg.asReadOnlyBuffer();
  }

  @Override
  public ByteBuffer jpeg() {
    return jpeg.duplicate();
  }
}
