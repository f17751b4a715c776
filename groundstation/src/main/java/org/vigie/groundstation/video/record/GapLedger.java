package org.vigie.groundstation.video.record;

import java.util.Optional;
import org.vigie.groundstation.video.record.VideoEvent.Gap;
import org.vigie.groundstation.video.record.VideoEvent.GapReason;

/** What is missing from a recording, and since when. Confined to the recorder's thread. */
final class GapLedger {
  /** As long as it takes screens to call the picture lost. */
  static final long SOURCE_GAP_US = 1_000_000;

  /** Losses of a queue that is full now and then are told together. */
  static final long JOIN_US = 2_000_000;

  /** A recording with more is broken as a whole; its segments still tell what there is. */
  static final int GAPS_MAX = 1_000;

  private final String source;
  private long lastKeptUtcUs;
  private boolean kept;
  private GapReason reason = GapReason.SOURCE;
  private boolean open;
  private long fromUtcUs;
  private long lost;
  private int told;

  GapLedger(String source) {
    this.source = source;
  }

  /** Units came and could not be kept. */
  void lost(GapReason why, long units, long utcUs) {
    if (!open) {
      open = true;
      reason = why;
      fromUtcUs = kept ? lastKeptUtcUs : utcUs;
    } else if (why == GapReason.DISK) {
      reason = why;
    }
    lost += units;
  }

  boolean isOpen() {
    return open;
  }

  /** A unit was kept; answers the gap that it ends. */
  Optional<Gap> kept(long utcUs) {
    long before = lastKeptUtcUs;
    boolean had = kept;
    lastKeptUtcUs = utcUs;
    kept = true;
    if (open) {
      boolean more = reason == GapReason.OVERFLOW && utcUs - fromUtcUs < JOIN_US;
      return more ? Optional.empty() : end(utcUs);
    }
    if (had && utcUs - before > SOURCE_GAP_US) {
      return tell(new Gap(source, before / 1000, utcUs / 1000, GapReason.SOURCE, 0));
    }
    return Optional.empty();
  }

  /** The recording ends; answers the gap that is still open. */
  Optional<Gap> end(long utcUs) {
    if (!open) {
      return Optional.empty();
    }
    open = false;
    Gap gap = new Gap(source, fromUtcUs / 1000, Math.max(fromUtcUs, utcUs) / 1000, reason, lost);
    lost = 0;
    return tell(gap);
  }

  private Optional<Gap> tell(Gap gap) {
    told++;
    return told > GAPS_MAX ? Optional.empty() : Optional.of(gap);
  }
}
