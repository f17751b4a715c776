package org.vigie.groundstation.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.store.JournalTables.PersonalRow;
import org.vigie.groundstation.store.JournalTables.StreamEnd;

/**
 * One synced transaction over everything that was queued: gives positions and numbers, writes
 * entries, personal content and documents. Lives as long as its transaction.
 */
final class GroupCommit {
  private final Handle handle;
  private final Map<StreamId, StreamEnd> ends = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<MerkleHash> leaves = new ArrayList<>();
  private final List<PersonalRow> personal = new ArrayList<>();
  private long nextPosition;

  GroupCommit(Handle handle, long nextPosition) {
    this.handle = handle;
    this.nextPosition = nextPosition;
  }

  /**
   * Writes and syncs.
   *
   * @return the entries of each request, in the order of the requests
   */
  List<List<Entry>> write(List<WriteRequest> requests) {
    List<List<Entry>> written = new ArrayList<>();
    handle.begin();
    PreparedBatch batch = JournalTables.entryBatch(handle);
    for (WriteRequest request : requests) {
      List<Entry> own = new ArrayList<>();
      if (request instanceof WriteRequest.Append append) {
        append.drafts().forEach(draft -> own.add(place(draft, batch)));
      } else if (request instanceof WriteRequest.Keep keep) {
        JournalTables.insertDocument(handle, keep.hash(), keep.bytes().bytes());
      } else if (request instanceof WriteRequest.Insert insert) {
        insert.statement().accept(handle);
      }
      written.add(own);
    }
    if (!entries.isEmpty()) {
      batch.execute();
    }
    if (!personal.isEmpty()) {
      JournalTables.insertPersonal(handle, personal);
    }
    handle.commit();
    return written;
  }

  List<Entry> entries() {
    return entries;
  }

  List<MerkleHash> leaves() {
    return leaves;
  }

  private Entry place(WriteRequest.Draft draft, PreparedBatch batch) {
    StreamEnd end =
        ends.computeIfAbsent(
            draft.stream(),
            stream -> JournalTables.findEnd(handle, stream).orElse(new StreamEnd(-1, Instant.MIN)));
    Instant time = draft.time().isBefore(end.time()) ? end.time() : draft.time();
    Entry entry =
        new Entry(
            nextPosition,
            draft.stream(),
            end.number() + 1,
            time,
            draft.service(),
            draft.commune(),
            draft.event().type(),
            draft.event().version(),
            draft.event().body());
    MerkleHash leaf = MerkleHash.leaf(entry.canonical().getBytes(StandardCharsets.UTF_8));
    JournalTables.addTo(batch, entry, leaf);
    for (WriteRequest.Salted salted : draft.personal()) {
      personal.add(new PersonalRow(nextPosition, salted.label(), salted.salt(), salted.content()));
    }
    ends.put(draft.stream(), new StreamEnd(entry.number(), time));
    entries.add(entry);
    leaves.add(leaf);
    nextPosition++;
    return entry;
  }
}
