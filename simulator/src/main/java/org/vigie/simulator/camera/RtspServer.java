package org.vigie.simulator.camera;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.camera.rtp.Digest;

/**
 * Cameras over RTSP: {@code rtsp://HOST:PORT/NAME}, over UDP or through the connection, to several
 * receivers each. One thread talks to all of them. Thread-safe; closing it ends that.
 */
public final class RtspServer implements AutoCloseable {
  /** More receivers are turned away. */
  static final int CLIENTS_MAX = 32;

  private static final int READ_MAX = 16 * 1024;
  private static final int PORT_TRIES = 32;
  private static final long STOP_MS = 2_000;
  private static final Logger LOG = LoggerFactory.getLogger(RtspServer.class);

  private final Selector selector = Selector.open();
  private final ServerSocketChannel server;
  private final DatagramChannel media;
  private final DatagramChannel reports;
  private final InetSocketAddress address;
  private final Optional<Digest> keeper;
  private final Map<String, RtspStream> streams = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final ByteBuffer buffer = ByteBuffer.allocate(READ_MAX);
  private final Thread thread;
  private volatile boolean closed;

  private RtspServer(InetSocketAddress at, Optional<Digest> keeper) throws IOException {
    this.keeper = keeper;
    this.server = ServerSocketChannel.open();
    DatagramChannel[] pair = new DatagramChannel[2];
    try {
      server.bind(at);
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
      pair = mediaPorts(at);
    } catch (IOException e) {
      server.close();
      selector.close();
      throw e;
    }
    this.media = pair[0];
    this.reports = pair[1];
    this.address = (InetSocketAddress) server.getLocalAddress();
    this.thread = CameraThread.of(this::run, "sim-rtsp");
  }

  /**
   * Opens a server without cameras yet.
   *
   * @param address port 0 takes a free one
   * @param keeper who may look; empty for everybody
   * @throws IOException if the port is taken or the host unknown
   */
  public static RtspServer start(InetSocketAddress address, Optional<Digest> keeper)
      throws IOException {
    if (address.isUnresolved()) {
      throw new IOException("unknown host " + address.getHostString());
    }
    RtspServer server = new RtspServer(address, keeper);
    server.thread.start();
    return server;
  }

  /** An even port and the one above it. @source RFC 3550 section 11 */
  private static DatagramChannel[] mediaPorts(InetSocketAddress at) throws IOException {
    IOException last = new IOException("no pair of ports is free");
    for (int i = 0; i < PORT_TRIES; i++) {
      DatagramChannel first = DatagramChannel.open();
      DatagramChannel second = DatagramChannel.open();
      try {
        first.bind(new InetSocketAddress(at.getAddress(), 0));
        int port = first.socket().getLocalPort();
        if (port % 2 == 0 && port < 65_535) {
          second.bind(new InetSocketAddress(at.getAddress(), port + 1));
          first.configureBlocking(false);
          second.configureBlocking(false);
          return new DatagramChannel[] {first, second};
        }
      } catch (IOException e) {
        last = e;
      }
      first.close();
      second.close();
    }
    throw last;
  }

  /** A stream of that name; a camera sends into it. */
  RtspStream stream(String name) {
    return streams.computeIfAbsent(name, key -> new RtspStream(key, random.nextInt()));
  }

  Optional<RtspStream> find(String name) {
    return Optional.ofNullable(streams.get(name));
  }

  Optional<Digest> keeper() {
    return keeper;
  }

  String host() {
    return address.getAddress().getHostAddress();
  }

  /** The port that it listens on. */
  public int port() {
    return address.getPort();
  }

  int mediaPort() {
    return media.socket().getLocalPort();
  }

  /** A number nobody guesses. */
  String secret() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void run() {
    while (!closed) {
      try {
        selector.select(this::serve);
      } catch (IOException e) {
        LOG.error("the camera server stopped", e);
        return;
      }
    }
  }

  private void serve(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    if (key.attachment() instanceof RtspClient client) {
      talk(key, client);
      return;
    }
    try {
      SocketChannel channel = server.accept();
      if (channel != null) {
        welcome(channel);
      }
    } catch (IOException e) {
      LOG.warn("accepting a receiver failed: {}", e.toString());
    }
  }

  private void talk(SelectionKey key, RtspClient client) {
    try {
      if (key.isReadable()) {
        client.read(buffer.clear());
      }
      if (key.isValid() && key.isWritable()) {
        client.write();
      }
    } catch (IOException e) {
      LOG.debug("a receiver ended: {}", e.toString());
      client.close();
    }
  }

  private void welcome(SocketChannel channel) throws IOException {
    if (selector.keys().size() > CLIENTS_MAX) {
      LOG.warn("too many receivers: {} is turned away", channel.getRemoteAddress());
      channel.close();
      return;
    }
    channel.configureBlocking(false);
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    key.attach(new RtspClient(channel, key, media, this));
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    selector.wakeup();
    try {
      thread.join(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof RtspClient client) {
        client.close();
      }
    }
    server.close();
    media.close();
    reports.close();
    selector.close();
  }
}
