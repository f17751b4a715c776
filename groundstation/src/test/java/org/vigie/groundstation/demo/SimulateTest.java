package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.common.GlobalPositionInt;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.common.ParamValue;
import io.dronefleet.mavlink.common.SysStatus;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.simulator.run.Main;

/** {@code vigie simulate} as any MAVLink ground station sees it: a process and a TCP port. */
@Timeout(60)
class SimulateTest {
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static <T> T next(MavlinkConnection connection, Class<T> type) throws IOException {
    while (true) {
      MavlinkMessage<?> message = connection.next();
      if (message == null) {
        throw new IOException("closed before a " + type.getSimpleName());
      }
      if (type.isInstance(message.getPayload())) {
        assertThat(message.getOriginSystemId()).isEqualTo(1);
        return type.cast(message.getPayload());
      }
    }
  }

  @Test
  void a_raw_listener_sees_a_vehicle_and_gets_answers_whatever_others_send() throws Exception {
    int port = freePort();
    try (Launched simulate = Launched.start(Main.class, "--listen", "tcp:127.0.0.1:" + port)) {
      simulate.await("ready");
      try (Socket noisy = new Socket(InetAddress.getLoopbackAddress(), port);
          Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        byte[] noise = new byte[30_000];
        new SplittableRandom(20261121).nextBytes(noise);
        noisy.getOutputStream().write(noise);
        noisy.getOutputStream().flush();
        MavlinkConnection station =
            MavlinkConnection.create(socket.getInputStream(), socket.getOutputStream());
        Heartbeat heartbeat = next(station, Heartbeat.class);
        assertThat(heartbeat.autopilot().entry())
            .isEqualTo(MavAutopilot.MAV_AUTOPILOT_ARDUPILOTMEGA);
        GlobalPositionInt position = next(station, GlobalPositionInt.class);
        while (position.lat() == 0) { // none before its first fix
          position = next(station, GlobalPositionInt.class);
        }
        assertThat(position.lat()).isBetween(450000000, 460000000);
        assertThat(next(station, SysStatus.class).voltageBattery()).isPositive();
        station.send2(
            255,
            190,
            ParamRequestRead.builder()
                .targetSystem(1)
                .targetComponent(1)
                .paramId("FENCE_ENABLE")
                .paramIndex(-1)
                .build());
        ParamValue value = next(station, ParamValue.class);
        assertThat(value.paramId()).isEqualTo("FENCE_ENABLE");
        station.send2(
            255, 190, MissionRequestList.builder().targetSystem(1).targetComponent(1).build());
        // home alone is item 0 once it is known
        assertThat(next(station, MissionCount.class).count()).isBetween(0, 1);
      }
      simulate.signal("TERM");
      simulate.exit();
      assertThat(simulate.text()).doesNotContain("Exception");
    }
  }

  /** What an external autopilot is to the demonstration: an endpoint that flies in its own time. */
  @Tag("deep")
  @Test
  @Timeout(600)
  void the_demonstration_flies_an_autopilot_that_runs_already(@TempDir Path folder)
      throws Exception {
    int port = freePort();
    Path out = folder.resolve("out");
    try (Launched simulate =
            Launched.start(
                Main.class, "--scenario", "fair-weather", "--listen", "tcp:127.0.0.1:" + port);
        Launched demo =
            Launched.start(
                DemoMain.class,
                "--headless",
                "--lang",
                "en",
                "--autopilot",
                "tcp:127.0.0.1:" + port,
                "--out",
                out)) {
      simulate.await("ready");
      assertThat(demo.exit()).as(demo.text()).isZero();
      assertThat(demo.lastLine()).startsWith("record: ");
      assertThat(Files.readString(out.resolve("station.yaml"))).contains("127.0.0.1:" + port);
    }
  }
}
