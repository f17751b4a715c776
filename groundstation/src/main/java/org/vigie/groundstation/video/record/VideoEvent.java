package org.vigie.groundstation.video.record;

import java.util.List;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;
import org.vigie.planner.canonical.ContentHash;

/** What happens to the recording of a flight; in the flight's stream. */
public sealed interface VideoEvent extends Event {
  /**
   * Recording began, or went on after a restart of the station.
   *
   * @param firstIndex number of the first segment from here on
   */
  @EventType("video.recording-started")
  record RecordingStarted(String source, int firstIndex) implements VideoEvent {}

  /** How a segment came to its end. */
  enum SegmentState {
    /** By the recorder. */
    CLOSED,
    /** By the station's death; what had reached the disk was taken up later. */
    RECOVERED
  }

  /**
   * A segment will not change any more.
   *
   * @param index number in its file's name
   * @param fromUtcMs wall time of the first unit, milliseconds since 1970
   * @param toUtcMs wall time of the last unit, milliseconds since 1970
   * @param units access units in it
   * @param sha256 of the whole file
   */
  @EventType("video.segment-closed")
  record SegmentClosed(
      String source,
      int index,
      long fromUtcMs,
      long toUtcMs,
      long bytes,
      long units,
      ContentHash sha256,
      SegmentState state)
      implements VideoEvent {}

  /** Why pictures are missing. */
  enum GapReason {
    /** The source sent none. */
    SOURCE,
    /** The disk did not keep up. */
    OVERFLOW,
    /** The disk was full or refused. */
    DISK
  }

  /**
   * Pictures are missing from the recording.
   *
   * @param fromUtcMs wall time of the last unit before, milliseconds since 1970
   * @param toUtcMs wall time of the first unit after, or of the recording's end
   * @param lost access units that came and were not kept
   */
  @EventType("video.gap")
  record Gap(String source, long fromUtcMs, long toUtcMs, GapReason reason, long lost)
      implements VideoEvent {}

  /** Every kind of video event, for the journal's codec. */
  static List<Class<? extends Event>> types() {
    return List.of(RecordingStarted.class, SegmentClosed.class, Gap.class);
  }
}
