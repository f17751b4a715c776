package org.vigie.groundstation.link.forward;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.link.LinkEndpoint;
import org.vigie.groundstation.mavlink.Frame;

/**
 * The endpoints at which vehicles may be watched, and the one thread that serves them.
 *
 * @threading thread-safe; {@link #forward} never waits
 */
public final class Forwarding implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

  /** More than a station has; each is asked for every frame. */
  public static final int ENDPOINTS_MAX = 8;

  /** About a second of ten vehicles; a watcher that is further behind misses frames. */
  private static final WriteBufferWaterMark WAITING_MAX =
      new WriteBufferWaterMark(32 * 1024, 128 * 1024);

  private static final long CLOSE_PATIENCE_MS = 2000;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("forward", true), NioIoHandler.newFactory());
  private final List<Watchers> all = new CopyOnWriteArrayList<>();

  /** Whether vehicles can be watched at such an endpoint. */
  public static boolean serves(LinkEndpoint endpoint) {
    return endpoint.kind() == LinkEndpoint.Kind.TCP_LISTEN
        || endpoint.kind() == LinkEndpoint.Kind.UDP_CONNECT;
  }

  /**
   * Opens an endpoint: {@code tcpin:} takes watchers in, {@code udpout:} sends to one.
   *
   * @return where it is bound
   * @throws IOException if it cannot be opened, or vehicles cannot be watched there
   */
  public SocketAddress open(LinkEndpoint endpoint) throws IOException {
    if (all.size() >= ENDPOINTS_MAX || !serves(endpoint)) {
      throw new IOException("vehicles cannot be watched at " + endpoint);
    }
    Watchers watchers = new Watchers(endpoint);
    ChannelFuture opened =
        endpoint.kind() == LinkEndpoint.Kind.TCP_LISTEN
            ? listen(endpoint, watchers)
            : connect(endpoint, watchers);
    opened.awaitUninterruptibly();
    if (!opened.isSuccess()) {
      throw new IOException("cannot forward to " + endpoint + ": " + opened.cause().getMessage());
    }
    if (endpoint.kind() == LinkEndpoint.Kind.UDP_CONNECT) {
      watchers.join(opened.channel());
    }
    all.add(watchers);
    LOG.info("forwarding to {}, to be watched only", endpoint);
    return opened.channel().localAddress();
  }

  private ChannelFuture listen(LinkEndpoint endpoint, Watchers watchers) {
    return new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING_MAX)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(watchers.watcher());
              }
            })
        .bind(endpoint.host(), endpoint.port());
  }

  private ChannelFuture connect(LinkEndpoint endpoint, Watchers watchers) {
    return new Bootstrap()
        .group(group)
        .channel(NioDatagramChannel.class)
        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING_MAX)
        .handler(watchers.watcher())
        .connect(endpoint.host(), endpoint.port());
  }

  /** Something that a vehicle said, as it was on the wire. */
  public void forward(Frame frame) {
    for (Watchers watchers : all) {
      watchers.send(Unpooled.wrappedBuffer(frame.bytes()));
    }
  }

  /** What happened so far, by endpoint. */
  public Map<LinkEndpoint, WatchCounts> counts() {
    Map<LinkEndpoint, WatchCounts> counts = new LinkedHashMap<>();
    all.forEach(watchers -> counts.put(watchers.endpoint(), watchers.counts()));
    return counts;
  }

  @Override
  public void close() {
    group
        .shutdownGracefully(0, CLOSE_PATIENCE_MS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE_PATIENCE_MS);
  }
}
