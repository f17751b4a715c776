package org.vigie.groundstation.link.forward;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.link.LinkEndpoint;

/**
 * Who watches at one endpoint.
 *
 * @threading thread-safe
 */
final class Watchers {
  private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

  /** More than a control room has. */
  private static final int WATCHERS_MAX = 16;

  private final LinkEndpoint endpoint;
  private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong missed = new AtomicLong();
  private final AtomicLong ignoredBytes = new AtomicLong();
  private final AtomicBoolean told = new AtomicBoolean();

  Watchers(LinkEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Sends bytes to all who keep up; takes the buffer over. */
  void send(ByteBuf frame) {
    try {
      for (Channel channel : channels) {
        if (channel.isActive() && channel.isWritable()) {
          sent.incrementAndGet();
          Future<?> unused =
              channel.writeAndFlush(frame.retainedDuplicate(), channel.voidPromise());
        } else {
          missed.incrementAndGet();
        }
      }
    } finally {
      frame.release();
    }
  }

  /** Somebody watches from now on, unless too many do. */
  void join(Channel channel) {
    if (channels.contains(channel)) {
      return;
    }
    if (channels.size() >= WATCHERS_MAX) {
      LOG.warn("forwarding {}: {} is one too many", endpoint, channel.remoteAddress());
      Future<?> unused = channel.close();
      return;
    }
    channels.add(channel);
    LOG.info("forwarding {}: {} watches", endpoint, channel.remoteAddress());
  }

  WatchCounts counts() {
    return new WatchCounts(channels.size(), sent.get(), missed.get(), ignoredBytes.get());
  }

  LinkEndpoint endpoint() {
    return endpoint;
  }

  /** One watcher's end: hears everything, passes nothing on. */
  ChannelInboundHandlerAdapter watcher() {
    return new Watcher();
  }

  private final class Watcher extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      join(context.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      int length =
          message instanceof DatagramPacket packet
              ? packet.content().readableBytes()
              : message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
      ignoredBytes.addAndGet(length);
      if (told.compareAndSet(false, true)) {
        LOG.info(
            "forwarding {}: {} speaks; nothing of it goes to a vehicle",
            endpoint,
            context.channel().remoteAddress());
      }
      ReferenceCountUtil.release(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      channels.remove(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      LOG.debug("forwarding {}: {}", endpoint, cause.toString());
      if (endpoint.kind() == LinkEndpoint.Kind.TCP_LISTEN) {
        Future<?> unused = context.close();
      }
    }
  }
}
