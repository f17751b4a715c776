package org.vigie.simulator.autopilot.flightlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes ArduPilot's binary log: each kind of record is described by an FMT record before its first
 * use, so that any viewer can read it. Confined to the world's thread.
 *
 * @source AP_Logger LogStructure.h: head bytes 0xA3 0x95, type, then fields little-endian; FMT is
 *     type 128: type, length, name[4], format[16], labels[64]
 */
public final class DataFlash {
  private static final byte HEAD1 = (byte) 0xA3;
  private static final byte HEAD2 = (byte) 0x95;
  private static final int FMT = 128;
  private static final int RECORD_MAX = 255;

  /**
   * One kind of record.
   *
   * @param type number, 129 to 254
   * @param name at most four characters
   * @param format a letter a field: Q uint64, I uint32, i int32, H uint16, h int16, B uint8, b
   *     int8, f float, d double, L latitude or longitude in 1e-7 degrees, c int16 hundredths, C
   *     uint16 hundredths, M mode, N 16 characters, Z 64 characters, n 4 characters
   * @param labels comma separated
   */
  public record Kind(int type, String name, String format, String labels) {
    int length() {
      return 3 + format.chars().map(DataFlash::width).sum();
    }
  }

  /** FMT describes itself too. */
  private static final Kind FORMATS =
      new Kind(FMT, "FMT", "BBnNZ", "Type,Length,Name,Format,Columns");

  private final LogFile file;
  private final boolean[] described = new boolean[RECORD_MAX + 1];
  private final ByteBuffer buffer = ByteBuffer.allocate(RECORD_MAX).order(ByteOrder.LITTLE_ENDIAN);
  private boolean full;

  /** A log that begins with the description of its descriptions. */
  public DataFlash(LogFile file) {
    this.file = file;
    describe(FORMATS);
  }

  private static int width(int letter) {
    return switch (letter) {
      case 'B', 'b', 'M' -> 1;
      case 'H', 'h', 'c', 'C' -> 2;
      case 'I', 'i', 'f', 'L', 'n', 'e', 'E' -> 4;
      case 'Q', 'd' -> 8;
      case 'N' -> 16;
      case 'Z' -> 64;
      default -> throw new IllegalArgumentException("no field " + (char) letter);
    };
  }

  private void describe(Kind kind) {
    described[kind.type()] = true;
    put(FORMATS, kind.type(), kind.length(), kind.name(), kind.format(), kind.labels());
  }

  /**
   * Writes a record.
   *
   * @param values a number or a text a field, in the order of the format
   * @throws IllegalArgumentException when their number is another
   */
  public void write(Kind kind, Object... values) {
    if (!described[kind.type()]) {
      describe(kind);
    }
    put(kind, values);
  }

  private void put(Kind kind, Object... values) {
    if (values.length != kind.format().length()) {
      throw new IllegalArgumentException(kind.name() + " has other fields");
    }
    buffer.clear();
    buffer.put(HEAD1).put(HEAD2).put((byte) kind.type());
    for (int i = 0; i < values.length; i++) {
      field(kind.format().charAt(i), values[i]);
    }
    full |= !file.append(buffer.array(), buffer.position());
  }

  private void field(char letter, Object value) {
    switch (letter) {
      case 'B', 'b', 'M' -> buffer.put((byte) whole(value));
      case 'H', 'h', 'c', 'C' -> buffer.putShort((short) whole(value));
      case 'I', 'i', 'L', 'e', 'E' -> buffer.putInt((int) whole(value));
      case 'Q' -> buffer.putLong(whole(value));
      case 'f' -> buffer.putFloat(((Number) value).floatValue());
      case 'd' -> buffer.putDouble(((Number) value).doubleValue());
      default ->
          buffer.put(
              Arrays.copyOf(value.toString().getBytes(StandardCharsets.US_ASCII), width(letter)));
    }
  }

  private static long whole(Object value) {
    return value instanceof Number number ? Math.round(number.doubleValue()) : 0;
  }

  /** Whether something did not fit any more. */
  public boolean full() {
    return full;
  }
}
