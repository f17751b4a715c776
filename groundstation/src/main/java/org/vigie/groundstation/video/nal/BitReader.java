package org.vigie.groundstation.video.nal;

/** Bits of a NAL unit, emulation prevention taken out. */
final class BitReader {
  /** More leading zeros than any number of the standards has. */
  private static final int ZEROS_MAX = 31;

  private final byte[] bytes;
  private final int bits;
  private int at;

  /** The NAL unit ended before the number did, or the number cannot be. */
  static final class BadBitsException extends Exception {
    private static final long serialVersionUID = 1;

    BadBitsException(String message) {
      super(message, null, false, false);
    }
  }

  /** Reads what follows a header of so many bytes. */
  BitReader(byte[] nal, int header) {
    byte[] plain = new byte[Math.max(0, nal.length - header)];
    int size = 0;
    int zeros = 0;
    for (int i = header; i < nal.length; i++) {
      if (zeros >= 2 && nal[i] == 3) {
        zeros = 0;
        continue;
      }
      zeros = nal[i] == 0 ? zeros + 1 : 0;
      plain[size++] = nal[i];
    }
    bytes = plain;
    bits = size * 8;
  }

  int bit() throws BadBitsException {
    if (at >= bits) {
      throw new BadBitsException("ends after " + bits + " bits");
    }
    int bit = bytes[at >> 3] >> (7 - (at & 7)) & 1;
    at++;
    return bit;
  }

  boolean flag() throws BadBitsException {
    return bit() == 1;
  }

  long u(int count) throws BadBitsException {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  void skip(int count) throws BadBitsException {
    if (count > bits - at) {
      throw new BadBitsException("ends after " + bits + " bits");
    }
    at += count;
  }

  int ue() throws BadBitsException {
    int zeros = 0;
    while (bit() == 0) {
      if (++zeros > ZEROS_MAX) {
        throw new BadBitsException("no number begins with " + zeros + " zeros");
      }
    }
    long value = (1L << zeros) - 1 + u(zeros);
    if (value > Integer.MAX_VALUE) {
      throw new BadBitsException("a number of " + value);
    }
    return (int) value;
  }

  /** A number that the standard bounds. */
  int ue(int most) throws BadBitsException {
    int value = ue();
    if (value > most) {
      throw new BadBitsException(value + " over " + most);
    }
    return value;
  }

  int se() throws BadBitsException {
    int code = ue();
    return (code & 1) == 1 ? code / 2 + 1 : -(code / 2);
  }
}
