package org.vigie.simulator.net;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.net.frame.Frame;

/** One station over TCP. Confined to the world's thread. */
final class TcpWire implements Wire, Network.Handler {
  /** Some seconds of telemetry: what waits longer is stale. */
  private static final int SEND_BUFFER_BYTES = 32 * 1024;

  /** Packets that the kernel has not taken yet: a turn of the world's worth at high speed. */
  private static final int PENDING_MAX = 32 * 1024;

  private static final int PENDING_START = 1024;
  private static final Logger LOG = LoggerFactory.getLogger(TcpWire.class);

  private final Network network;
  private final SocketChannel channel;
  private final String name;
  private ByteBuffer pending = ByteBuffer.allocate(PENDING_START);
  private @Nullable Link link;
  private boolean broken;

  TcpWire(Network network, SocketChannel channel) throws IOException {
    this.network = network;
    this.channel = channel;
    this.name = "tcp:" + channel.getRemoteAddress();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
  }

  /** Begins to read for a link. */
  void begin(Link reader) throws IOException {
    link = reader;
    network.watch(channel, SelectionKey.OP_READ, this);
  }

  @Override
  public void ready() {
    if (link == null || !link.hasRoom()) {
      return; // what is not read here fills the station's own buffers
    }
    try {
      ByteBuffer bytes = network.buffer();
      int count = channel.read(bytes);
      if (count < 0) {
        fail("ended by the station");
      } else {
        link.read(bytes.flip());
      }
    } catch (IOException e) {
      fail(e.toString());
    }
  }

  private void fail(String why) {
    LOG.debug("{} ended: {}", name, why);
    close();
  }

  @Override
  public Carrier carrier() {
    return Carrier.STREAM;
  }

  @Override
  public boolean send(Frame frame) {
    if (pending.remaining() < frame.length()) {
      grow(frame.length());
    }
    if (pending.remaining() < frame.length()) {
      return false;
    }
    pending.put(frame.bytes());
    return true;
  }

  private void grow(int more) {
    int needed = pending.position() + more;
    if (needed > PENDING_MAX) {
      return;
    }
    ByteBuffer larger =
        ByteBuffer.allocate(Math.min(PENDING_MAX, Math.max(needed, 2 * pending.capacity())));
    larger.put(pending.flip());
    pending = larger;
  }

  @Override
  public void flush() {
    if (broken || pending.position() == 0) {
      return;
    }
    try {
      pending.flip();
      channel.write(pending);
      pending.compact();
    } catch (IOException e) {
      fail(e.toString());
    }
  }

  @Override
  public boolean broken() {
    return broken;
  }

  @Override
  public void close() {
    broken = true;
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
