package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ThreadSchedulerTest {
  private static final Duration FAR = Duration.ofHours(1);

  private static ScaledClock tenTimes() {
    return ScaledClock.parse("2026-11-24T13:00:00Z,2026-11-24T13:00:00Z,10");
  }

  @Test
  void a_delay_is_station_time() throws Exception {
    try (ThreadScheduler scheduler = new ThreadScheduler(tenTimes())) {
      CountDownLatch ran = new CountDownLatch(1);
      long begin = System.nanoTime();
      scheduler.after(Duration.ofSeconds(1), ran::countDown);
      ran.await();
      assertThat(System.nanoTime() - begin)
          .isBetween(TimeUnit.MILLISECONDS.toNanos(100), TimeUnit.SECONDS.toNanos(10));
    }
  }

  @Test
  void a_task_that_throws_does_not_stop_its_repetition() throws Exception {
    try (ThreadScheduler scheduler = new ThreadScheduler(tenTimes())) {
      CountDownLatch thrice = new CountDownLatch(3);
      scheduler.every(
          Duration.ofMillis(10),
          () -> {
            thrice.countDown();
            throw new IllegalStateException("on purpose");
          });
      assertThat(thrice.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void what_was_cancelled_or_closed_does_not_run() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    ThreadScheduler scheduler = new ThreadScheduler(tenTimes());
    CountDownLatch after = new CountDownLatch(1);
    scheduler.after(Duration.ofMillis(500), runs::incrementAndGet).cancel();
    scheduler.after(Duration.ofMillis(600), after::countDown);
    after.await();
    scheduler.after(FAR, runs::incrementAndGet);
    scheduler.close();
    assertThat(runs).hasValue(0);
  }
}
