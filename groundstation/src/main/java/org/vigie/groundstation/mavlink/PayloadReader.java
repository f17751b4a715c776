package org.vigie.groundstation.mavlink;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads a payload field by field, little-endian, in wire order. What lies behind its end reads as
 * zero: MAVLink 2 leaves trailing zeros out.
 */
final class PayloadReader {
  private final byte[] bytes;
  private final int end;
  private int next;

  PayloadReader(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.next = offset;
    this.end = offset + length;
  }

  int u8() {
    int value = next < end ? bytes[next] & 0xFF : 0;
    next++;
    return value;
  }

  int i8() {
    return (byte) u8();
  }

  int u16() {
    return u8() | u8() << 8;
  }

  int i16() {
    return (short) u16();
  }

  int i32() {
    return u16() | u16() << 16;
  }

  long u32() {
    return i32() & 0xFFFF_FFFFL;
  }

  /** A uint64 above 2^63 comes as a negative number, bit for bit. */
  long i64() {
    long low = u32();
    return low | u32() << 32;
  }

  float f32() {
    return Float.intBitsToFloat(i32());
  }

  OptionalDouble optionalF32() {
    float value = f32();
    return Float.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** A scaled unsigned 16-bit number of which 65535 means unknown. */
  OptionalDouble optionalU16(double scale) {
    int value = u16();
    return value == 0xFFFF ? OptionalDouble.empty() : OptionalDouble.of(value / scale);
  }

  /** A scaled signed 16-bit number of which one value means unknown. */
  OptionalDouble optionalI16(double scale, int unknown) {
    int value = i16();
    return value == unknown ? OptionalDouble.empty() : OptionalDouble.of(value / scale);
  }

  static OptionalInt optional(int value, int unknown) {
    return value == unknown ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Text up to its first NUL, one character a byte, so that every byte survives. */
  String text(int length) {
    StringBuilder text = new StringBuilder(length);
    boolean ended = false;
    for (int i = 0; i < length; i++) {
      int value = u8();
      ended |= value == 0;
      if (!ended) {
        text.append((char) value);
      }
    }
    return text.toString();
  }

  String hex(int length) {
    byte[] copy = new byte[length];
    for (int i = 0; i < length; i++) {
      copy[i] = (byte) u8();
    }
    return HexFormat.of().formatHex(copy);
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
