package org.vigie.simulator.camera;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.vigie.simulator.camera.rtp.RtpPacketizer;

/** Pictures as RTP over UDP, with a report each few seconds to the port above. One thread. */
final class RtpSink implements FrameSink {
  /**
   * @source RFC 3550 section 6.2: at least 5 s apart
   */
  private static final long REPORT_MS = 5_000;

  private final RtpPacketizer packetizer;
  private final UdpDatagrams out;
  private final UdpDatagrams reports;
  private long nextReportMs;

  /**
   * A stream to a port.
   *
   * @param source the stream's number
   * @throws IOException if the host is unknown or no socket can be had
   */
  RtpSink(InetSocketAddress target, int source) throws IOException {
    this.packetizer = new RtpPacketizer(source);
    this.out = new UdpDatagrams(target);
    try {
      this.reports =
          new UdpDatagrams(new InetSocketAddress(target.getHostString(), target.getPort() + 1));
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  @Override
  public int send(AccessUnit unit, long time90k, long epochMillis) {
    int bytes = 0;
    for (byte[] packet : packetizer.pack(unit.annexB(), time90k)) {
      out.send(packet, 0, packet.length);
      bytes += packet.length;
    }
    if (epochMillis >= nextReportMs) {
      nextReportMs = epochMillis + REPORT_MS;
      byte[] report = packetizer.report(epochMillis, time90k);
      reports.send(report, 0, report.length);
    }
    return bytes;
  }

  @Override
  public long[] counts() {
    return out.counts();
  }

  @Override
  public void close() throws IOException {
    out.close();
    reports.close();
  }
}
