package org.vigie.groundstation.link.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.ManualControl;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.ParamRequestList;
import io.dronefleet.mavlink.common.RcChannelsOverride;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.groundstation.link.Link;
import org.vigie.groundstation.link.LinkEndpoint;
import org.vigie.groundstation.link.Links;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.StateMessage;

/** Another ground station, by the MAVLink library, watches and is not heard. */
@Timeout(20)
final class ForwardingTest {
  private static final StateMessage.Heartbeat HEARTBEAT =
      new StateMessage.Heartbeat(3, 2, 3, 0x81, 4, 3);

  private final Forwarding forwarding = new Forwarding();
  private final Links links = new Links();

  @AfterEach
  void close() {
    forwarding.close();
    links.close();
  }

  private WatchCounts counts() {
    return forwarding.counts().values().iterator().next();
  }

  private Socket watcher() throws IOException {
    InetSocketAddress bound =
        (InetSocketAddress) forwarding.open(LinkEndpoint.parse("tcpin:127.0.0.1:0"));
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), bound.getPort());
    await().until(() -> counts().watchers() == 1);
    return socket;
  }

  @Test
  void a_watcher_reads_what_the_vehicle_said_bit_for_bit() throws Exception {
    try (Socket socket = watcher()) {
      FrameWriter vehicle = new FrameWriter(7, 1);
      byte[] unknown = {(byte) 0xFD, 2, 0, 0, 9, 7, 1, 0x39, 0x30, 0, 1, 2, 3, 4};
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      new FrameReader()
          .readDatagram(
              unknown,
              frame -> {
                forwarding.forward(frame);
                said.writeBytes(frame.bytes());
              });
      assertThat(said.size()).as("an unknown message goes on").isEqualTo(unknown.length);
      for (int i = 0; i < 20; i++) {
        Frame frame = vehicle.write(HEARTBEAT);
        said.writeBytes(frame.bytes());
        forwarding.forward(frame);
      }
      byte[] heard = socket.getInputStream().readNBytes(said.size());
      assertThat(heard).isEqualTo(said.toByteArray());
      MavlinkConnection library =
          MavlinkConnection.create(
              new java.io.ByteArrayInputStream(heard), new ByteArrayOutputStream());
      assertThat(library.next().getPayload())
          .isInstanceOfSatisfying(
              Heartbeat.class, beat -> assertThat(beat.customMode()).isEqualTo(3));
    }
  }

  @Test
  void nothing_that_a_watcher_says_reaches_the_vehicle_and_it_is_counted() throws Exception {
    try (DatagramSocket vehicle = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Socket socket = watcher()) {
      Link link =
          links.open(
              LinkEndpoint.parse("udp:127.0.0.1:0"),
              (frame, from) -> {
                forwarding.forward(frame);
                assertThat(from.send(new FrameWriter(255, 190).write(HEARTBEAT))).isTrue();
              });
      MavlinkConnection library =
          MavlinkConnection.create(socket.getInputStream(), socket.getOutputStream());
      int port = ((InetSocketAddress) link.boundTo().orElseThrow()).getPort();
      byte[] beat = new FrameWriter(1, 1).write(HEARTBEAT).bytes();
      vehicle.setSoTimeout(5000);
      for (int i = 0; i < 5; i++) {
        for (Object foreign : foreign()) {
          library.send2(255, 190, foreign);
        }
        vehicle.send(new DatagramPacket(beat, beat.length, InetAddress.getLoopbackAddress(), port));
        assertThat(library.next().getPayload()).isInstanceOf(Heartbeat.class);
        DatagramPacket answer = new DatagramPacket(new byte[300], 300);
        vehicle.receive(answer);
        byte[] bytes = Arrays.copyOf(answer.getData(), answer.getLength());
        assertThat(bytes).as("the station's own").hasSize(21);
      }
      await().until(() -> counts().ignoredBytes() > 5L * 6 * 12);
      vehicle.setSoTimeout(200);
      assertThatThrownBy(() -> vehicle.receive(new DatagramPacket(new byte[300], 300)))
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  private static List<Object> foreign() {
    return List.of(
        Heartbeat.builder()
            .type(MavType.MAV_TYPE_GCS)
            .autopilot(MavAutopilot.MAV_AUTOPILOT_INVALID)
            .mavlinkVersion(3)
            .build(),
        ManualControl.builder().target(1).z(500).build(),
        RcChannelsOverride.builder().targetSystem(1).targetComponent(1).chan1Raw(1500).build(),
        CommandLong.builder()
            .targetSystem(1)
            .targetComponent(1)
            .command(MavCmd.MAV_CMD_COMPONENT_ARM_DISARM)
            .param1(1)
            .build(),
        MissionCount.builder().targetSystem(1).targetComponent(1).count(3).build(),
        ParamRequestList.builder().targetSystem(1).targetComponent(1).build());
  }

  @Test
  void a_watcher_that_does_not_read_misses_frames_and_delays_nobody() throws Exception {
    try (Socket socket = watcher()) {
      socket.setReceiveBufferSize(4096);
      FrameWriter vehicle = new FrameWriter(7, 1);
      for (int i = 0; i < 600_000 && counts().missed() == 0; i++) {
        forwarding.forward(vehicle.write(HEARTBEAT));
      }
      assertThat(counts().missed()).isPositive();
      assertThat(counts().watchers()).isEqualTo(1);
    }
    await().until(() -> counts().watchers() == 0);
  }

  @Test
  void a_watcher_by_udp_is_sent_to_without_asking() throws Exception {
    try (DatagramSocket station = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      station.setSoTimeout(5000);
      forwarding.open(LinkEndpoint.parse("udpout:127.0.0.1:" + station.getLocalPort()));
      Frame frame = new FrameWriter(7, 1).write(HEARTBEAT);
      forwarding.forward(frame);
      DatagramPacket heard = new DatagramPacket(new byte[300], 300);
      station.receive(heard);
      assertThat(Arrays.copyOf(heard.getData(), heard.getLength())).isEqualTo(frame.bytes());
    }
  }

  @Test
  void only_endpoints_that_can_be_watched_are_served() {
    assertThatThrownBy(() -> forwarding.open(LinkEndpoint.parse("tcp:127.0.0.1:5760")))
        .hasMessageContaining("tcp:127.0.0.1:5760");
  }
}
