package org.vigie.groundstation.link;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameCounts;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.StateMessage.Timesync;
import org.vigie.groundstation.vehicle.FrameSink;
import org.vigie.groundstation.vehicle.way.FrameOutlet;

/**
 * Speaks first to a vehicle that listens on UDP. It answers to where a datagram came from, so until
 * it is heard the link knocks: by TIMESYNC, which asks for nothing but an answer, and never by a
 * heartbeat, which would say that somebody supervises.
 */
final class UdpClientLink implements Link, FrameOutlet {
  private static final Logger LOG = LoggerFactory.getLogger(UdpClientLink.class);
  private static final Duration KNOCK = Duration.ofSeconds(1);

  /** A vehicle that was heard so few knocks ago still knows where to answer. */
  private static final int HEARD_KNOCKS = 3;

  private static final int STATION_SYSTEM = 255;
  private static final int STATION_COMPONENT = 190;

  private final LinkEndpoint endpoint;
  private final FrameSink sink;
  private final EventLoop loop;
  private final LinkCounters counters = new LinkCounters();
  private final FrameReader reader = new FrameReader();
  private final FrameWriter knocks = new FrameWriter(STATION_SYSTEM, STATION_COMPONENT);
  private FrameCounts counted = FrameCounts.NONE;
  private int quietKnocks = HEARD_KNOCKS;
  private long knocked;
  private volatile @Nullable Channel channel;
  private volatile boolean closed;

  UdpClientLink(LinkEndpoint endpoint, FrameSink sink, EventLoop loop) {
    this.endpoint = endpoint;
    this.sink = sink;
    this.loop = loop;
  }

  void begin() {
    loop.execute(this::connect);
  }

  private void connect() {
    if (closed) {
      return;
    }
    new Bootstrap()
        .group(loop)
        .channel(NioDatagramChannel.class)
        .handler(new Receiver())
        .connect(endpoint.host(), endpoint.port())
        .addListener((ChannelFuture attempt) -> connected(attempt));
  }

  private void connected(ChannelFuture attempt) {
    if (!attempt.isSuccess()) {
      counters.isDown(String.valueOf(attempt.cause().getMessage()));
      later(this::connect);
      return;
    }
    channel = attempt.channel();
    if (closed) {
      Future<?> unused = attempt.channel().close();
      return;
    }
    counters.isUp();
    LOG.info("link {} speaks", endpoint);
    knock();
  }

  private void later(Runnable task) {
    Future<?> unused = loop.schedule(task, KNOCK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void knock() {
    Channel open = channel;
    if (open == null || !open.isActive()) {
      return;
    }
    if (quietKnocks >= HEARD_KNOCKS) {
      knocked++;
      send(knocks.write(new Timesync(0, knocked, 0, 0)));
    }
    quietKnocks++;
    later(this::knock);
  }

  @Override
  public boolean send(Frame frame) {
    Channel open = channel;
    if (open == null || !open.isActive() || !open.isWritable()) {
      counters.unsent();
      return false;
    }
    open.writeAndFlush(Unpooled.wrappedBuffer(frame.bytes())).addListener(counters::written);
    return true;
  }

  @Override
  public boolean open() {
    return !closed;
  }

  @Override
  public String name() {
    return endpoint.toString();
  }

  @Override
  public LinkEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public LinkStatus status() {
    return counters.status();
  }

  @Override
  public Optional<SocketAddress> boundTo() {
    Channel open = channel;
    return open == null ? Optional.empty() : Optional.ofNullable(open.localAddress());
  }

  @Override
  public void close() {
    closed = true;
    Channel open = channel;
    if (open != null) {
      Future<?> unused = open.close();
    }
    counters.isDown("closed");
  }

  private final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      quietKnocks = 0;
      byte[] bytes = ByteBufUtil.getBytes(packet.content());
      reader.readDatagram(bytes, frame -> sink.received(frame, UdpClientLink.this));
      FrameCounts now = reader.counts();
      counters.counted(counted, now);
      counted = now;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // Nobody listens there yet: it comes back as an error on the socket; the socket goes on.
      LOG.debug("link {}: {}", endpoint, cause.toString());
    }
  }
}
