package org.vigie.simulator.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.net.frame.Frame;

/**
 * One station over UDP that need not be there yet: a datagram a message out, any cut in. Confined
 * to the world's thread.
 */
final class UdpConnector implements Port, Wire, Network.Handler {
  /** Datagrams taken in one look. */
  private static final int DATAGRAMS_MAX = 64;

  private static final Logger LOG = LoggerFactory.getLogger(UdpConnector.class);

  private final Network network;
  private final DatagramChannel channel;
  private final String name;
  private @Nullable Link link;

  UdpConnector(Network network, InetSocketAddress station) throws IOException {
    this.network = network;
    this.name = "udp:" + station;
    this.channel = DatagramChannel.open();
    try {
      channel.connect(station);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Begins to read for a link. */
  void begin(Link reader) throws IOException {
    link = reader;
    network.watch(channel, SelectionKey.OP_READ, this);
  }

  @Override
  public int port() {
    return channel.socket().getLocalPort();
  }

  @Override
  public void ready() {
    for (int i = 0; i < DATAGRAMS_MAX && link != null && link.hasRoom(); i++) {
      try {
        ByteBuffer bytes = network.buffer();
        if (channel.read(bytes) <= 0) {
          return;
        }
        link.read(bytes.flip());
      } catch (PortUnreachableException e) {
        return; // nobody listens there yet: a station may come later
      } catch (IOException e) {
        LOG.debug("{}: {}", name, e.toString());
        return;
      }
    }
  }

  @Override
  public Carrier carrier() {
    return Carrier.DATAGRAM;
  }

  @Override
  public boolean send(Frame frame) {
    try {
      return channel.write(ByteBuffer.wrap(frame.bytes())) > 0;
    } catch (PortUnreachableException e) {
      return true; // gone into the void, as datagrams do
    } catch (IOException e) {
      LOG.debug("{}: {}", name, e.toString());
      return false;
    }
  }

  @Override
  public void flush() {
    // a datagram goes at once
  }

  @Override
  public boolean broken() {
    return !channel.isOpen();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("closing {}: {}", name, e.toString());
    }
  }

  @Override
  public String name() {
    return name;
  }
}
