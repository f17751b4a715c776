package org.vigie.simulator.camera;

import java.util.Arrays;

/**
 * Packs H.264 access units into an MPEG transport stream, each one whole as soon as it is there:
 * nothing is held back for the next. One programme, one video stream that carries the clock. Keeps
 * continuity counters; confined to one thread.
 *
 * @source ISO/IEC 13818-1: 2.4.3.2 transport packet, 2.4.3.4 adaptation field, 2.4.3.6 PES packet,
 *     2.4.4 programme tables; 2.14 H.264 in it (stream type 0x1B, an access unit delimiter first)
 */
final class TransportStream {
  static final int PACKET = 188;
  static final int PMT_PID = 0x1010;
  static final int VIDEO_PID = 0x101;

  /**
   * The tables come with every key picture and every 200 ms: who joins waits for the key anyway.
   */
  private static final int TABLES_EVERY = 5;

  /** The clock runs one picture before the time at which a picture is shown. */
  private static final long CLOCK_LEAD_90K = 3600;

  private static final long TIME_MASK = (1L << 33) - 1;
  private static final int H264 = 0x1B;
  private static final int STREAM_ID = 0xE0;
  private static final int PES_HEADER = 14;

  /** PES_packet_length counts from its own end; 0 says unknown, which video may. */
  private static final int PES_LENGTH_MAX = 65_535;

  private static final int PES_LENGTH_FROM = 6;
  private static final int CLOCK_FIELD = 8;
  private static final byte[] DELIMITER = {0, 0, 0, 1, 9, (byte) 0xF0};
  private static final byte[] PAT =
      TableSection.bytes(0x00, 1, new int[] {0, 1, 0xE0 | (PMT_PID >> 8), PMT_PID & 255});
  private static final byte[] PMT =
      TableSection.bytes(
          0x02,
          1,
          new int[] {
            0xE0 | (VIDEO_PID >> 8),
            VIDEO_PID & 255,
            0xF0,
            0,
            H264,
            0xE0 | (VIDEO_PID >> 8),
            VIDEO_PID & 255,
            0xF0,
            0
          });

  private int patCounter;
  private int pmtCounter;
  private int videoCounter;
  private int sinceTables = TABLES_EVERY;
  private byte[] out = new byte[0];
  private int at;

  /**
   * The packets of one access unit, ready to go.
   *
   * @param time90k when it is shown, in ticks of 90 kHz; wraps at 33 bits
   */
  byte[] pack(AccessUnit unit, long time90k) {
    byte[] pes = pes(unit, time90k);
    out = new byte[(pes.length / (PACKET - 4) + 4) * PACKET];
    at = 0;
    if (unit.key() || sinceTables >= TABLES_EVERY) {
      sinceTables = 0;
      patCounter = table(0, PAT, patCounter);
      pmtCounter = table(PMT_PID, PMT, pmtCounter);
    }
    sinceTables++;
    int from = 0;
    while (from < pes.length) {
      from += packet(pes, from, unit.key(), time90k);
    }
    return Arrays.copyOf(out, at);
  }

  private static byte[] pes(AccessUnit unit, long time90k) {
    byte[] coded = unit.annexB();
    byte[] pes = new byte[PES_HEADER + DELIMITER.length + coded.length];
    int length = pes.length - PES_LENGTH_FROM;
    int told = length <= PES_LENGTH_MAX ? length : 0;
    pes[2] = 1;
    pes[3] = (byte) STREAM_ID;
    pes[4] = (byte) (told >> 8);
    pes[5] = (byte) told;
    pes[6] = (byte) 0x84; // an access unit begins right here
    pes[7] = (byte) 0x80; // a presentation time, and no decoding time: pictures keep their order
    pes[8] = 5;
    long pts = time90k & TIME_MASK;
    pes[9] = (byte) (0x21 | ((pts >> 29) & 0x0E));
    pes[10] = (byte) (pts >> 22);
    pes[11] = (byte) (1 | ((pts >> 14) & 0xFE));
    pes[12] = (byte) (pts >> 7);
    pes[13] = (byte) (1 | ((pts << 1) & 0xFE));
    System.arraycopy(DELIMITER, 0, pes, PES_HEADER, DELIMITER.length);
    System.arraycopy(coded, 0, pes, PES_HEADER + DELIMITER.length, coded.length);
    return pes;
  }

  /** Writes one video packet and says how much of the PES packet it took. */
  private int packet(byte[] pes, int from, boolean key, long time90k) {
    boolean first = from == 0;
    int field = first ? CLOCK_FIELD : 0;
    int rest = pes.length - from;
    int room = PACKET - 4 - field;
    int taken = Math.min(room, rest);
    int stuffing = room - taken;
    field += stuffing;
    header(VIDEO_PID, first, field > 0, videoCounter);
    videoCounter = (videoCounter + 1) & 15;
    if (field > 0) {
      adaptation(field, first, key, time90k);
    }
    System.arraycopy(pes, from, out, at, taken);
    at += taken;
    return taken;
  }

  private void header(int pid, boolean first, boolean adaptation, int counter) {
    out[at++] = 0x47;
    out[at++] = (byte) ((first ? 0x40 : 0) | (pid >> 8));
    out[at++] = (byte) pid;
    out[at++] = (byte) ((adaptation ? 0x30 : 0x10) | counter);
  }

  private void adaptation(int field, boolean clock, boolean key, long time90k) {
    int end = at + field;
    out[at++] = (byte) (field - 1);
    if (field > 1) {
      out[at++] = (byte) (clock ? 0x10 | (key ? 0x40 : 0) : 0);
    }
    if (clock) {
      long base = (time90k - CLOCK_LEAD_90K) & TIME_MASK;
      out[at++] = (byte) (base >> 25);
      out[at++] = (byte) (base >> 17);
      out[at++] = (byte) (base >> 9);
      out[at++] = (byte) (base >> 1);
      out[at++] = (byte) ((base << 7) | 0x7E);
      out[at++] = 0;
    }
    while (at < end) {
      out[at++] = (byte) 0xFF;
    }
  }

  private int table(int pid, byte[] section, int counter) {
    header(pid, true, false, counter);
    int end = at + PACKET - 4;
    out[at++] = 0; // the section begins right here
    System.arraycopy(section, 0, out, at, section.length);
    at += section.length;
    while (at < end) {
      out[at++] = (byte) 0xFF;
    }
    return (counter + 1) & 15;
  }
}
