package org.vigie.simulator.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a station over TCP, again and again until it answers, and again when it is gone. Confined
 * to the world's thread.
 */
final class TcpConnector implements Port, Network.Handler {
  /** Between two calls, wall time. */
  private static final long RETRY_NS = 1_000_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(TcpConnector.class);

  private final Network network;
  private final VehicleLinks links;
  private final InetSocketAddress station;
  private final boolean first;
  private @Nullable SocketChannel calling;
  private @Nullable TcpWire wire;
  private long nextNs;
  private boolean closed;

  TcpConnector(Network network, VehicleLinks links, InetSocketAddress station, boolean first) {
    this.network = network;
    this.links = links;
    this.station = station;
    this.first = first;
    this.nextNs = network.nanos();
  }

  @Override
  public int port() {
    return 0;
  }

  @Override
  public void tend() {
    boolean idle = calling == null && (wire == null || wire.broken());
    if (closed || !idle || network.nanos() - nextNs < 0) {
      return;
    }
    nextNs = network.nanos() + RETRY_NS;
    wire = null;
    try {
      SocketChannel channel = SocketChannel.open();
      calling = channel;
      network.watch(channel, SelectionKey.OP_CONNECT, this);
      if (channel.connect(station)) {
        ready();
      }
    } catch (IOException e) {
      giveUp(e);
    }
  }

  @Override
  public void ready() {
    SocketChannel channel = calling;
    if (channel == null) {
      return;
    }
    try {
      if (channel.isConnected() || channel.finishConnect()) {
        calling = null;
        TcpWire answered = new TcpWire(network, channel);
        wire = answered;
        links.welcome(answered, first);
      }
    } catch (IOException e) {
      giveUp(e);
    }
  }

  private void giveUp(IOException e) {
    LOG.debug("nobody answers at {}: {}", station, e.toString());
    try {
      if (calling != null) {
        calling.close();
      }
    } catch (IOException also) {
      LOG.debug("closing: {}", also.toString());
    }
    calling = null;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    if (calling != null) {
      calling.close();
    }
  }
}
