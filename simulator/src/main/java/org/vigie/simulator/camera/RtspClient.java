package org.vigie.simulator.camera;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.camera.rtp.RtspRequest;

/**
 * One receiver: what it asks on its connection, and its pictures beside it or in it. The server's
 * thread reads and writes the connection, cameras' threads put pictures in.
 */
final class RtspClient {
  /** A second of large pictures: a receiver that is further behind waits for a key picture. */
  private static final int WAITING_MAX = 512 * 1024;

  private static final int INTERLEAVED_HEADER = 4;
  private static final Logger LOG = LoggerFactory.getLogger(RtspClient.class);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final DatagramChannel datagrams;
  private final RtspDialogue dialogue;
  private final RtspRequest.Reader reader = new RtspRequest.Reader();
  private final Queue<ByteBuffer> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();
  private volatile @Nullable SocketAddress udpTarget;
  private volatile int interleaved = -1;
  private volatile boolean behind;
  private @Nullable RtspStream stream;

  RtspClient(
      SocketChannel channel, SelectionKey key, DatagramChannel datagrams, RtspServer server) {
    this.channel = channel;
    this.key = key;
    this.datagrams = datagrams;
    this.dialogue = new RtspDialogue(server, this);
  }

  /** Something has come. */
  void read(ByteBuffer bytes) throws IOException {
    int count = channel.read(bytes);
    if (count < 0) {
      throw new IOException("the receiver has gone");
    }
    bytes.flip();
    try {
      while (bytes.hasRemaining()) {
        var request = reader.read(bytes.get());
        if (request.isPresent()) {
          say(dialogue.answer(request.get()));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void say(String answer) {
    put(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
  }

  private void put(ByteBuffer bytes) {
    waiting.add(bytes);
    waitingBytes.addAndGet(bytes.remaining());
    key.interestOpsOr(SelectionKey.OP_WRITE);
    key.selector().wakeup();
  }

  /** The connection takes more. */
  void write() throws IOException {
    ByteBuffer next = waiting.peek();
    while (next != null) {
      waitingBytes.addAndGet(-channel.write(next));
      if (next.hasRemaining()) {
        return;
      }
      waiting.remove();
      next = waiting.peek();
    }
    key.interestOpsAnd(~SelectionKey.OP_WRITE);
    if (!waiting.isEmpty()) { // a picture came just now
      key.interestOpsOr(SelectionKey.OP_WRITE);
    }
  }

  /** Pictures go to a port beside the connection. */
  void useUdp(int port) throws IOException {
    InetSocketAddress peer = (InetSocketAddress) channel.getRemoteAddress();
    udpTarget = new InetSocketAddress(peer.getAddress(), port);
    interleaved = -1;
  }

  /** Pictures go through the connection itself. */
  void useTcp(int number) {
    udpTarget = null;
    interleaved = number;
  }

  boolean ready() {
    return udpTarget != null || interleaved >= 0;
  }

  void play(RtspStream of) {
    stop();
    stream = of;
    behind = true; // until the next key picture
    of.play(this);
  }

  void stop() {
    if (stream != null) {
      stream.stop(this);
      stream = null;
    }
  }

  /** Takes a picture, or leaves it out. For cameras' threads. */
  boolean picture(List<byte[]> packets, boolean isKey) {
    boolean slow = interleaved >= 0 && waitingBytes.get() > WAITING_MAX;
    if (slow || (behind && !isKey)) {
      behind = true;
      return false;
    }
    behind = false;
    SocketAddress target = udpTarget;
    boolean all = true;
    for (byte[] packet : packets) {
      if (target != null) {
        all &= datagram(ByteBuffer.wrap(packet), target);
      } else {
        ByteBuffer framed = ByteBuffer.allocate(INTERLEAVED_HEADER + packet.length);
        framed.put((byte) '$').put((byte) interleaved).putShort((short) packet.length);
        put(framed.put(packet).flip());
      }
    }
    return all;
  }

  private boolean datagram(ByteBuffer packet, SocketAddress target) {
    try {
      return datagrams.send(packet, target) > 0;
    } catch (IOException e) {
      LOG.debug("{}: {}", target, e.toString());
      return false;
    }
  }

  void close() {
    stop();
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("closing a receiver: {}", e.toString());
    }
  }
}
