package org.vigie.groundstation.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/** A journal in memory with a writer thread of its own, as the contract has it. */
final class MemoryJournal implements Journal, AutoCloseable {
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<ContentHash, byte[]> documents = new HashMap<>();
  private final Semaphore disk = new Semaphore(1);
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean dead;

  /** Lets nothing through to the disk until {@link #goOn}. */
  void hold() {
    disk.acquireUninterruptibly();
  }

  void goOn() {
    disk.release();
  }

  /** From now on the disk takes nothing. */
  void die() {
    dead = true;
  }

  /** Appends that have not been answered. */
  int waiting() {
    return waiting.get();
  }

  @Override
  public void append(List<EntryDraft> drafts, Consumer<AppendOutcome> whenDone) {
    waiting.incrementAndGet();
    writer.execute(
        () -> {
          disk.acquireUninterruptibly();
          disk.release();
          waiting.decrementAndGet();
          if (dead) {
            whenDone.accept(new AppendOutcome.Failed("dead"));
            return;
          }
          List<Entry> written = drafts.stream().map(this::write).toList();
          written.forEach(entry -> listeners.forEach(listener -> listener.accept(entry)));
          whenDone.accept(new AppendOutcome.Durable(written));
        });
  }

  private synchronized Entry write(EntryDraft draft) {
    EventType type = draft.event().getClass().getAnnotation(EventType.class);
    long number = entries.stream().filter(e -> e.stream().equals(draft.stream())).count();
    Entry entry =
        new Entry(
            entries.size(),
            draft.stream(),
            number,
            draft.time(),
            draft.service(),
            draft.commune(),
            type.value(),
            type.version(),
            CanonicalJson.write(draft.event()));
    entries.add(entry);
    return entry;
  }

  /** Puts an entry in as if it had been there before. */
  synchronized void put(Entry entry) {
    entries.add(entry);
  }

  @Override
  public synchronized List<Entry> read(long fromPosition, int atMost) {
    int from = (int) Math.min(fromPosition, entries.size());
    return List.copyOf(entries.subList(from, (int) Math.min(from + (long) atMost, entries.size())));
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
    return Optional.ofNullable(documents.get(hash)).map(byte[]::clone);
  }

  @Override
  public AutoCloseable listen(Consumer<Entry> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The types of a stream's entries, in order. */
  List<String> types(String stream) {
    return read(StreamId.parse(stream)).stream().map(Entry::type).toList();
  }

  int listeners() {
    return listeners.size();
  }

  @Override
  public void close() {
    writer.shutdownNow();
  }
}
