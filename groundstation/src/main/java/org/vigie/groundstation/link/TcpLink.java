package org.vigie.groundstation.link;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.vehicle.FrameSink;

/** Connects to one vehicle by TCP, and again when it breaks, after a pause that grows. */
final class TcpLink implements Link, StreamConnection.Owner {
  private static final Logger LOG = LoggerFactory.getLogger(TcpLink.class);
  private static final int CONNECT_TIMEOUT_MS = 3000;

  private final LinkEndpoint endpoint;
  private final FrameSink sink;
  private final EventLoop loop;
  private final Bootstrap bootstrap;
  private final LinkCounters counters = new LinkCounters();
  private final BackOff backOff = new BackOff();

  /** The last reason that was logged for not being connected; on the link's event loop. */
  private String lastSaid = "";

  private volatile @Nullable StreamConnection connection;
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
          StreamConnection open = connection;
          if (open != null) {
            open.close();
          }
          counters.isDown("closed");
        });
  }

  @Override
  public void opened(StreamConnection opened) {
    connection = opened;
    if (closed) {
      opened.close();
      return;
    }
    counters.isUp();
    lastSaid = "";
    LOG.info("link {} is up", endpoint);
  }

  @Override
  public void spoke() {
    backOff.reset(); // only a peer that speaks MAVLink ends the growing of pauses
  }

  @Override
  public void ended(StreamConnection ended) {
    retry("the connection was closed");
  }

  private void connect() {
    if (closed) {
      return;
    }
    bootstrap
        .clone()
        .handler(new StreamConnection(endpoint, sink, counters, this))
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
}
