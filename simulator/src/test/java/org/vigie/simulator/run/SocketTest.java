package org.vigie.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.common.GlobalPositionInt;
import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.common.ParamValue;
import io.dronefleet.mavlink.minimal.Heartbeat;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.world.CameraPose;

/** A real socket: telemetry flows, garbage is counted, a mute station stops nothing. */
@Timeout(60)
class SocketTest {
  private static RunningSimulation start(double speed) throws Exception {
    ScenarioFile file = ScenarioFile.read("fair-weather");
    return RunningSimulation.start(
        file.scenario(),
        file.terrain(),
        new Transport.TcpListen("127.0.0.1", 0),
        speed,
        OptionalLong.empty());
  }

  private static <T> T next(MavlinkConnection connection, Class<T> type) throws IOException {
    while (true) {
      MavlinkMessage<?> message = connection.next();
      if (message == null) {
        throw new IOException("closed");
      }
      if (type.isInstance(message.getPayload())) {
        return type.cast(message.getPayload());
      }
    }
  }

  @Test
  void a_station_sees_the_vehicle_and_garbage_only_counts() throws Exception {
    try (RunningSimulation simulation = start(10);
        Socket noisy = new Socket(InetAddress.getLoopbackAddress(), simulation.ports().get(0));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulation.ports().get(0))) {
      byte[] noise = new byte[20_000];
      new SplittableRandom(3).nextBytes(noise);
      noisy.getOutputStream().write(noise);
      noisy.getOutputStream().flush();
      noisy.shutdownOutput();

      MavlinkConnection station =
          MavlinkConnection.create(socket.getInputStream(), socket.getOutputStream());
      assertThat(next(station, Heartbeat.class).customMode()).isZero();
      assertThat(next(station, GlobalPositionInt.class).alt()).isBetween(0, 600_000);
      station.send2(
          255,
          190,
          ParamRequestRead.builder()
              .targetSystem(1)
              .targetComponent(1)
              .paramId("BATT_CAPACITY")
              .paramIndex(-1)
              .build());
      assertThat(next(station, ParamValue.class).paramValue()).isEqualTo(16000f);
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> simulation.counters(0).garbageBytes() >= 19_000);
      assertThat(simulation.failure()).isEmpty();
      CameraPose pose = simulation.cameraPose(0);
      assertThat(Geodesics.distanceM(pose.place(), new LatLon(45.43860, 4.37660))).isLessThan(2);
      assertThat(pose.altitudeAmslM()).isBetween(535.0, 541.0);
      await().until(() -> simulation.cameraPose(0).at().isAfter(pose.at()));
    }
  }

  @Test
  void a_taken_port_is_named_with_its_vehicle() throws Exception {
    ScenarioFile file = ScenarioFile.read("fair-weather");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(
              () ->
                  RunningSimulation.start(
                      file.scenario(),
                      file.terrain(),
                      new Transport.TcpListen("127.0.0.1", port),
                      1,
                      OptionalLong.empty()))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("vehicle 1: port " + port + " of 127.0.0.1");
    }
  }

  @Test
  void a_station_that_does_not_read_loses_messages_not_the_worlds_time() throws Exception {
    try (RunningSimulation simulation = start(200);
        Socket mute = new Socket()) {
      mute.setReceiveBufferSize(1024);
      mute.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), simulation.ports().get(0)));
      await().atMost(Duration.ofSeconds(40)).until(() -> simulation.counters(0).dropped() > 0);
      var then = simulation.simulatedTime();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> simulation.simulatedTime().isAfter(then.plusSeconds(5)));
    }
  }
}
