package org.vigie.groundstation.video.record;

import java.time.Instant;
import java.util.List;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.StreamId;

/**
 * For whom a recording is.
 *
 * @param service the service that flies
 * @param commune INSEE code of the commune where, or empty
 */
public record RecordingOwner(String flightId, String service, String commune) {
  public RecordingOwner {
    SegmentFiles.requireName(flightId);
  }

  List<EntryDraft> draft(Instant time, VideoEvent event) {
    return List.of(new EntryDraft(StreamId.flight(flightId), time, service, commune, event));
  }
}
