package org.vigie.groundstation.dispatch;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Journal;

/**
 * The journal as the Desk uses it: it waits until its entries are on disk, and folds every durable
 * entry, its own and those of the vehicles' loops, in the journal's order. So nothing is visible
 * that is not durable.
 *
 * @threading confined to the Desk's loop, but for the journal's listener
 */
final class DurableJournal implements AutoCloseable {
  /** A healthy disk syncs within milliseconds; the Desk must not hang on a dead one. */
  private static final long COMMIT_S_MAX = 5;

  private final Journal journal;
  private final Consumer<Entry> fold;
  private final Queue<Entry> durable = new ConcurrentLinkedQueue<>();
  private final AutoCloseable subscription;

  /**
   * Folds everything that is there, then listens.
   *
   * @param wake is run on the journal's thread whenever there is something to fold
   */
  DurableJournal(Journal journal, Consumer<Entry> fold, Runnable wake) {
    this.journal = journal;
    this.fold = fold;
    this.subscription =
        journal.listen(
            entry -> {
              durable.add(entry);
              wake.run();
            });
  }

  /** Folds the whole journal from its beginning: the first thing that a Desk does. */
  void foldFromStart() {
    long position = 0;
    while (position < journal.size()) {
      List<Entry> page = journal.read(position, 1000);
      page.forEach(fold);
      position += page.size();
    }
    long read = position;
    durable.removeIf(entry -> entry.position() < read);
  }

  /** Folds what has become durable since. */
  void foldNew() {
    for (Entry entry = durable.poll(); entry != null; entry = durable.poll()) {
      fold.accept(entry);
    }
  }

  /**
   * Appends, waits for the disk and folds.
   *
   * @throws JournalUnavailableException if the journal did not take them
   */
  List<Entry> commit(List<EntryDraft> drafts) {
    CompletableFuture<AppendOutcome> done = new CompletableFuture<>();
    try {
      journal.append(drafts, done::complete);
      AppendOutcome outcome = done.get(COMMIT_S_MAX, TimeUnit.SECONDS);
      foldNew();
      if (outcome instanceof AppendOutcome.Durable taken) {
        return taken.entries();
      }
      throw new JournalUnavailableException("journal-failed");
    } catch (IllegalStateException full) {
      throw new JournalUnavailableException("journal-queue-full");
    } catch (TimeoutException e) {
      throw new JournalUnavailableException("journal-slow");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalUnavailableException("closing");
    }
  }

  @Override
  public void close() {
    try {
      subscription.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
