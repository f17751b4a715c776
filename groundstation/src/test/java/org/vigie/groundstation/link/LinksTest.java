package org.vigie.groundstation.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.vehicle.way.FrameOutlet;

class LinksTest {
  private static final Heartbeat HEARTBEAT = new Heartbeat(3, 2, 3, 0x81, 4, 3);

  private record Heard(Frame frame, FrameOutlet from) {}

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final Links links = new Links();

  @AfterEach
  void close() {
    links.close();
  }

  private Link open(String endpoint) throws IOException {
    return links.open(
        LinkEndpoint.parse(endpoint), (frame, from) -> heard.add(new Heard(frame, from)));
  }

  @Test
  void a_tcp_link_hears_answers_and_counts_garbage_and_nothing_else() throws Exception {
    Frame frame = new FrameWriter(1, 1).write(HEARTBEAT);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Link link = open("tcp:127.0.0.1:" + server.getLocalPort());
      try (Socket vehicle = server.accept()) {
        vehicle
            .getOutputStream()
            .write("garbage".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        vehicle.getOutputStream().write(frame.bytes());
        Heard first = heard.take();
        assertThat(first.frame()).isEqualTo(frame);
        await().until(() -> link.status().counts().garbageBytes() == 7);
        assertThat(link.status().up()).isTrue();

        Frame answer = new FrameWriter(255, 190).write(HEARTBEAT);
        assertThat(first.from().send(answer)).isTrue();
        assertThat(vehicle.getInputStream().readNBytes(answer.length())).isEqualTo(answer.bytes());
      }
    }
  }

