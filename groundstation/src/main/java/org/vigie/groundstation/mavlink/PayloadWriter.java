package org.vigie.groundstation.mavlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Writes a payload field by field, little-endian, in wire order.
 *
 * @throws IllegalArgumentException if a value does not fit its field: a bug of the sender, never
 *     sent wrapped round
 */
final class PayloadWriter {
  private final ByteBuffer buffer =
      ByteBuffer.allocate(Frame.PAYLOAD_MAX).order(ByteOrder.LITTLE_ENDIAN);

  PayloadWriter u8(long value) {
    buffer.put((byte) within(value, 0, 0xFF));
    return this;
  }

  PayloadWriter i8(long value) {
    buffer.put((byte) within(value, Byte.MIN_VALUE, Byte.MAX_VALUE));
    return this;
  }

  PayloadWriter u16(long value) {
    buffer.putShort((short) within(value, 0, 0xFFFF));
    return this;
  }

  PayloadWriter i16(long value) {
    buffer.putShort((short) within(value, Short.MIN_VALUE, Short.MAX_VALUE));
    return this;
  }

  PayloadWriter i32(long value) {
    buffer.putInt((int) within(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
    return this;
  }

  PayloadWriter u32(long value) {
    buffer.putInt((int) within(value, 0, 0xFFFF_FFFFL));
    return this;
  }

  PayloadWriter i64(long value) {
    buffer.putLong(value);
    return this;
  }

  PayloadWriter f32(double value) {
    buffer.putFloat((float) value);
    return this;
  }

  PayloadWriter optionalF32(OptionalDouble value) {
    return f32(value.orElse(Double.NaN));
  }

  PayloadWriter optionalU16(OptionalDouble value, double scale) {
    return u16(value.isPresent() ? Math.round(value.getAsDouble() * scale) : 0xFFFF);
  }

  PayloadWriter optionalI16(OptionalDouble value, double scale, int unknown) {
    return i16(value.isPresent() ? Math.round(value.getAsDouble() * scale) : unknown);
  }

  PayloadWriter optionalI8(OptionalInt value, int unknown) {
    return i8(value.orElse(unknown));
  }

  /** Text of at most so many characters below 256; the rest is NUL. */
  PayloadWriter text(String text, int length) {
    byte[] latin1 = PayloadReader.latin1(text);
    if (latin1.length > length) {
      throw new IllegalArgumentException("longer than " + length + " bytes: " + text);
    }
    buffer.put(Arrays.copyOf(latin1, length));
    return this;
  }

  PayloadWriter hex(String hex, int length) {
    buffer.put(Arrays.copyOf(HexFormat.of().parseHex(hex), length));
    return this;
  }

  int length() {
    return buffer.position();
  }

  /** The payload without its trailing zeros, but never empty. */
  byte[] trimmed() {
    int length = buffer.position();
    while (length > 1 && buffer.get(length - 1) == 0) {
      length--;
    }
    return Arrays.copyOf(buffer.array(), length);
  }

  private static long within(long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(value + " does not fit a field of " + min + ".." + max);
    }
    return value;
  }
}
