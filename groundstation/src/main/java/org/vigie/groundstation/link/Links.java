package org.vigie.groundstation.link;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.traffic.Airspace;
import org.vigie.groundstation.vehicle.FrameSink;

/** All links of a station and the few threads that serve them. Thread-safe. */
public final class Links implements AutoCloseable {
  /** Framing is 3 million frames a second a thread: one serves any fleet, the second its peaks. */
  private static final int THREADS = 2;

  /** More than a station has; a configuration with more is an accident. */
  private static final int LINKS_MAX = 256;

  private static final long CLOSE_PATIENCE_MS = 2000;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          THREADS, new DefaultThreadFactory("link", true), NioIoHandler.newFactory());
  private final List<Link> open = new ArrayList<>();
  private final List<SbsFeed> feeds = new ArrayList<>();

  /**
   * Opens a link. A connection that cannot be made yet is tried again until it is; see its status.
   *
   * @param sink gets every frame, on the link's thread
   * @throws IOException if a port cannot be listened on
   */
  public synchronized Link open(LinkEndpoint endpoint, FrameSink sink) throws IOException {
    if (open.size() >= LINKS_MAX) {
      throw new IOException("more than " + LINKS_MAX + " links");
    }
    Link link =
        switch (endpoint.kind()) {
          case TCP_CONNECT -> {
            TcpLink tcp = new TcpLink(endpoint, sink, group.next());
            tcp.open();
            yield tcp;
          }
          case TCP_LISTEN -> {
            TcpServerLink server = new TcpServerLink(endpoint, sink);
            server.open(group.next());
            yield server;
          }
          case UDP_LISTEN -> {
            UdpLink udp = new UdpLink(endpoint, sink);
            udp.open(group.next());
            yield udp;
          }
          case UDP_CONNECT -> {
            UdpClientLink udp = new UdpClientLink(endpoint, sink, group.next());
            udp.begin();
            yield udp;
          }
          case SERIAL -> {
            SerialLink serial = new SerialLink(endpoint, sink);
            serial.open();
            yield serial;
          }
        };
    open.add(link);
    return link;
  }

  /**
   * Listens to the feed of an ADS-B receiver, and again when it breaks.
   *
   * @param endpoint TCP, where BaseStation lines come from
   */
  public synchronized SbsFeed traffic(
      LinkEndpoint endpoint, Airspace airspace, StationClock clock) {
    SbsFeed feed = new SbsFeed(endpoint, group.next(), airspace, clock);
    feeds.add(feed);
    feed.open();
    return feed;
  }

  /** The links that were opened, in that order. */
  public synchronized List<Link> all() {
    return List.copyOf(open);
  }

  /** Closes all links and ends their threads. */
  @Override
  public synchronized void close() {
    open.forEach(Link::close);
    feeds.forEach(SbsFeed::close);
    group
        .shutdownGracefully(0, CLOSE_PATIENCE_MS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE_PATIENCE_MS);
  }
}
