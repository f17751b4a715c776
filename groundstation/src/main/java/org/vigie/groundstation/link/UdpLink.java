package org.vigie.groundstation.link;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameCounts;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.vehicle.FrameSink;
import org.vigie.groundstation.vehicle.way.FrameOutlet;

/** Listens for any number of vehicles on one UDP port and answers each where it spoke from. */
final class UdpLink implements Link {
  private static final Logger LOG = LoggerFactory.getLogger(UdpLink.class);

  /** System ids are 8 bits; more senders than that are not vehicles. The oldest goes. */
  private static final int REMOTES_MAX = 256;

  /** A fifth of a second of 200 busy vehicles; the system may give less. */
  private static final int RECEIVE_BUFFER = 4 << 20;

  private final LinkEndpoint endpoint;
  private final FrameSink sink;
  private final LinkCounters counters = new LinkCounters();
  private final FrameReader reader = new FrameReader();
  private FrameCounts counted = FrameCounts.NONE;
  private final Map<InetSocketAddress, Remote> remotes =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Remote> eldest) {
          return size() > REMOTES_MAX;
        }
      };
  private volatile @Nullable Channel channel;

  UdpLink(LinkEndpoint endpoint, FrameSink sink) {
    this.endpoint = endpoint;
    this.sink = sink;
  }

  /**
   * Binds the port, which takes no time worth waiting for.
   *
   * @throws IOException if the port is taken or the host is not ours
   */
  void open(EventLoop loop) throws IOException {
    ChannelFuture bound =
        new Bootstrap()
            .group(loop)
            .channel(NioDatagramChannel.class)
            .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
            .handler(new Receiver())
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
    counters.isDown("closed");
  }

  private final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
      byte[] bytes = ByteBufUtil.getBytes(packet.content());
      InetSocketAddress sender = packet.sender();
      reader.readDatagram(bytes, frame -> deliver(frame, sender));
      FrameCounts now = reader.counts();
      counters.counted(counted, now);
      counted = now;
    }

    private void deliver(Frame frame, InetSocketAddress sender) {
      sink.received(frame, remotes.computeIfAbsent(sender, Remote::new));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      // An unreachable receiver comes back as an error on the socket; the socket goes on.
      LOG.debug("link {}: {}", endpoint, cause.toString());
    }
  }

  private final class Remote implements FrameOutlet {
    private final InetSocketAddress address;

    Remote(InetSocketAddress address) {
      this.address = address;
    }

    @Override
    public boolean send(Frame frame) {
      Channel open = channel;
      if (open == null || !open.isActive() || !open.isWritable()) {
        counters.unsent();
        return false;
      }
      open.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(frame.bytes()), address))
          .addListener(counters::written);
      return true;
    }

    @Override
    public boolean open() {
      return true;
    }

    @Override
    public String name() {
      return endpoint + " from " + address;
    }

    @Override
    public String link() {
      return endpoint.toString();
    }
  }
}
