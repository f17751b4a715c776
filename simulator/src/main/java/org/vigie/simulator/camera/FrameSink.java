package org.vigie.simulator.camera;

import java.io.Closeable;

/** Where a camera's pictures go. Never waits: what cannot go is lost. */
interface FrameSink extends Closeable {
  /**
   * Sends a picture.
   *
   * @param time90k when it was taken, ticks of 90 kHz
   * @param epochMillis the same as wall time
   * @return bytes of stream that it makes
   */
  int send(AccessUnit unit, long time90k, long epochMillis);

  /** Whether anybody looks; a camera that nobody looks at need not draw. */
  default boolean wanted() {
    return true;
  }

  /** Whether the next picture must be a key picture; asking clears it. */
  default boolean takeKeyWish() {
    return false;
  }

  /** Datagrams or packets sent, and not taken by the network. */
  long[] counts();
}
