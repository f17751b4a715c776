package org.vigie.groundstation.journal;

import java.util.List;

/** How an append ended. */
public sealed interface AppendOutcome {
  /** The entries are on disk, synced. */
  record Durable(List<Entry> entries) implements AppendOutcome {
    public Durable {
      entries = List.copyOf(entries);
    }
  }

  /** Nothing was written; acts that add risk must not happen. */
  record Failed(String reason) implements AppendOutcome {}
}
