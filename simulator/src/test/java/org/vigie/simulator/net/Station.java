package org.vigie.simulator.net;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A ground station of a few lines on the MAVLink library, which shares no code with the links. */
final class Station implements Closeable {
  private final int systemId;
  private final ByteChannel channel;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final MavlinkConnection writer =
      MavlinkConnection.create(new ByteArrayInputStream(new byte[0]), out);

  private <C extends SelectableChannel & ByteChannel> Station(int systemId, C channel)
      throws IOException {
    channel.configureBlocking(false);
    this.systemId = systemId;
    this.channel = channel;
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  static Station tcp(int systemId, int port) throws IOException {
    return new Station(systemId, SocketChannel.open(loopback(port)));
  }

  static Station tcp(int systemId, SocketChannel accepted) throws IOException {
    return new Station(systemId, accepted);
  }

  static Station udp(int systemId, int port) throws IOException {
    DatagramChannel channel = DatagramChannel.open().bind(loopback(0));
    if (port != 0) {
      channel.connect(loopback(port));
    }
    return new Station(systemId, channel);
  }

  /** Speaks to one port from now on; only over UDP. */
  void connect(int port) throws IOException {
    ((DatagramChannel) channel).connect(loopback(port));
  }

  int port() throws IOException {
    DatagramChannel own = (DatagramChannel) channel;
    return ((InetSocketAddress) own.getLocalAddress()).getPort();
  }

  void raw(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  byte[] bytes1(Object message) throws IOException {
    writer.send1(systemId, 190, message);
    return taken();
  }

  byte[] bytes2(Object message) throws IOException {
    writer.send2(systemId, 190, message);
    return taken();
  }

  byte[] signed(Object message, int link, long time, byte[] key) throws IOException {
    writer.send2(systemId, 190, message, link, time, key);
    return taken();
  }

  private byte[] taken() {
    byte[] bytes = out.toByteArray();
    out.reset();
    return bytes;
  }

  void say(Object message) throws IOException {
    raw(bytes2(message));
  }

  static Heartbeat heartbeat() {
    return Heartbeat.builder()
        .type(MavType.MAV_TYPE_GCS)
        .autopilot(MavAutopilot.MAV_AUTOPILOT_INVALID)
        .mavlinkVersion(3)
        .build();
  }

  static ParamRequestRead question(String parameter) {
    return ParamRequestRead.builder()
        .targetSystem(1)
        .targetComponent(1)
        .paramId(parameter)
        .paramIndex(-1)
        .build();
  }

  /** Bytes heard so far. */
  byte[] heard() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(65_536);
    for (int count = read(buffer); count > 0; count = read(buffer.clear())) {
      heard.write(buffer.array(), 0, count);
    }
    return heard.toByteArray();
  }

  private int read(ByteBuffer buffer) throws IOException {
    if (channel instanceof DatagramChannel datagrams) {
      return datagrams.receive(buffer) == null ? 0 : buffer.position();
    }
    return channel.read(buffer);
  }

  /** Forgets what has been heard. */
  void forget() throws IOException {
    heard();
    heard.reset();
  }

  /** Messages heard so far. */
  List<MavlinkMessage<?>> messages() throws IOException {
    MavlinkConnection reader =
        MavlinkConnection.create(new ByteArrayInputStream(heard()), new ByteArrayOutputStream());
    List<MavlinkMessage<?>> messages = new ArrayList<>();
    try {
      while (true) {
        messages.add(reader.next());
      }
    } catch (EOFException e) {
      return messages;
    }
  }

  <T> List<T> heard(Class<T> type) throws IOException {
    return messages().stream()
        .map(m -> (Object) m.getPayload())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
