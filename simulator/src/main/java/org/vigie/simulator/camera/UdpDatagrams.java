package org.vigie.simulator.camera;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A UDP socket that is not connected, so that nobody listening is no error; it does not wait for
 * the network either. Sends from one thread; counts are thread-safe.
 */
final class UdpDatagrams implements Datagrams, Closeable {
  /** Two key pictures of 1280 by 720. */
  private static final int BUFFER_BYTES = 512 * 1024;

  private final DatagramChannel channel;
  private final InetSocketAddress target;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong unsent = new AtomicLong();

  /**
   * @throws IOException if the host is unknown or no socket can be had
   */
  UdpDatagrams(InetSocketAddress target) throws IOException {
    if (target.isUnresolved()) {
      throw new IOException("unknown host " + target.getHostString());
    }
    this.target = target;
    this.channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
    channel.configureBlocking(false);
  }

  @Override
  public void send(byte[] bytes, int from, int length) {
    try {
      int taken = channel.send(ByteBuffer.wrap(bytes, from, length), target);
      (taken == length ? sent : unsent).incrementAndGet();
    } catch (ClosedChannelException e) {
      unsent.incrementAndGet(); // closed while a frame was on its way
    } catch (IOException e) {
      unsent.incrementAndGet(); // no route, port unreachable: the next may pass
    }
  }

  /** Sent, not sent. */
  long[] counts() {
    return new long[] {sent.get(), unsent.get()};
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
