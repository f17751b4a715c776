package org.vigie.simulator.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts stations on TCP, as ArduPilot's SITL does. Confined to the world's thread. */
final class TcpListener implements Port, Network.Handler {
  /** Accepted in one look; the next look takes more. */
  private static final int ACCEPT_MAX = 16;

  private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);

  private final Network network;
  private final VehicleLinks links;
  private final boolean first;
  private final ServerSocketChannel server;
  private final int port;

  TcpListener(Network network, VehicleLinks links, InetSocketAddress address, boolean first)
      throws IOException {
    this.network = network;
    this.links = links;
    this.first = first;
    this.server = ServerSocketChannel.open();
    try {
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      server.bind(address);
      this.port = server.socket().getLocalPort();
      network.watch(server, SelectionKey.OP_ACCEPT, this);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void ready() {
    try {
      for (int i = 0; i < ACCEPT_MAX; i++) {
        SocketChannel channel = server.accept();
        if (channel == null) {
          return;
        }
        links.welcome(new TcpWire(network, channel), first);
      }
    } catch (IOException e) {
      LOG.warn("accepting a station failed: {}", e.toString());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
