package org.vigie.groundstation.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameCounts;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.vehicle.FrameSink;
import org.vigie.groundstation.vehicle.way.FrameOutlet;

/** One TCP connection's life, on the link's event loop. */
final class StreamConnection extends SimpleChannelInboundHandler<ByteBuf> implements FrameOutlet {
  /** What its link does when something happens to it. */
  interface Owner {
    void opened(StreamConnection connection);

    /** The first frame came: the peer speaks MAVLink. */
    void spoke();

    void ended(StreamConnection connection);
  }

  private static final Logger LOG = LoggerFactory.getLogger(StreamConnection.class);

  /** A vehicle sends a heartbeat each second; so long a silence is a peer that is gone. */
  private static final int SILENCE_S_MAX = 15;

  private final LinkEndpoint endpoint;
  private final FrameSink sink;
  private final LinkCounters counters;
  private final Owner owner;
  private final FrameReader reader = new FrameReader();
  private FrameCounts counted = FrameCounts.NONE;
  private volatile String name;
  private volatile @Nullable Channel own;

  StreamConnection(LinkEndpoint endpoint, FrameSink sink, LinkCounters counters, Owner owner) {
    this.endpoint = endpoint;
    this.sink = sink;
    this.counters = counters;
    this.owner = owner;
    this.name = endpoint.toString();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    own = context.channel();
    if (endpoint.kind() == LinkEndpoint.Kind.TCP_LISTEN) {
      name = endpoint + " from " + context.channel().remoteAddress();
    }
    context
        .pipeline()
        .addFirst(new ReadTimeoutHandler(SILENCE_S_MAX)); // a dead peer without a farewell
    owner.opened(this);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
    byte[] portion = ByteBufUtil.getBytes(bytes);
    reader.read(portion, 0, portion.length, this::deliver);
    FrameCounts now = reader.counts();
    counters.counted(counted, now);
    counted = now;
  }

  private void deliver(Frame frame) {
    owner.spoke();
    sink.received(frame, this);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    own = null;
    owner.ended(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.warn("link {} breaks off: {}", name, cause.toString());
    Future<?> unused = context.close();
  }

  void close() {
    Channel open = own;
    if (open != null) {
      Future<?> unused = open.close();
    }
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
    return name;
  }

  @Override
  public String link() {
    return endpoint.toString();
  }
}
