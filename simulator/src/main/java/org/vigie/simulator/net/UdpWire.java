package org.vigie.simulator.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;

/** One station over UDP: a datagram a message out, any cut in. */
final class UdpWire implements Wire {
  private static final int DATAGRAM_MAX = 65_535;

  private final DatagramSocket socket;
  private final Incoming in = new Incoming();
  private final Outgoing out = new Outgoing();

  UdpWire(InetSocketAddress station) throws IOException {
    this.socket = new DatagramSocket();
    socket.connect(station);
  }

  int localPort() {
    return socket.getLocalPort();
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
  public void close() {
    socket.close();
  }

  /** Datagrams one after the other, as a stream. */
  private final class Incoming extends InputStream {
    private final byte[] buffer = new byte[DATAGRAM_MAX];
    private int position;
    private int length;

    private void fill() throws IOException {
      while (position >= length) {
        try {
          DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
          socket.receive(packet);
          position = 0;
          length = packet.getLength();
        } catch (PortUnreachableException e) {
          // nobody listens there yet: a station may come later
        }
      }
    }

    @Override
    public int read() throws IOException {
      fill();
      return buffer[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      if (count == 0) {
        return 0;
      }
      fill();
      int part = Math.min(count, length - position);
      System.arraycopy(buffer, position, target, offset, part);
      position += part;
      return part;
    }
  }

  /** Collects a message and sends it whole. */
  private final class Outgoing extends OutputStream {
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    @Override
    public void write(int value) {
      message.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      message.write(bytes, offset, count);
    }

    @Override
    public void flush() throws IOException {
      if (message.size() == 0) {
        return;
      }
      byte[] bytes = message.toByteArray();
      message.reset();
      try {
        socket.send(new DatagramPacket(bytes, bytes.length));
      } catch (PortUnreachableException e) {
        // nobody listens there yet
      }
    }
  }
}
