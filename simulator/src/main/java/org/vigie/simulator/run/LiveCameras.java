package org.vigie.simulator.run;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.camera.CameraSettings;
import org.vigie.simulator.camera.Eye;
import org.vigie.simulator.camera.PictureSize;
import org.vigie.simulator.camera.RtspServer;
import org.vigie.simulator.camera.SimulatedCamera;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.mavlink.VideoStream;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.SimulatedVehicle;

/**
 * The live cameras of a simulation: one for each vehicle, sent away; or those, one more for each
 * vehicle that looks down, and the town's, for receivers that ask.
 */
final class LiveCameras implements Closeable {
  /** Field of view of a vehicle's second camera, a wide one. */
  private static final double DOWN_FOV_DEG = 90;

  /** Room for a companion port beside each stream. @source RFC 3550 section 11 */
  static final int PORT_STEP = 2;

  private final RunningSimulation simulation;
  private final Scene scene;
  private final List<SimulatedCamera> cameras = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private @Nullable RtspServer server;

  private LiveCameras(RunningSimulation simulation, Scene scene) {
    this.simulation = simulation;
    this.scene = scene;
  }

  /**
   * Starts the cameras of a scenario.
   *
   * @param to udp, rtp or rtsp
   * @throws IOException if a host is unknown or a port taken
   */
  static LiveCameras start(
      RunningSimulation simulation, Scenario scenario, Scene scene, Endpoint to)
      throws IOException {
    LiveCameras started = new LiveCameras(simulation, scene);
    try {
      if (to.scheme().equals("rtsp")) {
        started.serve(scenario, to);
      } else {
        started.send(scenario.vehicles().size(), to);
      }
    } catch (IOException | RuntimeException e) {
      started.close();
      throw e;
    }
    return started;
  }

  private void send(int count, Endpoint to) throws IOException {
    for (int i = 0; i < count; i++) {
      InetSocketAddress target = new InetSocketAddress(to.host(), to.port() + PORT_STEP * i);
      SimulatedCamera camera =
          to.scheme().equals("udp")
              ? SimulatedCamera.start(simulation, i, scene, target, CameraSettings.auto())
              : SimulatedCamera.startRtp(
                  Eye.gimbal(simulation, i), name(i), scene, target, CameraSettings.auto());
      add(i, camera);
      simulation.video(i, List.of(stream(camera, to, target)));
      lines.add("video " + name(i) + ": " + to.scheme() + " to " + target.getPort());
    }
  }

  private void serve(Scenario scenario, Endpoint at) throws IOException {
    RtspServer own =
        RtspServer.start(new InetSocketAddress(at.host(), at.port()), Optional.empty());
    server = own;
    String url = "rtsp://" + at.host() + ":" + own.port() + "/";
    for (int i = 0; i < scenario.vehicles().size(); i++) {
      String ahead = url + name(i);
      String down = ahead + "/down";
      SimulatedCamera first = offer(Eye.gimbal(simulation, i), name(i), own);
      add(i, first);
      SimulatedCamera second = offer(Eye.down(simulation, i, DOWN_FOV_DEG), name(i) + "/down", own);
      add(i, second);
      simulation.video(
          i,
          List.of(
              stream(
                  first,
                  VideoStream.Carrier.RTSP,
                  "gimbal",
                  ahead,
                  SimulatedVehicle.CAMERA_FOV_DEG),
              stream(second, VideoStream.Carrier.RTSP, "down", down, DOWN_FOV_DEG)));
      lines.add("video " + name(i) + ": " + ahead + " and " + down);
    }
    for (Scenario.CameraSpec spec : scenario.fixedCameras()) {
      cameras.add(offer(Eye.fixed(simulation, scene, spec), spec.id(), own));
      lines.add("video " + spec.id() + ": " + url + spec.id());
    }
  }

  private SimulatedCamera offer(Eye eye, String name, RtspServer own) throws IOException {
    return SimulatedCamera.startRtsp(eye, name, scene, own, CameraSettings.auto());
  }

  private static Supplier<VideoStream> stream(
      SimulatedCamera camera, Endpoint to, InetSocketAddress target) {
    VideoStream.Carrier carrier =
        to.scheme().equals("udp") ? VideoStream.Carrier.MPEG_TS_UDP : VideoStream.Carrier.RTP_UDP;
    String port = Integer.toString(target.getPort());
    return stream(camera, carrier, "gimbal", port, SimulatedVehicle.CAMERA_FOV_DEG);
  }

  /** A camera's stream as it is whenever somebody asks: its size may change. */
  private static Supplier<VideoStream> stream(
      SimulatedCamera camera,
      VideoStream.Carrier carrier,
      String name,
      String uri,
      double hfovDeg) {
    return () -> {
      PictureSize size = camera.size();
      return new VideoStream(
          carrier,
          name,
          uri,
          size.width(),
          size.height(),
          SimulatedCamera.FRAMES_PER_S,
          size.bitsPerS(),
          hfovDeg,
          camera.sending());
    };
  }

  private void add(int vehicle, SimulatedCamera camera) {
    cameras.add(camera);
    simulation.attach(vehicle, camera);
  }

  private static String name(int index) {
    return Integer.toString(index + 1);
  }

  /** What to tell people about each. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() throws IOException {
    for (SimulatedCamera camera : cameras) {
      camera.close();
    }
    if (server != null) {
      server.close();
    }
  }
}
