package org.vigie.simulator.net;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts stations on TCP, as ArduPilot's SITL does. */
final class TcpListener implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);

  /** Some seconds of telemetry: what waits longer is stale. */
  private static final int SEND_BUFFER_BYTES = 32 * 1024;

  private final ServerSocket server;
  private final VehicleLinks links;

  TcpListener(InetSocketAddress address, VehicleLinks links) throws IOException {
    this.links = links;
    this.server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(address);
    Thread thread = new Thread(this::accept, "sim-accept-" + server.getLocalPort());
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        socket.setSendBufferSize(SEND_BUFFER_BYTES);
        SocketWire wire = new SocketWire(socket);
        if (!links.add(wire)) {
          LOG.warn("too many stations: {} is turned away", socket.getRemoteSocketAddress());
          wire.close();
        }
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.warn("accepting a station failed: {}", e.toString());
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static final class SocketWire implements Wire {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    SocketWire(Socket socket) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
      this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    @Override
    public InputStream in() {
      return in;
    }

    @Override
    public OutputStream out() {
      return out;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
