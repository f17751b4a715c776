package org.vigie.groundstation.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.vehicle.protocol.RemoteIdentity;
import org.vigie.simulator.clock.SystemWallClock;
import org.vigie.simulator.mavlink.VideoStream;
import org.vigie.simulator.net.LinkRules;
import org.vigie.simulator.net.Network;
import org.vigie.simulator.net.VehicleLinks;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.World;

/**
 * An aircraft behind a real socket: one that is simulated here, stepped by the same thread as fast
 * as it goes, or an autopilot that runs elsewhere in its own time.
 */
abstract class AircraftOnSocket implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  /** What passes between two looks at the socket. */
  static final Duration TURN = Duration.ofMillis(20);

  private final ByteBuffer incoming = ByteBuffer.allocate(65536);

  /** Time on board, as the station's clock shows it. */
  abstract Instant now();

  /** Lets {@link #TURN} pass. */
  abstract void turn() throws IOException;

  abstract void send(byte[] frame);

  /** What the station broadcasts of it; of one that runs elsewhere nothing is known. */
  RemoteIdentity identity() {
    return RemoteIdentity.NONE;
  }

  /** Bytes that have come, empty for none. */
  abstract int read(ByteBuffer into) throws IOException;

  byte[] received() throws IOException {
    incoming.clear();
    read(incoming);
    incoming.flip();
    byte[] bytes = new byte[incoming.remaining()];
    incoming.get(bytes);
    return bytes;
  }

  @Override
  public abstract void close() throws IOException;

  /** One that is simulated here. */
  static AircraftOnSocket simulated(Flavour flavour, LatLon place, double groundM)
      throws IOException {
    return new Simulated(flavour, place, groundM);
  }

  /**
   * One that runs already.
   *
   * @param endpoint {@code tcp:HOST:PORT} to call, {@code udp:HOST:PORT} to listen at
   */
  static AircraftOnSocket running(String endpoint) throws IOException {
    String[] parts = endpoint.split(":");
    InetSocketAddress address = new InetSocketAddress(parts[1], Integer.parseInt(parts[2]));
    return parts[0].equals("udp") ? new RunningUdp(address) : new RunningTcp(address);
  }

  private static final class Simulated extends AircraftOnSocket {
    private static final VideoStream STREAM =
        new VideoStream(
            VideoStream.Carrier.RTSP,
            "wide",
            "rtsp://127.0.0.1:8554/wide",
            1280,
            720,
            25,
            2_000_000,
            73.7,
            true);

    private static final int STEPS = (int) Math.round(TURN.toMillis() / 1000.0 / World.STEP_S);
    private final World world;
    private final SimulatedVehicle vehicle;
    private final Network network = new Network(new SystemWallClock(), List.of());
    private final VehicleLinks links;
    private final SocketChannel socket;

    Simulated(Flavour flavour, LatLon place, double groundM) throws IOException {
      world = new World(START, 11, at -> Optional.of(new AltitudeAmsl(groundM)));
      try {
        vehicle =
            world.add(
                new VehicleSetup(
                    "quad-1", 1, flavour, AirframeReader.shipped("quad-4kg"), place, groundM, 0));
      } catch (DocumentException e) {
        throw new AssertionError(e);
      }
      vehicle.autopilot().fitRemoteId();
      vehicle.autopilot().video(List.of(() -> STREAM));
      LinkRules rules = flavour == Flavour.PX4_1_17 ? LinkRules.PX4 : LinkRules.ARDUPILOT;
      links = new VehicleLinks(network, 1, rules.with(LinkRules.Version.TWO), 5);
      links.listenTcp(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      socket =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), links.port()));
      socket.configureBlocking(false);
    }

    @Override
    RemoteIdentity identity() {
      return new RemoteIdentity(
          RemoteIdentity.Carrier.AUTOPILOT,
          "FRAdemosdis4200t",
          "Public safety",
          2,
          0,
          "0DEMB00000000001",
          null);
    }

    @Override
    Instant now() {
      return world.now();
    }

    @Override
    void turn() {
      for (int i = 0; i < STEPS; i++) {
        world.step();
      }
      network.look();
      links.exchange(vehicle.autopilot(), world.elapsedS());
      links.send(vehicle.autopilot(), world.elapsedS());
      network.look();
    }

    @Override
    void send(byte[] frame) {
      AircraftOnSocket.write(socket, frame);
    }

    @Override
    int read(ByteBuffer into) throws IOException {
      return socket.read(into);
    }

    @Override
    public void close() throws IOException {
      socket.close();
      links.close();
      network.close();
    }
  }

  private static void write(SocketChannel socket, byte[] frame) {
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    try {
      while (bytes.hasRemaining()) {
        socket.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Time that is the wall's: the station's begins at {@link #START}. */
  private abstract static class Running extends AircraftOnSocket {
    private final SystemWallClock clock = new SystemWallClock();
    private final long begunNs = clock.nanos();
    final Selector selector = Selector.open();

    Running() throws IOException {}

    @Override
    Instant now() {
      return START.plusNanos(clock.nanos() - begunNs);
    }

    @Override
    void turn() throws IOException {
      selector.select(TURN.toMillis());
      selector.selectedKeys().clear();
    }
  }

  private static final class RunningTcp extends Running {
    private final SocketChannel socket;

    RunningTcp(InetSocketAddress address) throws IOException {
      socket = SocketChannel.open(address);
      socket.configureBlocking(false);
      socket.register(selector, SelectionKey.OP_READ);
    }

    @Override
    void send(byte[] frame) {
      AircraftOnSocket.write(socket, frame);
    }

    @Override
    int read(ByteBuffer into) throws IOException {
      return socket.read(into);
    }

    @Override
    public void close() throws IOException {
      socket.close();
      selector.close();
    }
  }

  private static final class RunningUdp extends Running {
    private final DatagramChannel socket;
    private @Nullable SocketAddress vehicle;

    RunningUdp(InetSocketAddress at) throws IOException {
      socket = DatagramChannel.open().bind(at);
      socket.configureBlocking(false);
      socket.register(selector, SelectionKey.OP_READ);
    }

    @Override
    void send(byte[] frame) {
      SocketAddress known = vehicle;
      if (known != null) {
        try {
          socket.send(ByteBuffer.wrap(frame), known);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    @Override
    int read(ByteBuffer into) throws IOException {
      int before = into.position();
      SocketAddress from = socket.receive(into);
      while (from != null && into.remaining() > 2048) {
        vehicle = from;
        from = socket.receive(into);
      }
      return into.position() - before;
    }

    @Override
    public void close() throws IOException {
      socket.close();
      selector.close();
    }
  }
}
