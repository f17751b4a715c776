package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.time.Scheduler;

/** Many loops on few threads: who comes first, and what one that hangs costs the others. */
class LoopThreadsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CountDownLatch release = new CountDownLatch(1);
  private final List<String> order = new CopyOnWriteArrayList<>();
  private volatile Runnable look = () -> {};
  private final LoopThreads threads =
      new LoopThreads(
          1,
          new Scheduler() {
            @Override
            public Cancellable after(Duration delay, Runnable task) {
              throw new UnsupportedOperationException();
            }

            @Override
            public Cancellable every(Duration period, Runnable task) {
              look = task;
              return () -> look = () -> {};
            }
          });

  @AfterEach
  void close() {
    release.countDown();
    threads.close();
  }

  private LoopThreads.Seat named(String name) {
    return threads.seat(() -> order.add(name));
  }

  /** A loop that hangs in its turn until the end of the test, or until it is released. */
  private LoopThreads.Seat hanging() {
    CountDownLatch hangs = new CountDownLatch(1);
    LoopThreads.Seat seat =
        threads.seat(
            () -> {
              hangs.countDown();
              awaitQuietly(release);
            });
    seat.call(false);
    awaitQuietly(hangs);
    return seat;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_safety_order_passes_loops_that_wait_already_and_its_own_place_among_them() {
    LoopThreads.Seat unused = hanging();
    LoopThreads.Seat first = named("first");
    LoopThreads.Seat second = named("second");
    LoopThreads.Seat third = named("third");
    first.call(false);
    second.call(false);
    third.call(false);
    named("urgent").call(true);
    third.call(true);
    release.countDown();
    await().until(() -> order.size() == 4);
    assertThat(order).containsExactly("urgent", "third", "first", "second");
  }

  @Test
  void a_call_during_a_turn_brings_one_more_and_turns_of_a_loop_never_overlap() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger turns = new AtomicInteger();
    LoopThreads two = new LoopThreads(2, new NoScheduler());
    LoopThreads.Seat[] self = new LoopThreads.Seat[1];
    self[0] =
        two.seat(
            () -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              if (turns.incrementAndGet() < 1000) {
                self[0].call(false);
                self[0].call(true);
              }
              inside.decrementAndGet();
            });
    self[0].call(false);
    await().until(() -> turns.get() == 1000);
    two.close();
    assertThat(most).hasValue(1);
  }

  @Test
  void loops_that_hang_do_not_keep_the_others_from_their_turns() {
    for (int i = 0; i < 5; i++) {
      LoopThreads.Seat unused = hanging();
      look.run();
      assertThat(order).hasSize(i);
      look.run(); // the same turn at two looks
      named("served").call(false);
      int served = i + 1;
      await().until(() -> order.size() == served);
    }
  }

  @Test
  void a_thread_that_was_replaced_leaves_when_its_turn_ends_after_all() {
    LoopThreads.Seat hung = hanging();
    look.run();
    look.run();
    release.countDown();
    await().until(() -> threads.serving() == 1);
    hung.call(false);
    named("served").call(false);
    await().until(() -> order.contains("served"));
    assertThat(threads.serving()).isEqualTo(1);
  }

  @Test
  void a_turn_that_throws_costs_no_thread() {
    LoopThreads.Seat bug =
        threads.seat(
            () -> {
              throw new IllegalStateException("a bug, on purpose");
            });
    bug.call(false);
    named("served").call(false);
    await().dontCatchUncaughtExceptions().until(() -> order.contains("served"));
  }

  @Test
  void who_leaves_waits_for_the_turn_under_way_and_gets_no_other() throws InterruptedException {
    LoopThreads.Seat seat = hanging();
    seat.call(false);
    Thread releases = new Thread(release::countDown);
    releases.start();
    seat.leave(PATIENCE);
    releases.join();
    assertThat(release.getCount()).isZero();
    LoopThreads.Seat gone = named("gone");
    gone.leave(PATIENCE);
    gone.call(true);
    named("served").call(false);
    await().until(() -> order.contains("served"));
    assertThat(order).containsExactly("served");
  }

  private static final class NoScheduler implements Scheduler {
    @Override
    public Cancellable after(Duration delay, Runnable task) {
      return () -> {};
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
      return () -> {};
    }
  }
}
