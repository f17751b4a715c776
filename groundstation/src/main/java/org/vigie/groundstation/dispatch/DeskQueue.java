package org.vigie.groundstation.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Desk's queue and its one thread. Requests of people are refused when too many wait; the
 * station's own notes (results of planning, ticks) always find room, since each of them answers
 * something that the Desk began.
 *
 * <p><b>A bug in one of them does not end the Desk.</b> What the Desk knows is a fold of the
 * journal and changes only by folding, so a turn that throws leaves nothing half done: its caller
 * gets the exception, the bug is reported, and the next turn runs. A Desk that died would take
 * every clearance and every alert with it.
 *
 * @threading thread-safe
 */
final class DeskQueue implements AutoCloseable {
  /** A hundred requests at a few milliseconds each are under a second; more would wait longer. */
  private static final int REQUESTS_MAX = 200;

  private final Deque<Runnable> notes = new ArrayDeque<>();
  private final Deque<Runnable> requests = new ArrayDeque<>();
  private final Thread thread;
  private final Thread.UncaughtExceptionHandler onBug;
  private boolean closed;

  /**
   * @param onBug is told of each turn that threw, on the Desk's thread
   */
  DeskQueue(Thread.UncaughtExceptionHandler onBug) {
    this.onBug = onBug;
    thread = new Thread(this::run, "desk");
    thread.start();
  }

  /**
   * Queues a person's request; unavailable at once when the queue is full or the Desk is closed.
   */
  <T> CompletionStage<DeskAnswer<T>> request(Supplier<DeskAnswer<T>> request) {
    CompletableFuture<DeskAnswer<T>> answer = new CompletableFuture<>();
    Runnable turn =
        () -> {
          try {
            answer.complete(request.get());
          } catch (JournalUnavailableException e) {
            answer.complete(new DeskAnswer.Unavailable<>(e.code()));
          } catch (UnwritableException e) {
            answer.complete(new DeskAnswer.Conflict<>("cannot-be-written"));
          } catch (RuntimeException | Error bug) {
            answer.completeExceptionally(bug);
            throw bug;
          }
        };
    synchronized (this) {
      if (closed || requests.size() >= REQUESTS_MAX) {
        answer.complete(new DeskAnswer.Unavailable<>(closed ? "closing" : "queue-full"));
      } else {
        requests.add(turn);
        notifyAll();
      }
    }
    return answer;
  }

  /** Queues something of the station's own; dropped when the Desk is closed. */
  synchronized void note(Runnable note) {
    if (!closed) {
      notes.add(note);
      notifyAll();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    for (Runnable next = take(); next != null; next = take()) {
      guarded(next);
    }
  }

  /** Runs something whose bug is told and ends nothing else. Desk's thread only. */
  void guarded(Runnable turn) {
    try {
      turn.run();
    } catch (RuntimeException | Error bug) {
      onBug.uncaughtException(Thread.currentThread(), bug);
    }
  }

  /** The next piece of work, notes first; null when closed and nothing is left. */
  private synchronized @Nullable Runnable take() {
    while (notes.isEmpty() && requests.isEmpty()) {
      if (closed) {
        return null;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        closed = true;
      }
    }
    Runnable note = notes.poll();
    return note != null ? note : requests.poll();
  }
}
