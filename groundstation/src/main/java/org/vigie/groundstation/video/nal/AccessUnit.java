package org.vigie.groundstation.video.nal;

/**
 * One coded picture, ready to be sent. Nobody changes the bytes.
 *
 * @threading immutable
 */
public final class AccessUnit {
  private final PictureConfig config;
  private final byte[] bytes;
  private final Marks marks;
  private final int epoch;
  private final long sequence;
  private final long ptsUs;
  private final long captureUtcUs;

  /**
   * What is special about a unit.
   *
   * @param key decoding can begin here; a damaged one is never a key
   * @param damaged something of it was lost on the way
   * @param discontinuity something before it was lost or left out
   * @param startsEpoch first unit of its epoch; always a key
   * @param carriesSets the source itself put the parameter sets into it
   */
  record Marks(
      boolean key,
      boolean damaged,
      boolean discontinuity,
      boolean startsEpoch,
      boolean carriesSets) {}

  AccessUnit(
      PictureConfig config,
      byte[] bytes,
      Marks marks,
      int epoch,
      long sequence,
      long ptsUs,
      long captureUtcUs) {
    this.config = config;
    this.bytes = bytes;
    this.marks = marks;
    this.epoch = epoch;
    this.sequence = sequence;
    this.ptsUs = ptsUs;
    this.captureUtcUs = captureUtcUs;
  }

  public PictureConfig config() {
    return config;
  }

  /** Annex B; keys carry their parameter sets. */
  public byte[] bytes() {
    return bytes;
  }

  public boolean key() {
    return marks.key();
  }

  public boolean damaged() {
    return marks.damaged();
  }

  public boolean discontinuity() {
    return marks.discontinuity();
  }

  public boolean startsEpoch() {
    return marks.startsEpoch();
  }

  public boolean carriesSets() {
    return marks.carriesSets();
  }

  public int epoch() {
    return epoch;
  }

  /** Modulo 2^32. */
  public long sequence() {
    return sequence;
  }

  public long ptsUs() {
    return ptsUs;
  }

  /** Wall time at which its last byte came, microseconds since 1970. */
  public long captureUtcUs() {
    return captureUtcUs;
  }
}
