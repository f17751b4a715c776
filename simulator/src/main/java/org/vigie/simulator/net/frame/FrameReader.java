package org.vigie.simulator.net.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds packets in a stream of bytes that may be cut anywhere and hold anything. What is no packet
 * is skipped byte by byte, so that garbage hides no packet behind it. Confined to one thread.
 */
public final class FrameReader {
  /** What may lie here undecided: some packets. */
  private static final int BUFFER = 2048;

  private final Extras extras;
  private final Consumer<Frame> found;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;

  /** Whether a packet may begin here by rights: the stream began here, or a packet has ended. */
  private boolean inStep = true;

  private long garbageBytes;
  private long badChecksums;
  private long unknown;

  /**
   * A reader at the beginning of a stream.
   *
   * @param found gets each packet, at once
   */
  public FrameReader(Extras extras, Consumer<Frame> found) {
    this.extras = extras;
    this.found = found;
  }

  /** Takes all of what has come. */
  public void read(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      compact();
      int part = Math.min(bytes.remaining(), BUFFER - to);
      bytes.get(buffer, to, part);
      to += part;
      scan();
    }
  }

  private void compact() {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
  }

  /** Leaves at most an unfinished packet behind. */
  private void scan() {
    while (from < to) {
      int length = lengthAt(from);
      if (length == NEED_MORE || (length > 0 && from + length > to)) {
        return;
      }
      if (length == NO_PACKET || !packet(length)) {
        skip();
      }
    }
  }

  private static final int NEED_MORE = 0;
  private static final int NO_PACKET = -1;

  /** How long the packet is that may begin here. */
  private int lengthAt(int at) {
    int magic = buffer[at] & 0xFF;
    if (magic == Frame.MAGIC_V1) {
      return at + 1 < to ? Frame.HEADER_V1 + (buffer[at + 1] & 0xFF) + Frame.CRC_LENGTH : NEED_MORE;
    }
    if (magic != Frame.MAGIC_V2) {
      return NO_PACKET;
    }
    if (at + 2 >= to) {
      return NEED_MORE;
    }
    int flags = buffer[at + 2] & 0xFF;
    if ((flags & ~Frame.SIGNED) != 0) {
      return NO_PACKET;
    }
    int signature = flags == Frame.SIGNED ? Frame.SIGNATURE_LENGTH : 0;
    return Frame.HEADER_V2 + (buffer[at + 1] & 0xFF) + Frame.CRC_LENGTH + signature;
  }

  /** Takes the packet that is wholly here; false when it is none. */
  private boolean packet(int length) {
    boolean first = (buffer[from] & 0xFF) == Frame.MAGIC_V1;
    int header = first ? Frame.HEADER_V1 : Frame.HEADER_V2;
    int end = from + header + (buffer[from + 1] & 0xFF);
    int id = first ? buffer[from + 5] & 0xFF : id24(from + 7);
    int extra = extras.extra(id);
    if (extra == Extras.UNKNOWN) {
      return unknown(length);
    }
    int told = (buffer[end] & 0xFF) | ((buffer[end + 1] & 0xFF) << 8);
    if (told != Crc.of(buffer, from + 1, end, extra)) {
      if (inStep && followed(length)) {
        badChecksums++;
      }
      return false;
    }
    Frame frame = new Frame(Arrays.copyOfRange(buffer, from, from + length));
    from += length;
    inStep = true;
    found.accept(frame);
    return true;
  }

  private int id24(int at) {
    return (buffer[at] & 0xFF) | ((buffer[at + 1] & 0xFF) << 8) | ((buffer[at + 2] & 0xFF) << 16);
  }

  /** A message of another dialect cannot be checked: what is framed like one is taken for one. */
  private boolean unknown(int length) {
    if (!inStep || !followed(length)) {
      return false;
    }
    unknown++;
    from += length;
    return true;
  }

  /** Whether another packet begins behind this one, or nothing has come yet. */
  private boolean followed(int length) {
    int next = from + length;
    if (next >= to) {
      return true;
    }
    int magic = buffer[next] & 0xFF;
    return magic == Frame.MAGIC_V1 || magic == Frame.MAGIC_V2;
  }

  private void skip() {
    garbageBytes++;
    from++;
    inStep = false;
  }

  /** The stream has ended: what is undecided is no packet. */
  public void end() {
    garbageBytes += to - from;
    from = to;
  }

  /** Bytes that belong to no packet. */
  public long garbageBytes() {
    return garbageBytes;
  }

  /** What looked like packets of known messages and had a wrong checksum. */
  public long badChecksums() {
    return badChecksums;
  }

  /** What looked like packets of messages that are not known here. */
  public long unknown() {
    return unknown;
  }
}
