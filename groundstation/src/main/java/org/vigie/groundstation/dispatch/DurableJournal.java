package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Journal;

/**
 * The journal as the Desk uses it: it waits until its entries are on disk, and folds every durable
 * entry, its own and those of the vehicles' loops, once each and in the journal's order. So nothing
 * is visible that is not durable.
 *
 * <p>A commit that was not answered in time is in doubt: it may still reach the disk. Until it has
 * been answered nothing else is written, since everything else would be decided on a state that may
 * be wrong.
 *
 * @threading confined to the Desk's loop, but for the journal's listener
 */
final class DurableJournal implements AutoCloseable {
  /** A healthy disk syncs within milliseconds; the Desk must not hang on a dead one. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * Seconds of the busiest station while the Desk is held up; beyond, the journal is read again.
   */
  private static final int WAITING_MAX = 4096;

  private static final int PAGE = 1000;

  private final Journal journal;
  private final Consumer<Entry> fold;
  private final Duration patience;
  private final BlockingQueue<Entry> durable = new ArrayBlockingQueue<>(WAITING_MAX);
  private final AutoCloseable subscription;
  private volatile boolean overflowed;
  private long next;
  private @Nullable CompletableFuture<AppendOutcome> doubtful;

  /**
   * Listens from now on.
   *
   * @param wake is run on the journal's thread whenever there is something to fold
   */
  DurableJournal(Journal journal, Consumer<Entry> fold, Runnable wake, Duration patience) {
    this.journal = journal;
    this.fold = fold;
    this.patience = patience;
    this.subscription =
        journal.listen(
            entry -> {
              if (!durable.offer(entry)) {
                overflowed = true;
              }
              wake.run();
            });
  }

  /** Folds the whole journal from its beginning: the first thing that a Desk does. */
  void foldFromStart() {
    foldUpTo(journal.size());
  }

  /** Folds what has become durable since. */
  void foldNew() {
    for (Entry entry = durable.poll(); entry != null; entry = durable.poll()) {
      foldUpTo(entry.position());
      fold(entry);
    }
    if (overflowed) {
      overflowed = false;
      foldUpTo(journal.size());
    }
  }

  /** Folds what lies before a position and was not folded yet. */
  private void foldUpTo(long end) {
    while (next < end) {
      List<Entry> page = journal.read(next, (int) Math.min(PAGE, end - next));
      if (page.isEmpty()) {
        throw new IllegalStateException("the journal ends at " + next + ", not at " + end);
      }
      page.forEach(this::fold);
    }
  }

  /** Each entry is folded once; an entry that breaks the fold is not tried for ever. */
  private void fold(Entry entry) {
    if (entry.position() == next) {
      next++;
      fold.accept(entry);
    }
  }

  /**
   * Clears a doubt, if there was one and the journal has answered since. To be called before
   * anything is decided.
   *
   * @throws JournalUnavailableException while it has not
   */
  void settle() {
    CompletableFuture<AppendOutcome> open = doubtful;
    if (open != null) {
      if (!open.isDone()) {
        throw new JournalUnavailableException("journal-slow");
      }
      doubtful = null;
      foldNew();
    }
  }

  /**
   * Appends, waits for the disk and folds.
   *
   * @throws JournalUnavailableException if the journal did not take them, or did not say so in time
   * @throws UnwritableException if they have no form in the journal
   */
  List<Entry> commit(List<EntryDraft> drafts) {
    if (doubtful != null) {
      settle();
      throw new JournalUnavailableException("journal-slow"); // it was decided before the answer
    }
    CompletableFuture<AppendOutcome> done = new CompletableFuture<>();
    try {
      journal.append(drafts, done::complete);
    } catch (IllegalStateException full) {
      throw new JournalUnavailableException("journal-queue-full");
    } catch (IllegalArgumentException unwritable) {
      throw new UnwritableException(unwritable);
    }
    AppendOutcome outcome = await(done);
    foldNew();
    if (outcome instanceof AppendOutcome.Durable taken) {
      if (!taken.entries().isEmpty()) {
        foldUpTo(taken.entries().get(taken.entries().size() - 1).position() + 1);
      }
      return taken.entries();
    }
    throw new JournalUnavailableException("journal-failed");
  }

  private AppendOutcome await(CompletableFuture<AppendOutcome> done) {
    try {
      return done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      doubtful = done;
      throw new JournalUnavailableException("journal-slow");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      doubtful = done;
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
