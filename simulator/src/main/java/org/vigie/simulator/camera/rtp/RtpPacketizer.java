package org.vigie.simulator.camera.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs H.264 into RTP: small units whole, the parameter sets of a key picture together, large
 * units in fragments. Keeps its sequence number; confined to one thread.
 *
 * @source RFC 3550 section 5.1 (header); RFC 6184 sections 5.6 (single unit), 5.7.1 (STAP-A), 5.8
 *     (FU-A), packetization mode 1
 */
public final class RtpPacketizer {
  /** Dynamic payload type, as the description says. */
  public static final int PAYLOAD_TYPE = 96;

  /** Ticks a second of the video clock. */
  public static final int CLOCK_HZ = 90_000;

  static final int HEADER = 12;

  /** Leaves room for IP, UDP and a tunnel in an Ethernet frame. */
  static final int PACKET_MAX = 1400;

  private static final int PAYLOAD_MAX = PACKET_MAX - HEADER;
  private static final int STAP_A = 24;
  private static final int FU_A = 28;
  private static final int SPS = 7;
  private static final int PPS = 8;
  private static final int TYPE_MASK = 31;
  private static final int START_BIT = 0x80;
  private static final int END_BIT = 0x40;
  private static final int VERSION = 0x80;
  private static final int MARKER = 0x80;

  private final int source;
  private int sequence;
  private long packets;
  private long octets;

  /**
   * A stream.
   *
   * @param source the stream's number, SSRC
   */
  public RtpPacketizer(int source) {
    this.source = source;
  }

  /**
   * The packets of one access unit; the last has the marker.
   *
   * @param time90k when it was taken; its low 32 bits are sent
   */
  public List<byte[]> pack(byte[] annexB, long time90k) {
    List<ByteBuffer> sets = new ArrayList<>();
    List<ByteBuffer> payloads = new ArrayList<>();
    for (ByteBuffer unit : NalUnits.of(annexB)) {
      int type = unit.get(0) & TYPE_MASK;
      if (type == SPS || type == PPS) {
        sets.add(unit);
      } else {
        together(sets, payloads);
        whole(unit, payloads);
      }
    }
    together(sets, payloads);
    List<byte[]> packed = new ArrayList<>();
    for (int i = 0; i < payloads.size(); i++) {
      packed.add(packet(payloads.get(i), i == payloads.size() - 1, time90k));
    }
    return packed;
  }

  /** Parameter sets in one packet when they fit. */
  private static void together(List<ByteBuffer> sets, List<ByteBuffer> to) {
    int length = 1;
    int importance = 0;
    for (ByteBuffer set : sets) {
      length += Short.BYTES + set.remaining();
      importance = Math.max(importance, set.get(0) & 0x60);
    }
    if (sets.size() < 2 || length > PAYLOAD_MAX) {
      sets.forEach(set -> whole(set, to));
    } else {
      ByteBuffer payload = ByteBuffer.allocate(length).put((byte) (STAP_A | importance));
      for (ByteBuffer set : sets) {
        payload.putShort((short) set.remaining()).put(set.duplicate());
      }
      to.add(payload.flip());
    }
    sets.clear();
  }

  private static void whole(ByteBuffer unit, List<ByteBuffer> to) {
    if (unit.remaining() <= PAYLOAD_MAX) {
      to.add(unit.duplicate());
      return;
    }
    int header = unit.get(0);
    ByteBuffer rest = unit.duplicate().position(1);
    boolean first = true;
    while (rest.hasRemaining()) {
      int part = Math.min(rest.remaining(), PAYLOAD_MAX - 2);
      boolean last = part == rest.remaining();
      int flags = (first ? START_BIT : 0) | (last ? END_BIT : 0);
      ByteBuffer payload = ByteBuffer.allocate(part + 2);
      payload.put((byte) ((header & ~TYPE_MASK) | FU_A));
      payload.put((byte) (flags | (header & TYPE_MASK)));
      payload.put(rest.slice().limit(part));
      rest.position(rest.position() + part);
      to.add(payload.flip());
      first = false;
    }
  }

  private byte[] packet(ByteBuffer payload, boolean last, long time90k) {
    packets++;
    octets += payload.remaining();
    byte[] bytes = new byte[HEADER + payload.remaining()];
    ByteBuffer packet = ByteBuffer.wrap(bytes);
    packet.put((byte) VERSION);
    packet.put((byte) (PAYLOAD_TYPE | (last ? MARKER : 0)));
    packet.putShort((short) sequence++);
    packet.putInt((int) time90k);
    packet.putInt(source);
    packet.put(payload);
    return bytes;
  }

  /** The next packet's number, 0 to 65535. */
  public int sequence() {
    return sequence & 0xFFFF;
  }

  /**
   * What has been sent and when, for receivers that ask for wall time.
   *
   * @param epochMillis wall time, UTC
   * @param time90k the stream's time at that moment
   * @source RFC 3550 sections 6.4.1 (SR) and 6.5.1 (CNAME); NTP time counts from 1900
   */
  public byte[] report(long epochMillis, long time90k) {
    byte[] name = {'v', 'i', 'g', 'i', 'e'};
    byte[] bytes = new byte[28 + 16];
    ByteBuffer report = ByteBuffer.wrap(bytes);
    report.put((byte) VERSION).put((byte) 200).putShort((short) 6).putInt(source);
    report.putInt((int) (epochMillis / 1000 + 2_208_988_800L));
    report.putInt((int) ((epochMillis % 1000 << 32) / 1000));
    report.putInt((int) time90k).putInt((int) packets).putInt((int) octets);
    report.put((byte) (VERSION | 1)).put((byte) 202).putShort((short) 3).putInt(source);
    report.put((byte) 1).put((byte) name.length).put(name).put((byte) 0);
    return bytes;
  }
}
