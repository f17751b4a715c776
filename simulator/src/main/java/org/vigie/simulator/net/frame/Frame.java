package org.vigie.simulator.net.frame;

import java.util.Arrays;

/** A MAVLink packet whose checksum is right, as it was on the wire. Immutable by agreement. */
public final class Frame {
  /** First byte of MAVLink 1. @source MAVLink packet serialization */
  static final int MAGIC_V1 = 0xFE;

  /** First byte of MAVLink 2. */
  static final int MAGIC_V2 = 0xFD;

  /** Incompatibility flag of a signed packet; any other makes a packet unreadable. */
  static final int SIGNED = 1;

  static final int HEADER_V1 = 6;
  static final int HEADER_V2 = 10;
  static final int CRC_LENGTH = 2;

  /** Link, six bytes of time, six of the hash. */
  static final int SIGNATURE_LENGTH = 13;

  /** The longest packet there is: a signed one with 255 bytes of payload. */
  static final int LENGTH_MAX = HEADER_V2 + 255 + CRC_LENGTH + SIGNATURE_LENGTH;

  private final byte[] bytes;

  /** Takes the array over. */
  Frame(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The packet; for sending it on, not for changing it. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return bytes.length;
  }

  /** 1 or 2. */
  public int version() {
    return (bytes[0] & 0xFF) == MAGIC_V1 ? 1 : 2;
  }

  private int at(int index) {
    return bytes[index] & 0xFF;
  }

  private int header() {
    return version() == 1 ? HEADER_V1 : HEADER_V2;
  }

  public int sequence() {
    return at(version() == 1 ? 2 : 4);
  }

  public int systemId() {
    return at(version() == 1 ? 3 : 5);
  }

  public int componentId() {
    return at(version() == 1 ? 4 : 6);
  }

  public int messageId() {
    return version() == 1 ? at(5) : at(7) | (at(8) << 8) | (at(9) << 16);
  }

  /** The payload; MAVLink 2 leaves zeroes off its end. */
  public byte[] payload() {
    return Arrays.copyOfRange(bytes, header(), header() + at(1));
  }

  /** A byte of the payload; 0 behind its end. */
  public int payloadAt(int index) {
    return index < at(1) ? at(header() + index) : 0;
  }

  public boolean signed() {
    return version() == 2 && (at(2) & SIGNED) != 0;
  }

  /** Where the signature begins, when there is one. */
  int signatureAt() {
    return bytes.length - SIGNATURE_LENGTH;
  }
}
