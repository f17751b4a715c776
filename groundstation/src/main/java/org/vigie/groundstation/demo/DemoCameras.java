package org.vigie.groundstation.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.simulator.camera.CameraSettings;
import org.vigie.simulator.camera.CctvServer;
import org.vigie.simulator.camera.SimulatedCamera;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.run.RunningSimulation;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.Town;

/**
 * The demonstration's cameras: one on each simulated vehicle, whose pictures go to the station, and
 * the town's fixed ones. Thread-safe.
 */
final class DemoCameras implements AutoCloseable {
  /** Services of the shipped station whose people may see the town's cameras. */
  private static final List<String> SERVICES = List.of("pm42218", "sdis42");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Scenario.CameraSpec> fixed;
  private final List<Integer> videoPorts;
  private final List<SimulatedCamera> cameras = new ArrayList<>();
  private @Nullable CctvServer cctv;

  private DemoCameras(List<Scenario.CameraSpec> fixed, List<Integer> videoPorts) {
    this.fixed = fixed;
    this.videoPorts = videoPorts;
  }

  /**
   * Starts them.
   *
   * @param simulation null when an autopilot flies that this demonstration does not simulate: there
   *     is nothing to be seen of it
   */
  static DemoCameras start(
      DemoSetting setting, Scenario scenario, @Nullable RunningSimulation simulation)
      throws DocumentException, IOException {
    List<Integer> ports = freeUdpPorts(scenario.vehicles().size());
    if (simulation == null) {
      return new DemoCameras(List.of(), ports);
    }
    DemoCameras started = new DemoCameras(scenario.fixedCameras(), ports);
    Scene scene =
        Scene.of(
            scenario,
            AsciiGrid.read(scenario.place().terrain(), setting.terrainText()),
            Town.read(scenario.place().findTown().orElse("town"), setting.townText()));
    try {
      started.open(simulation, scene, setting.cameras());
      return started;
    } catch (IOException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private void open(RunningSimulation simulation, Scene scene, CameraSettings settings)
      throws IOException {
    cctv = CctvServer.start(simulation, scene, fixed);
    for (int i = 0; i < videoPorts.size(); i++) {
      InetSocketAddress station =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), videoPorts.get(i));
      SimulatedCamera camera = SimulatedCamera.start(simulation, i, scene, station, settings);
      cameras.add(camera);
      simulation.attach(i, camera);
    }
  }

  /** Ports that nobody has now; all are held until all are known, so that none comes twice. */
  private static List<Integer> freeUdpPorts(int count) throws IOException {
    List<DatagramSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(DatagramSocket::getLocalPort).toList();
    } finally {
      held.forEach(DatagramSocket::close);
    }
  }

  /** Where the station is to take the pictures of vehicle i in, from 0. */
  String video(int vehicle) {
    return "udp:127.0.0.1:" + videoPorts.get(vehicle);
  }

  /** The fixed cameras as station.yaml names them: JSON, which is YAML too. */
  String configuration() {
    ArrayNode list = JSON.createArrayNode();
    CctvServer server = cctv;
    if (server != null) {
      for (Scenario.CameraSpec camera : fixed) {
        ObjectNode one = list.addObject().put("id", camera.id()).put("name", camera.name());
        one.put("lat", camera.lat()).put("lon", camera.lon());
        one.put("snapshot", server.snapshotUrl(camera.id()));
        SERVICES.forEach(one.putArray("services")::add);
      }
    }
    return list.toString();
  }

  /** Writes what the first vehicle's camera has done, for benchmarks. */
  void writeFigures(Path file) throws IOException {
    if (!cameras.isEmpty()) {
      JSON.writeValue(file.toFile(), cameras.get(0).figures());
    }
  }

  @Override
  public void close() throws IOException {
    CctvServer server = cctv;
    if (server != null) {
      server.close();
    }
    for (SimulatedCamera camera : cameras) {
      camera.close();
    }
  }
}
