package org.vigie.groundstation.mavlink;

/**
 * What a {@link FrameReader} has seen so far.
 *
 * @param frames frames handed on, unknown ones included
 * @param badCrc frames of known messages whose checksum was wrong
 * @param garbageBytes bytes that belonged to no frame
 * @param unknown frames handed on whose message nobody here knows; their checksum was not checked
 */
public record FrameCounts(long frames, long badCrc, long garbageBytes, long unknown) {
  /** Nothing seen. */
  public static final FrameCounts NONE = new FrameCounts(0, 0, 0, 0);

  public FrameCounts plus(FrameCounts other) {
    return new FrameCounts(
        frames + other.frames,
        badCrc + other.badCrc,
        garbageBytes + other.garbageBytes,
        unknown + other.unknown);
  }

  public FrameCounts minus(FrameCounts other) {
    return new FrameCounts(
        frames - other.frames,
        badCrc - other.badCrc,
        garbageBytes - other.garbageBytes,
        unknown - other.unknown);
  }
}
