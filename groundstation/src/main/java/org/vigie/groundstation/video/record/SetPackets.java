package org.vigie.groundstation.video.record;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Parameter sets as transport packets, for a file that begins with a key whose source sends them
 * once and never again.
 */
final class SetPackets {
  private static final int PACKET = 188;
  private static final int PAYLOAD = 184;
  private static final byte[] PES = {0, 0, 1, (byte) 0xE0, 0, 0, (byte) 0x80, 0, 0};

  private SetPackets() {}

  /**
   * One PES packet without a time.
   *
   * @param nextCounter continuity counter of the packet that follows
   */
  static byte[] of(int pid, byte[] annexB, int nextCounter) {
    byte[] pes = Arrays.copyOf(PES, PES.length + annexB.length);
    System.arraycopy(annexB, 0, pes, PES.length, annexB.length);
    int count = (pes.length + PAYLOAD - 1) / PAYLOAD;
    ByteArrayOutputStream out = new ByteArrayOutputStream(count * PACKET);
    for (int i = 0; i < count; i++) {
      int from = i * PAYLOAD;
      int length = Math.min(PAYLOAD, pes.length - from);
      int stuffing = PAYLOAD - length;
      out.write(0x47);
      out.write((i == 0 ? 0x40 : 0) | (pid >> 8 & 0x1F));
      out.write(pid);
      out.write((stuffing > 0 ? 0x30 : 0x10) | ((nextCounter - count + i) & 0x0F));
      if (stuffing > 0) {
        out.write(stuffing - 1);
        byte[] fill = new byte[stuffing - 1];
        Arrays.fill(fill, (byte) 0xFF);
        if (fill.length > 0) {
          fill[0] = 0;
        }
        out.writeBytes(fill);
      }
      out.write(pes, from, length);
    }
    return out.toByteArray();
  }
}
