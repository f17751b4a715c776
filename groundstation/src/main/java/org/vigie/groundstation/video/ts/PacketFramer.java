package org.vigie.groundstation.video.ts;

/**
 * Finds transport packets in what came: datagrams of whole packets, packets cut over two datagrams,
 * or garbage between them. Holds back at most one packet's beginning. Confined to one thread.
 */
final class PacketFramer {
  /** Gets the buffer and the offset of a packet's sync byte; the buffer is the framer's own. */
  interface Sink {
    void packet(byte[] buffer, int offset);
  }

  private final Sink sink;
  private byte[] joined = new byte[4096];
  private int held;
  private long garbageBytes;

  PacketFramer(Sink sink) {
    this.sink = sink;
  }

  long garbageBytes() {
    return garbageBytes;
  }

  void datagram(byte[] bytes, int from, int length) {
    if (length <= 0) {
      return;
    }
    if (isWhole(bytes, from, length)) {
      // whatever was held back found no continuation
      garbageBytes += held;
      held = 0;
      for (int at = from; at < from + length; at += TsPacket.BYTES) {
        sink.packet(bytes, at);
      }
      return;
    }
    join(bytes, from, length);
  }

  private static boolean isWhole(byte[] bytes, int from, int length) {
    if (length % TsPacket.BYTES != 0) {
      return false;
    }
    for (int at = from; at < from + length; at += TsPacket.BYTES) {
      if (bytes[at] != TsPacket.SYNC) {
        return false;
      }
    }
    return true;
  }

  private void join(byte[] bytes, int from, int length) {
    int total = held + length;
    if (joined.length < total) {
      byte[] larger = new byte[total];
      System.arraycopy(joined, 0, larger, 0, held);
      joined = larger;
    }
    System.arraycopy(bytes, from, joined, held, length);
    int at = 0;
    while (at < total && total - at >= TsPacket.BYTES) {
      if (isSync(at, total)) {
        sink.packet(joined, at);
        at += TsPacket.BYTES;
      } else {
        at++;
        garbageBytes++;
      }
    }
    while (at < total && joined[at] != TsPacket.SYNC) {
      at++;
      garbageBytes++;
    }
    held = total - at;
    System.arraycopy(joined, at, joined, 0, held);
  }

  /** One 0x47 is chance, so the next packet must begin with one too, as far as it is there. */
  private boolean isSync(int at, int total) {
    int next = at + TsPacket.BYTES;
    return joined[at] == TsPacket.SYNC && (next >= total || joined[next] == TsPacket.SYNC);
  }
}
