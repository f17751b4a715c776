package org.vigie.groundstation.video.ts;

/**
 * A view of one transport packet of 188 bytes in somebody's array. Reused from packet to packet;
 * confined to one thread.
 */
final class TsPacket {
  static final int BYTES = 188;
  static final int SYNC = 0x47;
  static final int NULL_PID = 0x1FFF;

  private static final int HEADER = 4;

  byte[] buffer = new byte[0];
  int offset;
  int pid;
  boolean transportError;
  boolean unitStart;
  boolean scrambled;
  boolean malformed;
  boolean hasPayload;
  boolean discontinuity;

  /** Whether bytes of the adaptation field carry nothing: the writer filled the packet up. */
  boolean stuffed;

  int counter;
  int payloadFrom;

  int payloadTo() {
    return offset + BYTES;
  }

  int payloadLength() {
    return payloadTo() - payloadFrom;
  }

  /** Reads the packet at an offset where the sync byte stands. */
  void read(byte[] from, int at) {
    buffer = from;
    offset = at;
    int b1 = from[at + 1] & 0xFF;
    int b3 = from[at + 3] & 0xFF;
    transportError = (b1 & 0x80) != 0;
    unitStart = (b1 & 0x40) != 0;
    pid = (b1 & 0x1F) << 8 | (from[at + 2] & 0xFF);
    scrambled = (b3 & 0xC0) != 0;
    counter = b3 & 0x0F;
    hasPayload = (b3 & 0x10) != 0;
    discontinuity = false;
    stuffed = false;
    payloadFrom = at + HEADER;
    boolean adapted = (b3 & 0x20) != 0;
    // 00 is reserved
    malformed = !adapted && !hasPayload;
    if (adapted) {
      readAdaptation(from, at + HEADER);
    }
  }

  private void readAdaptation(byte[] from, int at) {
    int length = from[at] & 0xFF;
    // 183 fills the packet; beside a payload one byte at least is left for it
    int most = hasPayload ? BYTES - HEADER - 2 : BYTES - HEADER - 1;
    if (length > most) {
      malformed = true;
      return;
    }
    payloadFrom = at + 1 + length;
    if (length == 0) {
      stuffed = true;
      return;
    }
    int flags = from[at + 1] & 0xFF;
    discontinuity = (flags & 0x80) != 0;
    int end = at + 1 + length;
    int used = used(from, at + 2, end, flags);
    stuffed = used < end || flags == 0;
  }

  /** Where the fields of the adaptation field end; beyond its end if they contradict it. */
  private static int used(byte[] from, int at, int end, int flags) {
    int next = at;
    next += (flags & 0x10) != 0 ? 6 : 0; // PCR
    next += (flags & 0x08) != 0 ? 6 : 0; // OPCR
    next += (flags & 0x04) != 0 ? 1 : 0; // splice countdown
    for (int bit = 0x02; bit > 0; bit >>= 1) { // private data, then extension: length and bytes
      if ((flags & bit) != 0 && next < end) {
        next += 1 + (from[next] & 0xFF);
      }
    }
    return next;
  }
}
