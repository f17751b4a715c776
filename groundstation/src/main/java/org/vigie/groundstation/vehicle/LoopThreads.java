package org.vigie.groundstation.vehicle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.time.Scheduler;

/**
 * The few threads on which all vehicles' loops take their turns. A loop takes one turn at a time,
 * on any of them; loops with a safety order come first, the others in the order in which they had
 * something to do, and after its turn a loop stands at the end again.
 *
 * <p>A loop that hangs would keep its thread from the others: a thread that is in the same turn at
 * two looks is replaced, and leaves when its turn ends after all. So loops that hang cost a thread
 * each, as if each had its own, and delay the others by two looks at most.
 *
 * @threading thread-safe
 */
public final class LoopThreads implements AutoCloseable {
  /** How often is looked for turns that do not end; a turn takes far less than a millisecond. */
  static final Duration LOOK = Duration.ofMillis(250);

  /** One more than a loop that hangs, until the look. */
  private static final int FEWEST = 2;

  /** 50,000 messages a second keep less than one thread busy. */
  private static final int MOST = 4;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition still = lock.newCondition();
  private final Deque<Seat> urgent = new ArrayDeque<>();
  private final Deque<Seat> ready = new ArrayDeque<>();
  private final List<Worker> workers = new ArrayList<>();
  private final Scheduler.Cancellable looks;
  private int free;
  private int hired;
  private int alive;
  private boolean closed;

  /**
   * As many threads as this machine has cores, within reason.
   *
   * @param scheduler for the looks
   */
  public LoopThreads(Scheduler scheduler) {
    this(Math.max(FEWEST, Math.min(MOST, Runtime.getRuntime().availableProcessors())), scheduler);
  }

  /**
   * @param count how many threads serve while no loop hangs
   */
  LoopThreads(int count, Scheduler scheduler) {
    looks = scheduler.every(LOOK, this::look);
    lock.lock();
    try {
      for (int i = 0; i < count; i++) {
        hire();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * A place for a loop.
   *
   * @param turn tells itself what went wrong: what it throws goes to the thread's handler, and the
   *     thread serves on
   */
  Seat seat(Runnable turn) {
    return new Seat(turn);
  }

  /** All threads end after their turns; nothing is done from then on. */
  @Override
  public void close() {
    looks.cancel();
    lock.lock();
    try {
      closed = true;
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Threads in all, those that hang included. */
  int serving() {
    lock.lock();
    try {
      return alive;
    } finally {
      lock.unlock();
    }
  }

  private void hire() {
    Worker worker = new Worker();
    workers.add(worker);
    hired++;
    alive++;
    Thread thread = new Thread(worker, "vehicles-" + hired);
    thread.setDaemon(true);
    thread.start();
  }

  /** Replaces threads that are where they were at the last look. */
  private void look() {
    lock.lock();
    try {
      for (Worker worker : List.copyOf(workers)) {
        if (worker.hangs() && !closed) {
          workers.remove(worker);
          hire();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** One loop's place, at which its turns never overlap. */
  final class Seat {
    private final Runnable turn;
    private boolean hurried;
    private boolean queued;
    private boolean again;
    private boolean left;
    private @Nullable Thread by;

    private Seat(Runnable turn) {
      this.turn = turn;
    }

    /** There is something to do: a turn begins after this. */
    void call(boolean urgently) {
      lock.lock();
      try {
        hurried |= urgently;
        if (by != null) {
          again = true;
        } else {
          queue();
        }
      } finally {
        lock.unlock();
      }
    }

    /** No turn begins from now on; waits for one that is under way, but not for itself. */
    void leave(Duration patience) throws InterruptedException {
      lock.lock();
      try {
        left = true;
        urgent.remove(this);
        ready.remove(this);
        long nanos = patience.toNanos();
        while (by != null && by != Thread.currentThread() && nanos > 0) {
          nanos = still.awaitNanos(nanos);
        }
      } finally {
        lock.unlock();
      }
    }

    private void queue() {
      if (left || closed) {
        return;
      }
      if (!queued) {
        queued = true;
        (hurried ? urgent : ready).add(this);
        if (free > 0) {
          work.signal();
        }
      } else if (hurried && ready.remove(this)) { // seldom, and as long as the fleet
        urgent.add(this);
      }
    }

    private void begins() {
      queued = false;
      hurried = false;
      by = Thread.currentThread();
    }

    private void ended() {
      by = null;
      if (left) {
        still.signalAll();
      } else if (again) {
        queue();
      }
      again = false;
    }
  }

  /** One thread's work. */
  private final class Worker implements Runnable {
    private long turns;
    private long turnsAtLook = -1;
    private boolean inTurn;

    @Override
    public void run() {
      lock.lock();
      try {
        Seat seat = next();
        while (seat != null) {
          seat.begins();
          inTurn = true;
          turns++;
          lock.unlock();
          try {
            take(seat);
          } finally {
            lock.lock();
            inTurn = false;
            seat.ended();
          }
          seat = next();
        }
      } finally {
        alive--;
        lock.unlock();
      }
    }

    private void take(Seat seat) {
      try {
        seat.turn.run();
      } catch (RuntimeException | Error e) {
        Thread own = Thread.currentThread();
        own.getUncaughtExceptionHandler().uncaughtException(own, e);
      }
    }

    /** The next to serve; none when this thread was replaced, or all end. */
    private @Nullable Seat next() {
      while (!closed && workers.contains(this)) {
        Seat seat = urgent.isEmpty() ? ready.poll() : urgent.poll();
        if (seat != null) {
          return seat;
        }
        free++;
        work.awaitUninterruptibly();
        free--;
      }
      return null;
    }

    boolean hangs() {
      boolean same = inTurn && turns == turnsAtLook;
      turnsAtLook = turns;
      return same;
    }
  }
}
