package org.vigie.groundstation.flightlog.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.SignedNote;

/**
 * What stands for a record's content, so that a page can be held against it.
 *
 * @param record SHA-256 of {@code record.json}, which lists everything else; empty if unreadable
 * @param checkpoint what the station's journal was signed at; absent if unreadable
 */
public record Seals(String record, @Nullable Checkpoint checkpoint) {
  static @Nullable Checkpoint checkpoint(Optional<byte[]> note) {
    if (note.isEmpty()) {
      return null;
    }
    try {
      return Checkpoint.parse(SignedNote.parse(note.get()).text());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