  @Test
  void a_broken_tcp_link_says_so_and_comes_back() throws Exception {
    Frame frame = new FrameWriter(1, 1).write(HEARTBEAT);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Link link = open("tcp:127.0.0.1:" + server.getLocalPort());
      FrameOutlet old;
      try (Socket vehicle = server.accept()) {
        vehicle.getOutputStream().write(frame.bytes());
        old = heard.take().from();
      }
      await().until(() -> !old.send(frame));
      assertThat(link.status().unsent()).isPositive();
      try (Socket again = server.accept()) {
        again.getOutputStream().write(frame.bytes());
        assertThat(heard.take().from()).isNotSameAs(old);
        assertThat(link.status().connects()).isEqualTo(2);
      }
    }
  }

  @Test
  void a_vehicle_that_is_not_there_yet_is_no_error() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Link link = open("tcp:127.0.0.1:" + port);
    await().until(() -> link.status().problem().contains("refused"));
    assertThat(link.status().up()).isFalse();
  }

  @Test
  void one_udp_port_hears_many_vehicles_and_answers_each() throws Exception {
    Link link = open("udp:127.0.0.1:0");
    int port = ((InetSocketAddress) link.boundTo().orElseThrow()).getPort();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    List<DatagramSocket> vehicles = new ArrayList<>();
    for (int system = 1; system <= 3; system++) {
      DatagramSocket vehicle = new DatagramSocket(0, loopback);
      vehicle.setSoTimeout(5000);
      vehicles.add(vehicle);
      byte[] frame = new FrameWriter(system, 1).write(HEARTBEAT).bytes();
      vehicle.send(new DatagramPacket(frame, frame.length, loopback, port));
    }
    for (int i = 0; i < 3; i++) {
      Heard one = heard.take();
      Frame answer = new FrameWriter(100 + one.frame().systemId(), 190).write(HEARTBEAT);
      assertThat(one.from().send(answer)).isTrue();
    }
    for (int system = 1; system <= 3; system++) {
      DatagramPacket answer = new DatagramPacket(new byte[300], 300);
      vehicles.get(system - 1).receive(answer);
      byte[] bytes = Arrays.copyOf(answer.getData(), answer.getLength());
      assertThat(bytes[5] & 0xFF).isEqualTo(100 + system);
      vehicles.get(system - 1).close();
    }
    assertThat(link.status().counts().frames()).isEqualTo(3);
  }

  @Test
  void vehicles_that_call_by_tcp_are_heard_and_each_is_answered() throws Exception {
    Link link = open("tcpin:127.0.0.1:0");
    int port = ((InetSocketAddress) link.boundTo().orElseThrow()).getPort();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (Socket first = new Socket(loopback, port);
        Socket second = new Socket(loopback, port)) {
      first.getOutputStream().write(new FrameWriter(1, 1).write(HEARTBEAT).bytes());
      Heard one = heard.take();
      second.getOutputStream().write(new FrameWriter(2, 1).write(HEARTBEAT).bytes());
      Heard other = heard.take();
      assertThat(one.from()).isNotSameAs(other.from());
      assertThat(one.from().link()).isEqualTo(other.from().link());
      Frame answer = new FrameWriter(255, 190).write(HEARTBEAT);
      assertThat(other.from().send(answer)).isTrue();
      assertThat(second.getInputStream().readNBytes(answer.length())).isEqualTo(answer.bytes());
      first.shutdownOutput();
      await().until(() -> !one.from().open());
      assertThat(other.from().open()).isTrue();
      await().until(() -> link.status().counts().frames() == 2);
    }
  }

  @Test
  void a_vehicle_that_listens_on_udp_is_spoken_to_first_but_not_by_a_heartbeat() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (DatagramSocket vehicle = new DatagramSocket(0, loopback)) {
      vehicle.setSoTimeout(5000);
      Link link = open("udpout:127.0.0.1:" + vehicle.getLocalPort());
      DatagramPacket knock = new DatagramPacket(new byte[300], 300);
      vehicle.receive(knock);
      assertThat(knock.getData()[7] & 0xFF).as("TIMESYNC").isEqualTo(111);
      byte[] frame = new FrameWriter(4, 1).write(HEARTBEAT).bytes();
      vehicle.send(new DatagramPacket(frame, frame.length, knock.getSocketAddress()));
      Heard one = heard.take();
      assertThat(one.frame().systemId()).isEqualTo(4);
      assertThat(one.from().send(new FrameWriter(255, 190).write(HEARTBEAT))).isTrue();
      vehicle.receive(knock);
      assertThat(knock.getData()[7]).as("HEARTBEAT").isZero();
      assertThat(link.status().counts().frames()).isEqualTo(1);
    }
  }

  @Test
  void a_port_that_is_taken_is_an_error_that_names_it() throws Exception {
    Link first = open("udp:127.0.0.1:0");
    int port = ((InetSocketAddress) first.boundTo().orElseThrow()).getPort();
    assertThatThrownBy(() -> open("udp:127.0.0.1:" + port))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("udp:127.0.0.1:" + port);
  }

  @Test
  void endpoints_are_read_and_bad_ones_named() {
    assertThat(LinkEndpoint.parse("tcp:127.0.0.1:5760"))
        .isEqualTo(new LinkEndpoint(LinkEndpoint.Kind.TCP_CONNECT, "127.0.0.1", 5760));
    assertThat(LinkEndpoint.parse("udp:[::1]:14550"))
        .isEqualTo(new LinkEndpoint(LinkEndpoint.Kind.UDP_LISTEN, "::1", 14550));
    assertThat(LinkEndpoint.parse("udp:[::1]:14550")).hasToString("udp:[::1]:14550");
    assertThat(LinkEndpoint.parse("udpin:0.0.0.0:14550")).hasToString("udp:0.0.0.0:14550");
    assertThat(LinkEndpoint.parse("tcpin:0.0.0.0:0").kind())
        .isEqualTo(LinkEndpoint.Kind.TCP_LISTEN);
    assertThat(LinkEndpoint.parse("udpout:h:14550").kind())
        .isEqualTo(LinkEndpoint.Kind.UDP_CONNECT);
    assertThat(LinkEndpoint.parse("serial:/dev/ttyUSB0:57600"))
        .isEqualTo(new LinkEndpoint(LinkEndpoint.Kind.SERIAL, "/dev/ttyUSB0", 57600))
        .hasToString("serial:/dev/ttyUSB0:57600");
    for (String bad :
        List.of(
            "",
            "serial:/dev/ttyACM0",
            "serial:/dev/ttyACM0:fast",
            "serial:/dev/ttyACM0:300",
            "serial::57600",
            "udpout:h:0",
            "tcp:host",
            "tcp::5760",
            "tcp:h:70000",
            "udp:h:x",
            "tcp:h:0",
            "tcp:::1:5760")) {
      assertThatThrownBy(() -> LinkEndpoint.parse(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"" + bad + "\"")
          .hasMessageContaining("tcp:HOST:PORT");
    }
  }

  @Test
  void pauses_between_attempts_grow_to_five_seconds() {
    BackOff backOff = new BackOff();
    assertThat(backOff.next()).isEqualTo(BackOff.FIRST);
    for (int i = 0; i < 10; i++) {
      backOff.next();
    }
    assertThat(backOff.next()).isEqualTo(BackOff.LONGEST);
    backOff.reset();
    assertThat(backOff.next()).isEqualTo(BackOff.FIRST);
  }
}
