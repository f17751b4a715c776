package org.vigie.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.run.ScenarioFile;
import org.vigie.simulator.world.CameraPose;
import org.vigie.simulator.world.CameraPoses;

/** A camera on its own thread, with real sockets. */
@Timeout(60)
class SimulatedCameraTest {
  private static Scene scene;
  private static CameraPoses still;

  @BeforeAll
  static void draw() throws Exception {
    ScenarioFile file = ScenarioFile.read("fair-weather");
    scene = Scene.of(file.scenario(), file.terrain(), file.town());
    CameraPose pose = CameraBench.orbit(file.scenario(), scene, 0);
    still =
        new CameraPoses() {
          @Override
          public CameraPose cameraPose(int vehicle) {
            if (vehicle != 0) {
              throw new IndexOutOfBoundsException("vehicle " + vehicle);
            }
            return pose;
          }

          @Override
          public Instant simulatedTime() {
            return pose.at();
          }
        };
  }

  private static SimulatedCamera start(int port) throws IOException {
    return SimulatedCamera.start(
        still,
        0,
        scene,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        CameraSettings.of(PictureSize.SMALL));
  }

  private static boolean isTable(DatagramPacket packet) {
    return packet.getData()[1] == 0x40 && packet.getData()[2] == 0;
  }

  @Test
  void pictures_come_stop_with_the_fault_and_come_again_with_a_key_picture() throws Exception {
    try (DatagramSocket station = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        SimulatedCamera camera = start(station.getLocalPort())) {
      DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
      station.receive(packet);
      assertThat(isTable(packet)).as("the stream begins with its tables").isTrue();
      await().until(() -> camera.figures().frames() >= 3);
      camera.stop();
      await().until(camera::resting);
      station.setSoTimeout(200);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  station.receive(packet); // what was still in the socket, then nothing
                }
              })
          .isInstanceOf(SocketTimeoutException.class);
      station.setSoTimeout(0);
      camera.resume();
      station.receive(packet);
      assertThat(isTable(packet)).isTrue();
      int video = 2 * TransportStream.PACKET;
      assertThat(packet.getData()[video + 5] & 0x40).as("random access").isEqualTo(0x40);
      assertThat(camera.failure()).isEmpty();
      assertThat(camera.figures().size()).isEqualTo("640x360");
      assertThat(camera.figures().sizeReason()).isEqualTo("asked-for");
    }
  }

  @Test
  void nobody_listening_is_no_fault_and_closing_ends_the_thread() throws Exception {
    int free;
    try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      free = taken.getLocalPort();
    }
    SimulatedCamera camera = start(free);
    await().until(() -> camera.figures().frames() >= 10);
    assertThat(camera.failure()).isEmpty();
    assertThat(camera.running()).isTrue();
    camera.close();
    assertThat(camera.running()).isFalse();
  }

  @Test
  void a_vehicle_or_a_host_that_does_not_exist_is_refused_at_once() {
    assertThatThrownBy(
            () ->
                SimulatedCamera.start(
                    still,
                    7,
                    scene,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 9),
                    CameraSettings.auto()))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () ->
                SimulatedCamera.start(
                    still,
                    0,
                    scene,
                    InetSocketAddress.createUnresolved("nowhere.invalid", 9),
                    CameraSettings.auto()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere.invalid");
  }

  @Test
  void a_frozen_camera_goes_on_sending_without_looking() throws Exception {
    AtomicLong looks = new AtomicLong();
    CameraPoses counted =
        new CameraPoses() {
          @Override
          public CameraPose cameraPose(int vehicle) {
            looks.incrementAndGet();
            return still.cameraPose(vehicle);
          }

          @Override
          public Instant simulatedTime() {
            return still.simulatedTime();
          }
        };
    try (DatagramSocket station = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        SimulatedCamera camera =
            SimulatedCamera.start(
                counted,
                0,
                scene,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), station.getLocalPort()),
                CameraSettings.of(PictureSize.SMALL))) {
      await().until(() -> camera.figures().frames() >= 3);
      camera.freeze();
      long frozenAt = camera.figures().frames();
      await().until(() -> camera.figures().frames() >= frozenAt + 2);
      long seen = looks.get();
      long frames = camera.figures().frames();
      await().until(() -> camera.figures().frames() >= frames + 5);
      assertThat(looks.get()).as("it looks no more").isEqualTo(seen);
      camera.resume();
      await().until(() -> looks.get() > seen);
    }
  }
}
