package org.vigie.groundstation.picture;

import java.nio.ByteBuffer;

/**
 * The 32 bytes, big-endian, before the payload of each binary message of {@code /video/{source}}:
 *
 * <pre>
 *  0 u8  version (1)     1 u8  type          2 u8  flags        3 u8  codec
 *  4 u16 stream          6 u16 epoch         8 u32 sequence    12 u64 ptsUs
 * 20 u64 captureUtcUs   28 u32 reserved (0)
 * </pre>
 *
 * @param key an access unit that decoding can start at
 * @param damaged an access unit of which something was lost on the way to the station
 * @param discontinuity frames before this one were left out for this viewer or by the source
 * @param stream which source, where one connection carries several
 * @param epoch raised whenever codec, size or clock of the source changed
 * @param sequence counts access units of the source, modulo 2^32
 * @param ptsUs presentation time of the source's clock, microseconds, unwrapped
 * @param captureUtcUs wall time at which the last byte of the unit reached the station,
 *     microseconds since 1970, UTC
 */
public record FrameHeader(
    FrameType type,
    VideoCodec codec,
    boolean key,
    boolean damaged,
    boolean discontinuity,
    int stream,
    int epoch,
    long sequence,
    long ptsUs,
    long captureUtcUs) {
  public static final int BYTES = 32;

  private static final int VERSION = 1;
  private static final int KEY = 1;
  private static final int DAMAGED = 2;
  private static final int DISCONTINUITY = 4;
  private static final int U16_MAX = 0xFFFF;
  private static final long U32_MAX = 0xFFFF_FFFFL;

  public FrameHeader {
    if (stream < 0 || stream > U16_MAX || epoch < 0 || epoch > U16_MAX) {
      throw new IllegalArgumentException("stream and epoch are 16 bits: " + stream + ", " + epoch);
    }
    if (sequence < 0 || sequence > U32_MAX) {
      throw new IllegalArgumentException("sequence is 32 bits: " + sequence);
    }
  }

  /** Puts the 32 bytes at the buffer's position. */
  public void write(ByteBuffer out) {
    int flags = (key ? KEY : 0) | (damaged ? DAMAGED : 0) | (discontinuity ? DISCONTINUITY : 0);
    out.put((byte) VERSION).put((byte) type.code()).put((byte) flags).put((byte) codec.code());
    out.putShort((short) stream).putShort((short) epoch).putInt((int) sequence);
    out.putLong(ptsUs).putLong(captureUtcUs).putInt(0);
  }

  /**
   * Reads the 32 bytes at the buffer's position; the payload follows.
   *
   * @throws IllegalArgumentException if they are too few, or of another version or kind
   */
  public static FrameHeader read(ByteBuffer in) {
    if (in.remaining() < BYTES) {
      throw new IllegalArgumentException("a frame of " + in.remaining() + " bytes");
    }
    int version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException("frame version " + version);
    }
    FrameType type = FrameType.of(in.get());
    int flags = in.get();
    VideoCodec codec = VideoCodec.of(in.get());
    int stream = Short.toUnsignedInt(in.getShort());
    int epoch = Short.toUnsignedInt(in.getShort());
    long sequence = Integer.toUnsignedLong(in.getInt());
    long ptsUs = in.getLong();
    long captureUtcUs = in.getLong();
    in.getInt();
    return new FrameHeader(
        type,
        codec,
        (flags & KEY) != 0,
        (flags & DAMAGED) != 0,
        (flags & DISCONTINUITY) != 0,
        stream,
        epoch,
        sequence,
        ptsUs,
        captureUtcUs);
  }
}
