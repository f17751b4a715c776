package org.vigie.groundstation.link;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.vehicle.FrameSink;

/** Waits for vehicles that connect by TCP. All connections are served by one event loop. */
final class TcpServerLink implements Link, StreamConnection.Owner {
  private static final Logger LOG = LoggerFactory.getLogger(TcpServerLink.class);

  /** System ids are 8 bits; more connections than that are not vehicles and are turned away. */
  private static final int CONNECTIONS_MAX = 256;

  private final LinkEndpoint endpoint;
  private final FrameSink sink;
  private final LinkCounters counters = new LinkCounters();
  private final Set<StreamConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Channel channel;

  TcpServerLink(LinkEndpoint endpoint, FrameSink sink) {
    this.endpoint = endpoint;
    this.sink = sink;
  }

  /**
   * Binds the port.
   *
   * @throws IOException if the port is taken or the host is not ours
   */
  void open(EventLoop loop) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel vehicle) {
                    vehicle
                        .pipeline()
                        .addLast(
                            new StreamConnection(endpoint, sink, counters, TcpServerLink.this));
                  }
                })
            .bind(endpoint.host(), endpoint.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("cannot listen on " + endpoint + ": " + bound.cause().getMessage());
    }
    channel = bound.channel();
    counters.isUp();
    LOG.info("link {} listens", endpoint);
  }

  @Override
  public void opened(StreamConnection connection) {
    if (connections.size() >= CONNECTIONS_MAX) {
      LOG.warn("link {} turns {} away: too many", endpoint, connection.name());
      connection.close();
      return;
    }
    connections.add(connection);
    LOG.info("link {} is up", connection.name());
  }

  @Override
  public void spoke() {
    // a connection that is not ours to repeat
  }

  @Override
  public void ended(StreamConnection connection) {
    if (connections.remove(connection)) {
      LOG.info("link {} is down", connection.name());
    }
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
    Channel open = channel;
    if (open != null) {
      Future<?> unused = open.close();
    }
    connections.forEach(StreamConnection::close);
    counters.isDown("closed");
  }
}
