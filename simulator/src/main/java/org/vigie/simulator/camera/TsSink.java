package org.vigie.simulator.camera;

import java.io.Closeable;
import java.io.IOException;

/** Pictures as MPEG-TS over UDP. Confined to one thread. */
final class TsSink implements FrameSink {
  private final TransportStream stream = new TransportStream();
  private final Datagrams out;

  TsSink(Datagrams out) {
    this.out = out;
  }

  @Override
  public int send(AccessUnit unit, long time90k, long epochMillis) {
    byte[] packets = stream.pack(unit, time90k);
    for (int from = 0; from < packets.length; from += VideoLine.DATAGRAM) {
      out.send(packets, from, Math.min(VideoLine.DATAGRAM, packets.length - from));
    }
    return packets.length;
  }

  @Override
  public long[] counts() {
    return out instanceof UdpDatagrams udp ? udp.counts() : new long[2];
  }

  @Override
  public void close() throws IOException {
    if (out instanceof Closeable socket) {
      socket.close();
    }
  }
}
