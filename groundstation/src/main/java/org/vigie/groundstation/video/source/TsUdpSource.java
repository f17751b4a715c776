package org.vigie.groundstation.video.source;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.time.WallClock;

/**
 * Listens for one MPEG transport stream over UDP. A port that cannot be had is tried again, for as
 * long as it takes. Everything is given on in one event loop.
 */
public final class TsUdpSource implements AutoCloseable {
  /** A key frame of 4K at once, while the machine does something else. */
  private static final int RECEIVE_BUFFER_BYTES = 2 << 20;

  /** A UDP datagram has no more; on loopback senders use all of it. */
  private static final int DATAGRAM_BYTES_MAX = 65_536;

  /** As long as a source is lost: then a camera that was started again is heard. */
  private static final long SENDER_SILENT_NS = 1_000_000_000;

  private static final long RETRY_FIRST_MS = 250;
  private static final long RETRY_LONGEST_MS = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(TsUdpSource.class);

  private final String name;
  private final InetSocketAddress address;
  private final EventLoop loop;
  private final WallClock clock;
  private final Sink sink;
  private final byte[] bytes = new byte[DATAGRAM_BYTES_MAX];
  private long retryMs = RETRY_FIRST_MS;
  private long failures;
  private final LongAdder foreign = new LongAdder();
  private @Nullable InetSocketAddress sender;
  private long heardNs;
  private volatile @Nullable Channel channel;
  private volatile String trouble = "not bound yet";
  private volatile boolean closed;

  /** Gets each datagram, in the event loop; the array is used again afterwards. */
  @FunctionalInterface
  public interface Sink {
    void datagram(byte[] bytes, int length);
  }

  private TsUdpSource(
      String name, InetSocketAddress address, EventLoop loop, WallClock clock, Sink sink) {
    this.name = name;
    this.address = address;
    this.loop = loop;
    this.clock = clock;
    this.sink = sink;
  }

  /** Begins to listen; see {@link #trouble()} for whether it does. */
  public static TsUdpSource open(
      String name, InetSocketAddress address, EventLoop loop, WallClock clock, Sink sink) {
    TsUdpSource source = new TsUdpSource(name, address, loop, clock, sink);
    source.bind();
    return source;
  }

  private void bind() {
    if (closed) {
      return;
    }
    ChannelFuture bound =
        new Bootstrap()
            .group(loop)
            .channel(NioDatagramChannel.class)
            .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER_BYTES)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(DATAGRAM_BYTES_MAX))
            .handler(new Receiver())
            .bind(address);
    bound.addListener(done -> bound(bound));
  }

  private void bound(ChannelFuture bound) {
    if (bound.isSuccess()) {
      channel = bound.channel();
      trouble = "";
      retryMs = RETRY_FIRST_MS;
      LOG.info("video {} listens on {}", name, bound.channel().localAddress());
      bound.channel().closeFuture().addListener(gone -> again("the socket was closed"));
      if (closed) {
        close();
      }
      return;
    }
    again(String.valueOf(bound.cause().getMessage()));
  }

  private void again(String why) {
    channel = null;
    trouble = why;
    if (closed) {
      return;
    }
    if (failures++ == 0) {
      LOG.warn("video {} cannot listen on {}: {}; it is tried again", name, address, why);
    }
    Future<?> unused = loop.schedule(this::bind, retryMs, TimeUnit.MILLISECONDS);
    retryMs = Math.min(RETRY_LONGEST_MS, 2 * retryMs);
  }

  /** The address that it listens on, if it does. */
  public Optional<InetSocketAddress> boundTo() {
    Channel open = channel;
    return open == null
        ? Optional.empty()
        : Optional.ofNullable((InetSocketAddress) open.localAddress());
  }

  /** Datagrams of others than the sender that is heard: left out. */
  public long foreign() {
    return foreign.sum();
  }

  /** Why it does not listen; empty if it does. */
  public String trouble() {
    return trouble;
  }

  @Override
  public void close() {
    closed = true;
    Channel open = channel;
    if (open != null) {
      Future<?> unused = open.close();
    }
  }

  private final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      if (!isFrom(packet.sender())) {
        foreign.increment();
        return;
      }
      ByteBuf content = packet.content();
      int length = Math.min(content.readableBytes(), bytes.length);
      content.readBytes(bytes, 0, length);
      sink.datagram(bytes, length);
    }

    /** One sender is heard at a time: another one only when the first has been silent a while. */
    private boolean isFrom(InetSocketAddress from) {
      long now = clock.monotonicNs();
      if (!from.equals(sender) && sender != null && now - heardNs < SENDER_SILENT_NS) {
        return false;
      }
      sender = from;
      heardNs = now;
      return true;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // one bad datagram, or an error of the socket: the next one is another chance
      LOG.warn("video {}: {}", name, cause.toString());
    }
  }
}
