package org.vigie.geofence.terrain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TIFF assembled byte by byte as TIFF 6.0 says, without any library: header, pieces of the image,
 * values, one directory.
 */
final class RawTiff {
  static final int SHORT = 3;
  static final int LONG = 4;
  static final int DOUBLE = 12;
  static final int ASCII = 2;

  private static final class Entry {
    private final int type;
    private final int count;
    private final byte[] value;

    Entry(int type, int count, byte[] value) {
      this.type = type;
      this.count = count;
      this.value = value;
    }
  }

  private final ByteOrder order;
  private final Map<Integer, Entry> entries = new TreeMap<>();
  private byte[][] pieces = new byte[0][];
  private int nextDirectory;
  private boolean tiled;

  RawTiff(ByteOrder order) {
    this.order = order;
  }

  /** A geographic grid in WGS 84 with its north-western corner at a place. */
  static RawTiff geographic(
      ByteOrder order, int width, int height, double stepDeg, double west, double north) {
    return new RawTiff(order)
        .with(256, LONG, width)
        .with(257, LONG, height)
        .with(262, SHORT, 1)
        .with(277, SHORT, 1)
        .withDoubles(33550, stepDeg, stepDeg, 0)
        .withDoubles(33922, 0, 0, 0, west, north, 0)
        .with(34735, SHORT, 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326);
  }

  RawTiff samples(int bits, int format) {
    return with(258, SHORT, bits).with(339, SHORT, format);
  }

  RawTiff strips(int compression, int rowsPerStrip, byte[]... strips) {
    pieces = strips;
    return with(259, SHORT, compression).with(278, LONG, rowsPerStrip);
  }

  RawTiff tiles(int compression, int width, int height, byte[]... parts) {
    pieces = parts;
    tiled = true;
    return with(259, SHORT, compression).with(322, LONG, width).with(323, LONG, height);
  }

  RawTiff next(int directory) {
    nextDirectory = directory;
    return this;
  }

  RawTiff without(int tag) {
    entries.remove(tag);
    return this;
  }

  RawTiff with(int tag, int type, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * (type == SHORT ? 2 : 4)).order(order);
    for (int value : values) {
      if (type == SHORT) {
        buffer.putShort((short) value);
      } else {
        buffer.putInt(value);
      }
    }
    entries.put(tag, new Entry(type, values.length, buffer.array()));
    return this;
  }

  RawTiff withDoubles(int tag, double... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * 8).order(order);
    Arrays.stream(values).forEach(buffer::putDouble);
    entries.put(tag, new Entry(DOUBLE, values.length, buffer.array()));
    return this;
  }

  RawTiff withText(int tag, String text) {
    byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    entries.put(tag, new Entry(ASCII, value.length, value));
    return this;
  }

  byte[] bytes() {
    int[] offsets = new int[pieces.length];
    int[] sizes = new int[pieces.length];
    int at = 8;
    for (int i = 0; i < pieces.length; i++) {
      offsets[i] = at;
      sizes[i] = pieces[i].length;
      at += pieces[i].length + (pieces[i].length & 1);
    }
    entries.putIfAbsent(tiled ? 324 : 273, longs(offsets));
    entries.putIfAbsent(tiled ? 325 : 279, longs(sizes));
    int valuesAt = at;
    for (Entry entry : entries.values()) {
      at += entry.value.length > 4 ? entry.value.length + (entry.value.length & 1) : 0;
    }
    int directoryAt = at;
    ByteBuffer file = ByteBuffer.allocate(at + 2 + entries.size() * 12 + 4).order(order);
    file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
    file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M'));
    file.putShort((short) 42).putInt(directoryAt);
    for (int i = 0; i < pieces.length; i++) {
      file.position(offsets[i]).put(pieces[i]);
    }
    file.position(directoryAt);
    file.putShort((short) entries.size());
    for (Map.Entry<Integer, Entry> each : entries.entrySet()) {
      Entry entry = each.getValue();
      int start = file.position();
      file.putShort(each.getKey().shortValue()).putShort((short) entry.type);
      file.putInt(entry.count);
      if (entry.value.length > 4) {
        file.putInt(valuesAt);
        file.position(valuesAt).put(entry.value);
        valuesAt += entry.value.length + (entry.value.length & 1);
      } else {
        file.put(entry.value);
      }
      file.position(start + 12);
    }
    file.putInt(nextDirectory == -1 ? directoryAt : nextDirectory);
    return file.array();
  }

  private Entry longs(int[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * 4).order(order);
    Arrays.stream(values).forEach(buffer::putInt);
    return new Entry(LONG, values.length, buffer.array());
  }
}
