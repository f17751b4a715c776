package org.vigie.groundstation.flight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.vigie.groundstation.access.AccessEvent;
import org.vigie.groundstation.dispatch.DispatchEvent;
import org.vigie.groundstation.incident.IncidentEvents;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.viewing.ViewEvent;
import org.vigie.planner.canonical.ContentHash;

/** A journal in memory whose disk a test has in its hand. */
public final class HandJournal implements Journal {
  /** What the disk does with an append. */
  public enum Disk {
    TAKES,
    /** Answers when {@link #answerHeld} is called. */
    HOLDS,
    FAILS,
    QUEUE_FULL
  }

  public final EventCodec codec =
      EventCodec.of(FlightEvent.types())
          .and(IncidentEvents.types())
          .and(DispatchEvent.types())
          .and(AccessEvent.types())
          .and(ViewEvent.types());
  private final List<Entry> entries = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private final Map<ContentHash, byte[]> documents = new HashMap<>();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private Disk disk = Disk.TAKES;

  public synchronized void disk(Disk now) {
    disk = now;
  }

  public synchronized void answerHeld() {
    List<Runnable> all = List.copyOf(held);
    held.clear();
    all.forEach(Runnable::run);
  }

  @Override
  public synchronized void append(List<EntryDraft> drafts, Consumer<AppendOutcome> whenDone) {
    drafts.forEach(draft -> codec.encode(draft.event(), Map.of()));
    switch (disk) {
      case TAKES -> write(drafts, whenDone);
      case HOLDS -> held.add(() -> write(drafts, whenDone));
      case FAILS -> whenDone.accept(new AppendOutcome.Failed("disk"));
      case QUEUE_FULL -> throw new IllegalStateException("full");
    }
  }

  private void write(List<EntryDraft> drafts, Consumer<AppendOutcome> whenDone) {
    List<Entry> written = new ArrayList<>();
    for (EntryDraft draft : drafts) {
      EventCodec.Encoded event = codec.encode(draft.event(), Map.of());
      Entry entry =
          new Entry(
              entries.size(),
              draft.stream(),
              read(draft.stream()).size(),
              draft.time(),
              draft.service(),
              draft.commune(),
              event.type(),
              event.version(),
              event.body());
      entries.add(entry);
      written.add(entry);
    }
    written.forEach(entry -> listeners.forEach(listener -> listener.accept(entry)));
    whenDone.accept(new AppendOutcome.Durable(written));
  }

  /** All events of flights and incidents, in order. */
  public synchronized List<Event> events() {
    return entries.stream().flatMap(entry -> codec.find(entry).stream()).toList();
  }

  /** All events of one kind, in order. */
  public <E extends Event> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public synchronized List<Entry> read(long from, int atMost) {
    return entries.stream().skip(from).limit(atMost).toList();
  }

  @Override
  public synchronized List<Entry> read(StreamId stream) {
    return entries.stream().filter(entry -> entry.stream().equals(stream)).toList();
  }

  @Override
  public synchronized List<StreamId> streams(String kind) {
    return entries.stream()
        .map(Entry::stream)
        .filter(stream -> stream.kind().equals(kind))
        .distinct()
        .toList();
  }

  @Override
  public synchronized long size() {
    return entries.size();
  }

  @Override
  public synchronized ContentHash keep(byte[] document) {
    ContentHash hash = ContentHash.of(document);
    documents.put(hash, document.clone());
    return hash;
  }

  @Override
  public synchronized Optional<byte[]> findDocument(ContentHash hash) {
    return Optional.ofNullable(documents.get(hash));
  }

  @Override
  public AutoCloseable listen(Consumer<Entry> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
