package org.vigie.groundstation.mavlink;

/** Judges whether a frame begins at a place in an array. */
final class FrameParser {
  /** The bytes so far may be a frame; more are needed to tell. */
  static final int NEED_MORE = -1;

  /** No frame begins here. */
  static final int NO_FRAME = -2;

  /** A frame of a known message ends here whose checksum is wrong. */
  static final int BAD_CRC = -3;

  private FrameParser() {}

  /**
   * The whole length of the frame that begins at {@code from}, or one of the negative answers. The
   * checksum of a message that nobody here knows cannot be checked: see {@link #isKnown}.
   */
  static int lengthAt(byte[] bytes, int from, int to) {
    int available = to - from;
    if (available < 1) {
      return NEED_MORE;
    }
    int magic = bytes[from] & 0xFF;
    if (magic == Frame.MAGIC_V2) {
      return lengthV2(bytes, from, available);
    }
    return magic == Frame.MAGIC_V1 ? lengthV1(bytes, from, available) : NO_FRAME;
  }

  /** Whether the message of the (whole) frame at {@code from} has a known CRC_EXTRA. */
  static boolean isKnown(byte[] bytes, int from) {
    return CrcExtras.find(messageId(bytes, from)) != CrcExtras.NONE;
  }

  private static int lengthV2(byte[] bytes, int from, int available) {
    if (available >= 3 && (bytes[from + 2] & ~Frame.INCOMPAT_SIGNED) != 0) {
      return NO_FRAME; // the standard: discard a frame with an incompatibility flag not understood
    }
    if (available < Frame.HEADER_V2) {
      return NEED_MORE;
    }
    boolean signed = (bytes[from + 2] & Frame.INCOMPAT_SIGNED) != 0;
    int checked = Frame.HEADER_V2 + (bytes[from + 1] & 0xFF);
    int length = checked + Frame.CRC_LENGTH + (signed ? Frame.SIGNATURE_LENGTH : 0);
    return available < length ? NEED_MORE : checkCrc(bytes, from, checked, length);
  }

  private static int lengthV1(byte[] bytes, int from, int available) {
    if (available < Frame.HEADER_V1) {
      return NEED_MORE;
    }
    int checked = Frame.HEADER_V1 + (bytes[from + 1] & 0xFF);
    int length = checked + Frame.CRC_LENGTH;
    return available < length ? NEED_MORE : checkCrc(bytes, from, checked, length);
  }

  private static int checkCrc(byte[] bytes, int from, int checked, int length) {
    int extra = CrcExtras.find(messageId(bytes, from));
    if (extra == CrcExtras.NONE) {
      return length;
    }
    int end = from + checked;
    int found = (bytes[end] & 0xFF) | (bytes[end + 1] & 0xFF) << 8;
    return Crc.of(bytes, from + 1, end, extra) == found ? length : BAD_CRC;
  }

  private static int messageId(byte[] bytes, int from) {
    if ((bytes[from] & 0xFF) == Frame.MAGIC_V1) {
      return bytes[from + 5] & 0xFF;
    }
    return (bytes[from + 7] & 0xFF)
        | (bytes[from + 8] & 0xFF) << 8
        | (bytes[from + 9] & 0xFF) << 16;
  }
}
