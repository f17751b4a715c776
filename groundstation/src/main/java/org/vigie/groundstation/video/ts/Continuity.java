package org.vigie.groundstation.video.ts;

import java.util.Arrays;

/** The 4-bit counter of one PID: what was lost, what came twice. Confined to one thread. */
final class Continuity {
  private static final int MODULO = 16;

  private final byte[] last = new byte[TsPacket.BYTES];
  private int counter = -1;

  /** What a packet's counter says. */
  enum Verdict {
    FITS,
    /** The same packet once more, which the standard allows and networks do. */
    DUPLICATE,
    LOST
  }

  private int lost;

  /** How many packets are missing before the one that was judged LOST, modulo 16. */
  int lost() {
    return lost;
  }

  Verdict judge(TsPacket packet) {
    lost = 0;
    if (!packet.hasPayload) {
      return Verdict.FITS;
    }
    int before = counter;
    boolean same =
        before == packet.counter
            && Arrays.equals(
                last, 4, TsPacket.BYTES, packet.buffer, packet.offset + 4, packet.payloadTo());
    if (same) {
      return Verdict.DUPLICATE;
    }
    counter = packet.counter;
    System.arraycopy(packet.buffer, packet.offset, last, 0, TsPacket.BYTES);
    if (before < 0 || packet.discontinuity || packet.counter == (before + 1) % MODULO) {
      return Verdict.FITS;
    }
    lost = (packet.counter - before - 1 + MODULO) % MODULO;
    return Verdict.LOST;
  }
}
