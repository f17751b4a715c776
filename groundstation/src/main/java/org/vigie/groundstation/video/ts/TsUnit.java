package org.vigie.groundstation.video.ts;

/**
 * The payload of one PES packet of video. The bytes are the holder's own; nobody changes them.
 *
 * @threading immutable
 */
public final class TsUnit {
  /** The source gave no time. */
  public static final long NO_TIME = PesBuffer.NO_TIME;

  private final boolean h265;
  private final byte[] bytes;
  private final long pts90k;
  private final long dts90k;
  private final boolean damaged;
  private final boolean afterLoss;
  private final long arrivalNs;

  TsUnit(
      boolean h265,
      byte[] bytes,
      long pts90k,
      long dts90k,
      boolean damaged,
      boolean afterLoss,
      long arrivalNs) {
    this.h265 = h265;
    this.bytes = bytes;
    this.pts90k = pts90k;
    this.dts90k = dts90k;
    this.damaged = damaged;
    this.afterLoss = afterLoss;
    this.arrivalNs = arrivalNs;
  }

  /** Whether the source says that this is H.265; else it says H.264. */
  public boolean h265() {
    return h265;
  }

  /** Annex B, as the source wrote it. */
  public byte[] bytes() {
    return bytes;
  }

  /** Presentation time, unwrapped, in 1/90000 s, or {@link #NO_TIME}. */
  public long pts90k() {
    return pts90k;
  }

  /** Decoding time, unwrapped, in 1/90000 s; equal to the presentation time if none was given. */
  public long dts90k() {
    return dts90k;
  }

  /** Something of it was lost on the way. */
  public boolean damaged() {
    return damaged;
  }

  /** Something before it was lost, perhaps a whole unit. */
  public boolean afterLoss() {
    return afterLoss;
  }

  /** When its first byte came, monotonic nanoseconds. */
  public long arrivalNs() {
    return arrivalNs;
  }
}
