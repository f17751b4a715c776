package org.vigie.groundstation.video.ts;

/**
 * Gets what a {@link TsDemuxer} finds, on the thread that fed it. For a packet that ends one unit
 * and begins the next, the unit comes first; a unit that its own packet completes comes after it.
 */
public interface TsSink {
  /**
   * A packet that is part of the stream: no duplicate, no padding, no transport error.
   *
   * @param offset of its 188 bytes in the buffer, which is used again afterwards
   * @param unitStart whether a unit of video begins with it
   */
  void packet(byte[] buffer, int offset, boolean unitStart);

  /** A unit of video. */
  void unit(TsUnit unit);

  /**
   * A packet of KLV.
   *
   * @param bytes the holder's own
   * @param pts90k its time on the video's clock, or {@link TsUnit#NO_TIME}
   */
  void klv(byte[] bytes, long pts90k);

  /** From the next unit on another stream of video is meant. */
  void videoChanged();
}
