package org.vigie.simulator.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.net.frame.Frame;

/**
 * Many stations on one UDP port, each learnt from the first packet that it sends, each forgotten
 * when it has been silent. Confined to the world's thread.
 */
final class UdpListener implements Port, Network.Handler {
  /** A station's heartbeat comes each second; half a minute of silence, wall time, is an end. */
  static final long SILENCE_NS = 30_000_000_000L;

  private static final int DATAGRAMS_MAX = 256;
  private static final Logger LOG = LoggerFactory.getLogger(UdpListener.class);

  private final Network network;
  private final VehicleLinks links;
  private final boolean first;
  private final DatagramChannel channel;
  private final int port;

  /** As many as a vehicle has places for. */
  private final Map<SocketAddress, Peer> peers = new HashMap<>();

  UdpListener(Network network, VehicleLinks links, InetSocketAddress address, boolean first)
      throws IOException {
    this.network = network;
    this.links = links;
    this.first = first;
    this.channel = DatagramChannel.open();
    try {
      channel.bind(address);
      this.port = channel.socket().getLocalPort();
      network.watch(channel, SelectionKey.OP_READ, this);
    } catch (IOException e) {
      channel.close();
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
      for (int i = 0; i < DATAGRAMS_MAX; i++) {
        ByteBuffer bytes = network.buffer();
        SocketAddress from = channel.receive(bytes);
        if (from == null) {
          return;
        }
        take(from, bytes.flip());
      }
    } catch (IOException e) {
      LOG.debug("udp port {}: {}", port, e.toString());
    }
  }

  private void take(SocketAddress from, ByteBuffer bytes) {
    Peer peer = peers.get(from);
    if (peer == null) {
      peer = new Peer(from);
      peer.link = links.candidate(peer, first);
      peer.link.read(bytes);
      if (peer.link.heard() && links.welcome(peer.link)) {
        peers.put(from, peer);
      }
    } else if (peer.link != null && peer.link.hasRoom()) {
      peer.link.read(bytes);
    }
    peer.heardNs = network.nanos();
  }

  @Override
  public void tend() {
    if (peers.isEmpty()) {
      return;
    }
    long now = network.nanos();
    for (Peer peer : new ArrayList<>(peers.values())) {
      if (now - peer.heardNs > SILENCE_NS) {
        peer.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** One of the stations. */
  private final class Peer implements Wire {
    private final SocketAddress address;
    private @Nullable Link link;
    private long heardNs;
    private boolean gone;

    Peer(SocketAddress address) {
      this.address = address;
    }

    @Override
    public Carrier carrier() {
      return Carrier.DATAGRAM;
    }

    @Override
    public boolean send(Frame frame) {
      try {
        return channel.send(ByteBuffer.wrap(frame.bytes()), address) > 0;
      } catch (IOException e) {
        LOG.debug("{}: {}", name(), e.toString());
        return false;
      }
    }

    @Override
    public void flush() {
      // a datagram goes at once
    }

    @Override
    public boolean broken() {
      return gone;
    }

    @Override
    public void close() {
      gone = true;
      peers.remove(address);
    }

    @Override
    public String name() {
      return "udp:" + address;
    }
  }
}
