package org.vigie.groundstation.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.journal.Entry;

/**
 * The newest entries, so that live clients who keep up cost the disk nothing. Thread-safe: filled
 * on the journal's thread, read on the server's.
 */
final class EntryRing {
  /** A flight writes about two entries a second: some minutes. */
  private static final int ENTRIES_MAX = 1_024;

  private final Deque<Entry> newest = new ArrayDeque<>();
  private long size;

  synchronized void add(Entry entry) {
    newest.addLast(entry);
    if (newest.size() > ENTRIES_MAX) {
      newest.removeFirst();
    }
    atLeast(entry.position() + 1);
  }

  /** Learns that the journal holds so many entries. */
  synchronized void atLeast(long entries) {
    size = Math.max(size, entries);
  }

  /** Number of durable entries known of. */
  synchronized long size() {
    return size;
  }

  /** Entries from a position on, at most so many; empty when only the journal has them still. */
  synchronized Optional<List<Entry>> from(long position, int atMost) {
    if (position >= size) {
      return Optional.of(List.of());
    }
    Entry oldest = newest.peekFirst();
    if (oldest == null || position < oldest.position()) {
      return Optional.empty();
    }
    List<Entry> found = new ArrayList<>();
    for (Iterator<Entry> it = newest.iterator(); it.hasNext() && found.size() < atMost; ) {
      Entry entry = it.next();
      if (entry.position() >= position) {
        found.add(entry);
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }
}
