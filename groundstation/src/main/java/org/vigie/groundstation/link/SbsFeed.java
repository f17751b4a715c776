package org.vigie.groundstation.link;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.traffic.Airspace;
import org.vigie.groundstation.traffic.SbsLine;
import org.vigie.groundstation.traffic.Traffic;

/**
 * The feed of an ADS-B receiver on the site's roof (BaseStation lines over TCP): tells the airspace
 * what it hears, and connects again when it breaks. A feed that says nothing for a while is no
 * feed: an empty sky has heartbeats of its own in none of these receivers, so silence is shown.
 */
public final class SbsFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SbsFeed.class);
  private static final int CONNECT_TIMEOUT_MS = 3000;

  /** In an empty sky nothing comes; so long, and the connection is made anew to be sure of it. */
  private static final int SILENCE_S_MAX = 120;

  /** Aircraft whose last lines are remembered; the oldest go all at once, and come again. */
  private static final int KNOWN_MAX = 2000;

  private final LinkEndpoint endpoint;
  private final EventLoop loop;
  private final Airspace airspace;
  private final StationClock clock;
  private final BackOff backOff = new BackOff();
  private final Map<String, Traffic> known = new HashMap<>();
  private final AtomicLong heard = new AtomicLong();
  private volatile boolean closed;
  private volatile boolean up;

  SbsFeed(LinkEndpoint endpoint, EventLoop loop, Airspace airspace, StationClock clock) {
    this.endpoint = endpoint;
    this.loop = loop;
    this.airspace = airspace;
    this.clock = clock;
  }

  void open() {
    loop.execute(this::connect);
  }

  /** Whether the receiver is connected. */
  public boolean up() {
    return up;
  }

  /** Lines that told of an aircraft. */
  public long heard() {
    return heard.get();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void connect() {
    if (closed) {
      return;
    }
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel
                    .pipeline()
                    .addLast(new ReadTimeoutHandler(SILENCE_S_MAX))
                    .addLast(new LineBasedFrameDecoder(SbsLine.LENGTH_MAX, true, true))
                    .addLast(new Lines());
              }
            })
        .connect(endpoint.host(), endpoint.port())
        .addListener(
            attempt -> {
              if (!attempt.isSuccess()) {
                again();
              }
            });
  }

  private void again() {
    if (up) {
      LOG.warn("traffic feed {} broke off; trying again", endpoint);
    }
    up = false;
    if (!closed) {
      Future<?> unused =
          loop.schedule(this::connect, backOff.next().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private final class Lines extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      up = true;
      LOG.info("traffic feed {} is up", endpoint);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
      if (closed) {
        Future<?> unused = context.close();
        return;
      }
      String line = bytes.toString(StandardCharsets.US_ASCII);
      SbsLine.address(line)
          .flatMap(icao -> SbsLine.read(line, known.get(icao), clock.now()))
          .ifPresent(SbsFeed.this::told);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      again();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // a line that is too long is dropped by the decoder; anything else ends the connection
      if (!(cause instanceof TooLongFrameException)) {
        Future<?> unused = context.close();
      }
    }
  }

  private void told(Traffic news) {
    backOff.reset();
    heard.incrementAndGet();
    if (known.size() >= KNOWN_MAX) {
      known.clear();
    }
    known.put(news.id(), news);
    airspace.tell(news);
  }
}
