package org.vigie.groundstation.flightlog.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Reads a zip from front to back and takes only the one that a record's files have: stored, in the
 * order of their names, with nothing before, between or after them. Every byte is either a file's
 * or follows from the files; sizes are believed only once so many bytes were there.
 *
 * @source PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16
 */
final class ZipScan {
  /** A record has some tens of files; the directory is built in memory. */
  private static final int MAX_FILES = 10_000;

  /** The longest name is that of an input, 71 characters. */
  private static final int MAX_NAME = 255;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9]+)?");

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] LOCAL = HEX.parseHex("504b0304");
  private static final byte[] CENTRAL = HEX.parseHex("504b0102");
  private static final byte[] END = HEX.parseHex("504b0506");

  /** Version 1.0, no flags, stored, 1980-01-01 00:00. */
  private static final byte[] FIXED = HEX.parseHex("0a000000000000002100");

  private static final int SIGNATURE_BYTES = 4;
  private static final int SIZES_BYTES = 16;
  private static final int CHUNK_BYTES = 64 * 1024;

  /** Where a file's bytes lie. */
  record Stored(long offset, long size) {}

  /** This is not the zip of a record; tells where that showed. */
  static final class NotCanonicalException extends IOException {
    private static final long serialVersionUID = 1;

    NotCanonicalException(String what, long at) {
      super(what + " @" + at);
    }

    String where() {
      return String.valueOf(getMessage());
    }
  }

  private final InputStream in;
  private final SortedMap<String, Stored> files = new TreeMap<>();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private String last = "";
  private long at;

  private ZipScan(InputStream in) {
    this.in = in;
  }

  static SortedMap<String, Stored> scan(InputStream zip) throws IOException {
    ZipScan scan = new ZipScan(new BufferedInputStream(zip, CHUNK_BYTES));
    scan.run();
    return scan.files;
  }

  private void run() throws IOException {
    byte[] signature = take(SIGNATURE_BYTES);
    while (Arrays.equals(signature, LOCAL)) {
      file(at - SIGNATURE_BYTES);
      signature = take(SIGNATURE_BYTES);
    }
    long start = at - SIGNATURE_BYTES;
    byte[] end = end(start);
    byte[] rest = concat(directory.toByteArray(), end);
    require(Arrays.equals(signature, 0, 4, rest, 0, 4), "directory");
    byte[] found = take(rest.length - SIGNATURE_BYTES);
    require(Arrays.equals(found, 0, found.length, rest, 4, rest.length), "directory");
    require(in.read() < 0, "end");
  }

  private void file(long offset) throws IOException {
    require(files.size() < MAX_FILES, "files");
    require(Arrays.equals(take(FIXED.length), FIXED), "header");
    byte[] sizes = take(SIZES_BYTES);
    ByteBuffer numbers = ByteBuffer.wrap(sizes).order(ByteOrder.LITTLE_ENDIAN);
    long crc = Integer.toUnsignedLong(numbers.getInt());
    long stored = Integer.toUnsignedLong(numbers.getInt());
    long size = Integer.toUnsignedLong(numbers.getInt());
    int nameLength = Short.toUnsignedInt(numbers.getShort());
    require(stored == size && numbers.getShort() == 0, "header");
    require(nameLength > 0 && nameLength <= MAX_NAME, "name");
    byte[] nameBytes = take(nameLength);
    String name = new String(nameBytes, StandardCharsets.ISO_8859_1);
    require(NAME.matcher(name).matches(), "name");
    require(name.compareTo(last) > 0, "order " + name);
    last = name;
    files.put(name, new Stored(at, size));
    require(pass(size) == crc, "CRC-32 " + name);
    directory.writeBytes(concat(CENTRAL, new byte[] {FIXED[0], FIXED[1]}, FIXED, sizes));
    // no comment, disk or attributes
    directory.writeBytes(new byte[10]);
    directory.writeBytes(number(offset));
    directory.writeBytes(nameBytes);
  }

  /** CRC-32 of so many bytes, which are passed over. */
  private long pass(long size) throws IOException {
    CRC32 crc = new CRC32();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (long left = size; left > 0; ) {
      int read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
      require(read > 0, "end");
      crc.update(chunk, 0, read);
      left -= read;
      at += read;
    }
    return crc.getValue();
  }

  private byte[] end(long start) throws IOException {
    require(start <= 0xFFFF_FFFFL, "size");
    byte[] count = Arrays.copyOf(number(files.size()), 2);
    return concat(
        END,
        new byte[4],
        count,
        count,
        number(directory.size()),
        number(start),
        // no comment
        new byte[2]);
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private byte[] take(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    at += bytes.length;
    require(bytes.length == length, "end");
    return bytes;
  }

  private void require(boolean canonical, String what) throws NotCanonicalException {
    if (!canonical) {
      throw new NotCanonicalException(what, at);
    }
  }
}
