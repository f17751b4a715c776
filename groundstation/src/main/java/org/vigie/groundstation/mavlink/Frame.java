package org.vigie.groundstation.mavlink;

import java.util.Arrays;

/**
 * One MAVLink frame exactly as it was on the wire. Immutable and thread-safe.
 *
 * @source MAVLink guide, serialization, "MAVLink 1 Packet Format", "MAVLink 2 Packet Format"
 */
public final class Frame {
  /** First byte of a MAVLink 1 frame. */
  static final int MAGIC_V1 = 0xFE;

  /** First byte of a MAVLink 2 frame. */
  static final int MAGIC_V2 = 0xFD;

  static final int HEADER_V1 = 6;
  static final int HEADER_V2 = 10;
  static final int CRC_LENGTH = 2;

  /** Link, time and hash behind a signed frame. */
  public static final int SIGNATURE_LENGTH = 13;

  static final int INCOMPAT_SIGNED = 0x01;

  /** Longest payload: its length is one byte. */
  public static final int PAYLOAD_MAX = 255;

  /** Longest frame: version 2 with a full payload and a signature. */
  public static final int LENGTH_MAX = HEADER_V2 + PAYLOAD_MAX + CRC_LENGTH + SIGNATURE_LENGTH;

  private final byte[] raw;

  /** Takes the bytes over; the caller has checked them. */
  Frame(byte[] raw) {
    this.raw = raw;
  }

  /** 1 or 2. */
  public int version() {
    return isV2() ? 2 : 1;
  }

  /** Sequence number of its sender, 0 to 255. */
  public int sequence() {
    return u8(isV2() ? 4 : 2);
  }

  public int systemId() {
    return u8(isV2() ? 5 : 3);
  }

  public int componentId() {
    return u8(isV2() ? 6 : 4);
  }

  public int messageId() {
    return isV2() ? u8(7) | u8(8) << 8 | u8(9) << 16 : u8(5);
  }

  /** Length of the payload on the wire: trailing zeros may have been left out. */
  public int payloadLength() {
    return u8(1);
  }

  /** Whether a signature follows; it is carried, not checked. */
  public boolean signed() {
    return isV2() && (u8(2) & INCOMPAT_SIGNED) != 0;
  }

  /**
   * Tells it from another frame of the same sender and sequence number: its checksum, which covers
   * all but a signature, and its message.
   */
  public int fingerprint() {
    int end = headerLength() + payloadLength();
    return u8(end) | u8(end + 1) << 8 | (messageId() & 0xFFFF) << 16;
  }

  /** Length of the whole frame. */
  public int length() {
    return raw.length;
  }

  /** A copy of the whole frame. */
  public byte[] bytes() {
    return raw.clone();
  }

  /** Writes the whole frame into an array. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(raw, 0, target, offset, raw.length);
  }

  /** A copy of the payload as it was on the wire. */
  public byte[] payload() {
    int start = headerLength();
    return Arrays.copyOfRange(raw, start, start + payloadLength());
  }

  /** A byte of the payload; 0 behind its end, where MAVLink 2 leaves zeros out. */
  int payloadU8(int index) {
    return index < payloadLength() ? u8(headerLength() + index) : 0;
  }

  int payloadU16(int index) {
    return payloadU8(index) | payloadU8(index + 1) << 8;
  }

  int payloadI32(int index) {
    return payloadU16(index) | payloadU16(index + 2) << 16;
  }

  float payloadF32(int index) {
    return Float.intBitsToFloat(payloadI32(index));
  }

  PayloadReader reader() {
    return new PayloadReader(raw, headerLength(), payloadLength());
  }

  private int headerLength() {
    return isV2() ? HEADER_V2 : HEADER_V1;
  }

  private boolean isV2() {
    return u8(0) == MAGIC_V2;
  }

  private int u8(int index) {
    return raw[index] & 0xFF;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame frame && Arrays.equals(raw, frame.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return "message " + messageId() + " of " + systemId() + "/" + componentId();
  }
}
