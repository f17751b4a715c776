package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.StateMessage.AutopilotVersion;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.StateMessage.Timesync;
import org.vigie.groundstation.mavlink.VehicleMessage;
import picocli.CommandLine;

/** What vigie vehicles finds, and that it sends questions only. */
@Timeout(20)
final class VehiclesCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine command =
        Main.commandLine(new Main())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return command.execute(args);
  }

  /** A PX4 that listens on UDP, answers questions, and keeps what it was asked. */
  private static final class Vehicle extends Thread implements AutoCloseable {
    private final DatagramSocket socket;
    private final FrameWriter writer = new FrameWriter(9, 1);
    private final List<VehicleMessage> asked = new ArrayList<>();

    Vehicle() throws SocketException {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      setDaemon(true);
    }

    @Override
    public void run() {
      byte[] buffer = new byte[2048];
      FrameReader reader = new FrameReader();
      try {
        while (!socket.isClosed()) {
          DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
          socket.receive(packet);
          List<VehicleMessage> answers = new ArrayList<>();
          reader.readDatagram(
              Arrays.copyOf(buffer, packet.getLength()),
              frame -> answer(Messages.decode(frame), answers));
          for (VehicleMessage answer : answers) {
            byte[] bytes = writer.write(answer).bytes();
            socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
          }
        }
      } catch (java.io.IOException e) {
        // closed
      }
    }

    private synchronized void answer(VehicleMessage question, List<VehicleMessage> answers) {
      asked.add(question);
      if (question instanceof Timesync sync) {
        answers.add(new Heartbeat(0x0403_0000L, 2, 12, 0x1D, 3, 3));
        answers.add(new Timesync(77, sync.ts1Ns(), 255, 190));
      } else if (question instanceof CommandLong command && command.param1() == 148) {
        answers.add(
            new AutopilotVersion(
                0,
                0x0123_4567L,
                0x011000FFL,
                0,
                0,
                0,
                0,
                0,
                "0".repeat(16),
                "0".repeat(16),
                "0".repeat(16),
                "0".repeat(36)));
      }
    }

    synchronized List<VehicleMessage> asked() {
      return List.copyOf(asked);
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  @Test
  void a_vehicle_on_a_link_is_found_with_its_identity_and_the_quality_of_its_way()
      throws Exception {
    try (Vehicle vehicle = new Vehicle()) {
      vehicle.start();
      String link = "udpout:127.0.0.1:" + vehicle.socket.getLocalPort();
      assertThat(run("vehicles", "--connect", link, "--seconds", "3", "--json"))
          .as(err.toString())
          .isZero();
      JsonNode found = new ObjectMapper().readTree(out.toString()).path("vehicles").path(0);
      assertThat(found.path("vehicleId").asText()).isEqualTo("system 9");
      assertThat(found.path("autopilot").asText()).isEqualTo("PX4");
      assertThat(found.path("version").asText()).isEqualTo("1.16.0");
      assertThat(found.path("uid").asText()).isEqualTo("0000000001234567");
      JsonNode way = found.path("ways").path(0);
      assertThat(way.path("name").asText()).isEqualTo(link);
      assertThat(way.path("chosen").asBoolean()).isTrue();
      assertThat(way.path("grade").asText()).isIn("GOOD", "FAIR");
      assertThat(vehicle.asked())
          .isNotEmpty()
          .allMatch(
              asked ->
                  asked instanceof Timesync
                      || (asked instanceof CommandLong command && command.command() == 512));
    }
  }

  @Test
  void an_empty_link_is_said_and_exits_1_and_a_bad_one_exits_2() {
    assertThat(run("vehicles", "--listen", "udp:127.0.0.1:0", "--seconds", "1")).isEqualTo(1);
    assertThat(out.toString()).contains("no vehicle");
    assertThat(run("vehicles", "--listen", "nonsense")).isEqualTo(2);
    assertThat(err.toString()).contains("nonsense");
  }
}
