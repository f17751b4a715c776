package org.vigie.simulator.camera;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.clock.SystemWallClock;
import org.vigie.simulator.clock.WallClock;
import org.vigie.simulator.world.CameraPose;
import org.vigie.simulator.world.CameraPoses;

/**
 * A vehicle's camera: 25 frames a second of wall time, whatever the simulation's speed, as H.264 in
 * MPEG-TS over UDP. A thread of its own reads the newest pose and never holds up the world; when
 * the machine is late it leaves frames out. Thread-safe; closing it ends its thread.
 */
public final class SimulatedCamera implements AutoCloseable {
  private static final long FRAME_NS = 1_000_000_000L / H264Encoder.FRAMES_PER_S;

  /** A stopped camera looks this often whether it shall go on. */
  private static final long REST_NS = 20_000_000;

  private static final long STOP_MS = 5_000;
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedCamera.class);

  private final CameraPoses poses;
  private final int vehicle;
  private final WallClock clock;
  private final UdpDatagrams out;
  private final SizeChoice choice;
  private final VideoLine line;
  private final CameraMeter meter = new CameraMeter();
  private final Thread thread;
  private volatile SizeChoice.Reason reason;
  private volatile PictureSize size;
  private volatile boolean on = true;
  private volatile @Nullable CameraPose frozen;
  private volatile boolean resting;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  private SimulatedCamera(
      CameraPoses poses, int vehicle, Scene scene, UdpDatagrams out, CameraSettings settings) {
    this.poses = poses;
    this.vehicle = vehicle;
    this.clock = new SystemWallClock();
    this.out = out;
    this.choice = new SizeChoice(settings, Runtime.getRuntime().availableProcessors());
    this.reason = choice.reason();
    this.size = choice.size();
    this.line = new VideoLine(scene, choice.size(), clock, out);
    this.thread = CameraThread.of(this::run, "sim-camera-" + (vehicle + 1));
  }

  /**
   * Starts a camera.
   *
   * @param sim the running simulation
   * @param vehicle counts from 0
   * @param tsTarget where the stream is sent; nobody needs to listen there
   * @throws IOException if the host is unknown or no socket can be had
   * @throws IllegalStateException if there is no H.264 encoder on this machine
   */
  public static SimulatedCamera start(
      CameraPoses sim,
      int vehicle,
      Scene scene,
      InetSocketAddress tsTarget,
      CameraSettings settings)
      throws IOException {
    sim.cameraPose(vehicle); // no such vehicle: here, not on the camera's thread
    UdpDatagrams out = new UdpDatagrams(tsTarget);
    SimulatedCamera camera;
    try {
      camera = new SimulatedCamera(sim, vehicle, scene, out, settings);
    } catch (RuntimeException | Error e) {
      out.close();
      throw e;
    }
    camera.thread.start();
    return camera;
  }

  private void run() {
    try (line) {
      long dueNs = clock.nanos();
      while (!closed) {
        long nowNs = clock.nanos();
        resting = !on;
        if (resting) {
          clock.sleep(REST_NS);
          line.refresh();
          dueNs = clock.nanos();
        } else if (nowNs < dueNs) {
          clock.sleep(dueNs - nowNs);
        } else {
          long late = (nowNs - dueNs) / FRAME_NS;
          meter.skipped(late);
          dueNs += (late + 1) * FRAME_NS;
          frame();
        }
      }
    } catch (RuntimeException | Error e) {
      failure = e;
      LOG.error("the camera of vehicle {} stopped", vehicle + 1, e);
    }
  }

  private void frame() {
    CameraPose still = frozen;
    VideoLine.Cost cost = line.frame(still == null ? poses.cameraPose(vehicle) : still);
    meter.frame(cost);
    choice.measured(cost.drawMs(), cost.encodeMs());
    if (choice.reason() != reason) {
      reason = choice.reason();
      size = choice.size();
      LOG.info("camera of vehicle {}: {}, {}", vehicle + 1, size.text(), reason);
      line.resize(size);
    }
  }

  /** Live fault: no picture comes any more. */
  public void stop() {
    on = false;
  }

  /** Live fault: the same picture comes for ever, its time code with it. */
  public void freeze() {
    frozen = poses.cameraPose(vehicle);
    on = true;
    LockSupport.unpark(thread);
  }

  /** Ends the faults: pictures come again, a key picture first. */
  public void resume() {
    frozen = null;
    on = true;
    LockSupport.unpark(thread);
  }

  /** What it has done so far. */
  public CameraFigures figures() {
    return meter.figures(reason, size, out.counts());
  }

  /** What ended it by itself, if something did. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether it has noticed that it shall stand still: nothing is on its way any more. */
  boolean resting() {
    return resting;
  }

  /** Whether its thread still runs. */
  boolean running() {
    return thread.isAlive();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    out.close();
  }
}
