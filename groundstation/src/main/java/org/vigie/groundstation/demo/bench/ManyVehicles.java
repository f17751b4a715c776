package org.vigie.groundstation.demo.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.groundstation.mavlink.CommandMessage;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.PositionMessage;
import org.vigie.groundstation.mavlink.StateMessage;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * {@code vigie simulate} with many vehicles at real time, in a process of its own: every vehicle
 * takes off and hovers, and sends its standard telemetry to this process.
 *
 * @param cores seconds of the processor a second
 * @param pace simulated seconds a second
 * @param messagesPerS of all vehicles together
 * @param residentKb resident memory at the end
 */
record ManyVehicles(
    int vehicles, double cores, double pace, double messagesPerS, double residentKb) {
  /** Vehicles know where they are by then. */
  private static final double READY_S = 15;

  private static final double CLIMB_S = 15;
  private static final double HEIGHT_M = 20;

  private static final int DATAGRAM_MAX = 2048;

  static ManyVehicles measure(int vehicles, int seconds) throws IOException, InterruptedException {
    try (DatagramSocket station = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      station.setReceiveBufferSize(1 << 20);
      Process process = start(vehicles, station.getLocalPort());
      try {
        return new Listener(station).measure(process.pid(), vehicles, seconds);
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
  }

  private static Process start(int vehicles, int port) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", // as ./vigie simulate starts it
                "-Xmn16m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.vigie.simulator.run.Main",
                "--vehicles",
                Integer.toString(vehicles),
                "--connect",
                "udp:127.0.0.1:" + port))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The station's end. Confined to one thread. */
  private static final class Listener {
    private final DatagramSocket socket;
    private final FrameReader reader = new FrameReader();
    private final FrameWriter writer = new FrameWriter(255, 190);
    private final Set<SocketAddress> peers = new HashSet<>();
    private final Set<Integer> aloft = new HashSet<>();
    private long messages;
    private long newestBootMs = -1;

    Listener(DatagramSocket socket) {
      this.socket = socket;
    }

    ManyVehicles measure(long pid, int vehicles, int seconds) throws IOException {
      listen(READY_S);
      if (peers.size() < vehicles) {
        throw new IOException("only " + peers.size() + " of " + vehicles + " vehicles spoke");
      }
      order(176, 1, 4, 0); // DO_SET_MODE, GUIDED
      order(400, 1, 0, 0);
      order(22, 0, 0, HEIGHT_M);
      listen(CLIMB_S);
      if (aloft.size() < vehicles) {
        throw new IOException("only " + aloft.size() + " of " + vehicles + " vehicles fly");
      }
      long heard = messages;
      long boot = newestBootMs;
      double spent = ProcessUse.spentS(pid);
      long began = System.nanoTime();
      listen(seconds);
      double wall = (System.nanoTime() - began) / 1e9;
      return new ManyVehicles(
          vehicles,
          (ProcessUse.spentS(pid) - spent) / wall,
          (newestBootMs - boot) / 1e3 / wall,
          (messages - heard) / wall,
          ProcessUse.residentKb(pid));
    }

    private void order(int command, double first, double second, double seventh)
        throws IOException {
      byte[] bytes =
          writer
              .write(
                  new CommandMessage.CommandLong(
                      0, 1, command, 0, (float) first, (float) second, 0, 0, 0, 0, (float) seventh))
              .bytes();
      for (SocketAddress peer : peers) {
        socket.send(new DatagramPacket(bytes, bytes.length, (InetSocketAddress) peer));
      }
    }

    private void listen(double seconds) throws IOException {
      long end = System.nanoTime() + Duration.ofMillis((long) (seconds * 1000)).toNanos();
      byte[] buffer = new byte[DATAGRAM_MAX];
      socket.setSoTimeout(100);
      while (System.nanoTime() < end) {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        try {
          socket.receive(packet);
        } catch (SocketTimeoutException e) {
          continue;
        }
        peers.add(packet.getSocketAddress());
        reader.readDatagram(
            Arrays.copyOf(buffer, packet.getLength()),
            frame -> take(frame.systemId(), Messages.decode(frame)));
      }
    }

    private void take(int vehicle, VehicleMessage message) {
      messages++;
      if (message instanceof PositionMessage.GlobalPosition at
          && at.height().metres() > HEIGHT_M / 2) {
        aloft.add(vehicle);
      }
      if (message instanceof StateMessage.SystemTime time) {
        newestBootMs = Math.max(newestBootMs, time.bootMs());
      }
    }
  }
}
