package org.vigie.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads transport packets by the letter of the standard, for tests only. */
final class TsReader {
  private final Map<Integer, Integer> counters = new HashMap<>();
  private int gaps;
  private int tables;

  /** One PES packet. */
  static final class Pes {
    private final byte[] bytes;
    private final long clock90k;

    Pes(byte[] bytes, long clock90k) {
      this.bytes = bytes;
      this.clock90k = clock90k;
    }

    int length() {
      return ((bytes[4] & 255) << 8) | (bytes[5] & 255);
    }

    boolean complete() {
      return length() == bytes.length - 6;
    }

    long time90k() {
      return ((long) (bytes[9] & 0x0E) << 29)
          | ((bytes[10] & 255L) << 22)
          | ((bytes[11] & 0xFEL) << 14)
          | ((bytes[12] & 255L) << 7)
          | ((bytes[13] & 255L) >> 1);
    }

    long clock90k() {
      return clock90k;
    }

    byte[] payload() {
      return Arrays.copyOfRange(bytes, 9 + bytes[8], bytes.length);
    }
  }

  /** The PES packet in the packets of one access unit. */
  Pes read(byte[] packets) {
    ByteArrayOutputStream pes = new ByteArrayOutputStream();
    long clock = -1;
    for (int at = 0; at < packets.length; at += 188) {
      assertThat(packets[at]).as("sync byte at " + at).isEqualTo((byte) 0x47);
      int pid = ((packets[at + 1] & 0x1F) << 8) | (packets[at + 2] & 255);
      int counter = packets[at + 3] & 15;
      Integer before = counters.put(pid, counter);
      gaps += before != null && ((before + 1) & 15) != counter ? 1 : 0;
      if (pid != TransportStream.VIDEO_PID) {
        tables++;
        continue;
      }
      boolean start = (packets[at + 1] & 0x40) != 0;
      assertThat(start).isEqualTo(pes.size() == 0);
      int from = at + 4;
      if ((packets[at + 3] & 0x20) != 0) {
        int length = packets[at + 4] & 255;
        if (length > 0 && (packets[at + 5] & 0x10) != 0) {
          clock =
              ((packets[at + 6] & 255L) << 25)
                  | ((packets[at + 7] & 255L) << 17)
                  | ((packets[at + 8] & 255L) << 9)
                  | ((packets[at + 9] & 255L) << 1)
                  | ((packets[at + 10] & 255L) >> 7);
        }
        from += 1 + length;
      }
      pes.write(packets, from, at + 188 - from);
    }
    return new Pes(pes.toByteArray(), clock);
  }

  /** Breaks in continuity counters. */
  int gaps() {
    return gaps;
  }

  /** Packets of programme tables. */
  int tables() {
    return tables;
  }
}
