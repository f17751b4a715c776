package org.vigie.geofence.volume;

/** What drawing a volume ends in. */
public sealed interface VolumeOutcome {
  /** The volume. */
  record Drawn(VolumeOutlines outlines) implements VolumeOutcome {}

  /**
   * No volume.
   *
   * @param number what was found; not a number when that is what is missing
   * @param limit what it may be at most; not a number when there is none
   */
  record NotDrawn(VolumeRefusal why, double number, double limit) implements VolumeOutcome {}
}
