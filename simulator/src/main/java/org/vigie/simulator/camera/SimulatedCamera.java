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
import org.vigie.simulator.world.CameraPoses;

/**
 * A live camera: 25 frames a second of wall time, whatever the simulation's speed, as H.264 in
 * MPEG-TS or RTP. A thread of its own reads the newest pose and never holds up the world; when the
 * machine is late it leaves frames out. Thread-safe; closing it ends its thread.
 */
public final class SimulatedCamera implements AutoCloseable {
  /** Of wall time. */
  public static final int FRAMES_PER_S = H264Encoder.FRAMES_PER_S;

  private static final long FRAME_NS = 1_000_000_000L / H264Encoder.FRAMES_PER_S;

  /** A stopped camera looks this often whether it shall go on. */
  private static final long REST_NS = 20_000_000;

  private static final long STOP_MS = 5_000;
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedCamera.class);

  private final Eye eye;
  private final String name;
  private final WallClock clock;
  private final FrameSink out;
  private final SizeChoice choice;
  private final VideoLine line;
  private final CameraMeter meter = new CameraMeter();
  private final Thread thread;
  private volatile SizeChoice.Reason reason;
  private volatile PictureSize size;
  private volatile boolean on = true;
  private volatile boolean frozen;
  private volatile boolean garbled;
  private volatile boolean keyDue;
  private volatile boolean resting;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  private SimulatedCamera(
      Eye eye, String name, Scene scene, FrameSink out, CameraSettings settings) {
    this.eye = eye;
    this.name = name;
    this.clock = new SystemWallClock();
    this.out = out;
    this.choice = new SizeChoice(settings, Runtime.getRuntime().availableProcessors());
    this.reason = choice.reason();
    this.size = choice.size();
    this.line = new VideoLine(scene, choice.size(), clock, out);
    this.thread = CameraThread.of(this::run, "sim-camera-" + name);
  }

  /**
   * Starts a vehicle's camera, which sends MPEG-TS over UDP.
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
    Eye eye = Eye.gimbal(sim, vehicle);
    return start(eye, name(vehicle), scene, new TsSink(new UdpDatagrams(tsTarget)), settings);
  }

  private static String name(int vehicle) {
    return Integer.toString(vehicle + 1);
  }

  /**
   * Starts a camera that sends RTP over UDP, and reports to the port above.
   *
   * @param name for its thread and the log
   * @throws IOException if the host is unknown or no socket can be had
   * @throws IllegalStateException if there is no H.264 encoder on this machine
   */
  public static SimulatedCamera startRtp(
      Eye eye, String name, Scene scene, InetSocketAddress target, CameraSettings settings)
      throws IOException {
    return start(eye, name, scene, new RtpSink(target, name.hashCode()), settings);
  }

  /**
   * Starts a camera that receivers ask for at a server; it draws while somebody looks.
   *
   * @param name of its stream there
   * @throws IllegalStateException if there is no H.264 encoder on this machine
   */
  public static SimulatedCamera startRtsp(
      Eye eye, String name, Scene scene, RtspServer server, CameraSettings settings)
      throws IOException {
    return start(eye, name, scene, server.stream(name), settings);
  }

  private static SimulatedCamera start(
      Eye eye, String name, Scene scene, FrameSink out, CameraSettings settings)
      throws IOException {
    SimulatedCamera camera;
    try {
      camera = new SimulatedCamera(eye, name, scene, out, settings);
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
        if (resting || !out.wanted()) {
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
      LOG.error("camera {} stopped", name, e);
    }
  }

  private void frame() {
    if (keyDue) {
      keyDue = false;
      line.refresh();
    }
    line.garble(garbled);
    VideoLine.Cost cost = frozen ? line.again(eye) : line.frame(eye.pose());
    meter.frame(cost);
    choice.measured(cost.drawMs(), cost.encodeMs());
    if (choice.reason() != reason) {
      reason = choice.reason();
      size = choice.size();
      LOG.info("camera {}: {}, {}", name, size.text(), reason);
      line.resize(size);
    }
  }

  /** Live fault: no picture comes any more. */
  public void stop() {
    on = false;
  }

  /** Live fault: the same picture comes for ever, its time code with it. */
  public void freeze() {
    frozen = true;
    on = true;
    LockSupport.unpark(thread);
  }

  /** Live fault: what comes decodes to nonsense, or not at all. */
  public void garble() {
    garbled = true;
    on = true;
    LockSupport.unpark(thread);
  }

  /** Ends the faults: pictures come again, a key picture first. */
  public void resume() {
    if (frozen || garbled) {
      keyDue = true;
    }
    frozen = false;
    garbled = false;
    on = true;
    LockSupport.unpark(thread);
  }

  /** Of the pictures that it sends now. */
  public PictureSize size() {
    return size;
  }

  /** Whether pictures come, or would for whoever asks. */
  public boolean sending() {
    return on && !closed && failure == null;
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
