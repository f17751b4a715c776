package org.vigie.groundstation.link;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.timeout.ReadTimeoutHandler;
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
import org.vigie.groundstation.vehicle.FrameSink;
import org.vigie.groundstation.vehicle.way.FrameOutlet;

/** Connects to one vehicle by TCP, and again when it breaks, after a pause that grows. */
final class TcpLink implements Link {
  private static final Logger LOG = LoggerFactory.getLogger(TcpLink.class);
  private static final int CONNECT_TIMEOUT_MS = 3000;

  private final LinkEndpoint endpoint;
  private final FrameSink sink;
  private final EventLoop loop;
  private final Bootstrap bootstrap;
  private final LinkCounters counters = new LinkCounters();
  private final BackOff backOff = new BackOff();

  /** A vehicle sends a heartbeat each second; so long a silence is a peer that is gone. */
  private static final int SILENCE_S_MAX = 15;

  /** The last reason that was logged for not being connected; on the link's event loop. */
  private String lastSaid = "";

  private volatile @Nullable Channel channel;
  private volatile boolean closed;

  TcpLink(LinkEndpoint endpoint, FrameSink sink, EventLoop loop) {
    this.endpoint = endpoint;
    this.sink = sink;
    this.loop = loop;
    bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS);
  }

  void open() {
    loop.execute(this::connect);
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
    return Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
    loop.execute(
        () -> {
          Channel open = channel;
          if (open != null) {
            Future<?> unused = open.close();
          }
          counters.isDown("closed");
        });
  }

  private void connect() {
    if (closed) {
      return;
    }
    bootstrap
        .clone()
        .handler(new Connection())
        .connect(endpoint.host(), endpoint.port())
        .addListener(
            attempt -> {
              if (!attempt.isSuccess()) {
                retry(String.valueOf(attempt.cause().getMessage()));
              }
            });
  }

  private void retry(String why) {
    if (closed) {
      return;
    }
    if (!why.equals(lastSaid)) {
      lastSaid = why; // a switched-off aircraft must not fill the log
      LOG.info("link {} is down: {}; trying again", endpoint, why);
    }
    counters.isDown(why);
    Duration pause = backOff.next();
    Future<?> unused = loop.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** One connection's life, on the link's event loop. */
  private final class Connection extends SimpleChannelInboundHandler<ByteBuf>
      implements FrameOutlet {
    private final FrameReader reader = new FrameReader();
    private FrameCounts before = FrameCounts.NONE;
    private volatile @Nullable Channel own;

    @Override
    public void channelActive(ChannelHandlerContext context) {
      before = counters.counts();
      own = context.channel();
      channel = context.channel();
      if (closed) {
        Future<?> unused = context.close();
        return;
      }
      counters.isUp();
      lastSaid = "";
      context
          .pipeline()
          .addFirst(new ReadTimeoutHandler(SILENCE_S_MAX)); // a dead peer without a farewell
      LOG.info("link {} is up", endpoint);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
      byte[] portion = ByteBufUtil.getBytes(bytes);
      reader.read(portion, 0, portion.length, this::deliver);
      counters.counted(before.plus(reader.counts()));
    }

    private void deliver(Frame frame) {
      backOff.reset(); // only a peer that speaks MAVLink ends the growing of pauses
      sink.received(frame, this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      own = null;
      retry("the connection was closed");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      LOG.warn("link {} breaks off: {}", endpoint, cause.toString());
      Future<?> unused = context.close();
    }

    @Override
    public boolean send(Frame frame) {
      Channel open = own;
      if (open == null || !open.isWritable()) {
        counters.unsent();
        return false;
      }
      open.writeAndFlush(Unpooled.wrappedBuffer(frame.bytes())).addListener(counters::written);
      return true;
    }

    @Override
    public boolean open() {
      Channel connection = own;
      return connection != null && connection.isActive();
    }

    @Override
    public String name() {
      return endpoint.toString();
    }
  }
}
