package org.vigie.groundstation.demo.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.LoopThreads;
import org.vigie.groundstation.vehicle.Supervisor;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleAlarm;
import org.vigie.groundstation.vehicle.VehicleHost;
import org.vigie.groundstation.vehicle.VehicleLoop;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleSettings;

/**
 * Vehicle loops as the station runs them, under a supervisor that does what it is told and reports
 * what it hears. An input is a list of acts. Thread-safe.
 */
final class BenchLoop implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "bench-timer");
            thread.setDaemon(true);
            return thread;
          });
  private final LoopThreads threads = new LoopThreads(scheduler());
  private final VehicleHost host;

  BenchLoop(StationClock clock) {
    host = new VehicleHost(clock, scheduler(), threads, (at, direction, frame) -> {}, alarm());
  }

  /**
   * A loop that runs.
   *
   * @param heard gets every report, on the loop's thread
   */
  VehicleLoop<List<VehicleAct>> start(
      String vehicleId, int systemId, BiConsumer<String, VehicleReport> heard) {
    VehicleLoop<List<VehicleAct>> loop =
        new VehicleLoop<>(
            VehicleSettings.of(vehicleId, systemId, AutopilotProfile.arducopter()),
            FrameSigning.none(),
            supervisor(vehicleId, heard),
            host);
    loop.start();
    return loop;
  }

  private static Supervisor<List<VehicleAct>> supervisor(
      String vehicleId, BiConsumer<String, VehicleReport> heard) {
    return new Supervisor<>() {
      @Override
      public List<VehicleAct> onReport(VehicleReport report, java.time.Instant now) {
        heard.accept(vehicleId, report);
        return List.of();
      }

      @Override
      public List<VehicleAct> onInput(List<VehicleAct> acts, java.time.Instant now) {
        return acts;
      }
    };
  }

  private static VehicleAlarm alarm() {
    return new VehicleAlarm() {
      @Override
      public void loopFailed(String vehicleId, Throwable cause) {
        cause.printStackTrace();
      }

      @Override
      public void linkFault(String vehicleId, String what) {
        System.err.println(vehicleId + ": " + what);
      }
    };
  }

  private Scheduler scheduler() {
    return new Scheduler() {
      @Override
      public Cancellable after(Duration delay, Runnable task) {
        return cancellable(timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS));
      }

      @Override
      public Cancellable every(Duration period, Runnable task) {
        long nanos = period.toNanos();
        return cancellable(timer.scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS));
      }
    };
  }

  private static Scheduler.Cancellable cancellable(Future<?> task) {
    return () -> {
      boolean unused = task.cancel(false);
    };
  }

  @Override
  public void close() {
    threads.close();
    timer.shutdownNow();
  }
}
