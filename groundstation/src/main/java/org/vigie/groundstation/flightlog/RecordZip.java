package org.vigie.groundstation.flightlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The one zip of a record: the same files give the same bytes, so that a zip can be wrong too.
 *
 * <p>Files in the order of their names (ASCII), no folders; each stored, not compressed; sizes and
 * CRC-32 in the local header, no data descriptor; version 1.0, no flags, time 1980-01-01 00:00, no
 * extra fields, attributes or comments, no zip64; the directory follows the last file, its end
 * record ends the zip. Bytes go straight to the stream; each file is read twice, because its CRC-32
 * stands before it.
 *
 * @source PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16
 */
public final class RecordZip {
  /** Names of a record's files; nothing that a reader could take for another place. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9]+)?");

  /** A zip without zip64 counts bytes in 32 bits; a day's telemetry is below 3 GB. */
  private static final long MAX_BYTES = 0xFFFF_FFFFL;

  /** Files of a record: some tens of inputs; far below the 65,535 of a zip without zip64. */
  private static final int MAX_FILES = 10_000;

  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final short VERSION = 10;

  /** 1980-01-01, the first day of a DOS date. */
  private static final short DATE = 0x21;

  private record Item(String name, long crc, long size, long offset) {}

  private final OutputStream out;
  private final List<Item> items = new ArrayList<>();
  private long written;

  private RecordZip(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes a record that lies in a folder; leaves the stream open.
   *
   * @throws IOException if it cannot be read or written, or is larger than a zip may be
   */
  public static void write(Path folder, OutputStream out) throws IOException {
    SortedMap<String, RecordBytes> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile)
          .forEach(file -> files.put(name(folder.relativize(file)), RecordBytes.of(file)));
    }
    write(files, out);
  }

  private static String name(Path relative) {
    List<String> elements = new ArrayList<>();
    relative.forEach(element -> elements.add(element.toString()));
    return String.join("/", elements);
  }

  /**
   * Writes files by their names; leaves the stream open.
   *
   * @throws IOException as above
   */
  public static void write(SortedMap<String, RecordBytes> files, OutputStream out)
      throws IOException {
    if (files.size() > MAX_FILES) {
      throw new IOException(files.size() + " files in a record");
    }
    RecordZip zip = new RecordZip(out);
    for (Map.Entry<String, RecordBytes> file : new TreeMap<>(files).entrySet()) {
      zip.add(file.getKey(), file.getValue());
    }
    zip.finish();
  }

  private void add(String name, RecordBytes bytes) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IOException("no file of a record: " + name);
    }
    CRC32 crc = new CRC32();
    long size = copy(bytes, OutputStream.nullOutputStream(), crc);
    Item item = new Item(name, crc.getValue(), size, written);
    if (written + size > MAX_BYTES) {
      throw new IOException("the record is larger than a zip of 4 GiB: send its folder");
    }
    put(item, false);
    CRC32 again = new CRC32();
    if (copy(bytes, out, again) != size || again.getValue() != item.crc()) {
      throw new IOException(name + " changed while it was being written");
    }
    written += size;
    items.add(item);
  }

  private void finish() throws IOException {
    long start = written;
    for (Item item : items) {
      put(item, true);
    }
    if (written + END_BYTES > MAX_BYTES) {
      throw new IOException("the record is larger than a zip of 4 GiB: send its folder");
    }
    short count = (short) items.size();
    byte[] end = new byte[END_BYTES];
    ByteBuffer numbers = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
    numbers.putInt(0x06054b50).putInt(0);
    numbers.putShort(count).putShort(count).putInt((int) (written - start)).putInt((int) start);
    out.write(end);
  }

  /** What a local header and a line of the directory have in common, then the name. */
  private void put(Item item, boolean central) throws IOException {
    byte[] name = item.name().getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[central ? CENTRAL_BYTES : LOCAL_BYTES];
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (central) {
      header.putInt(0x02014b50).putShort(VERSION);
    } else {
      header.putInt(0x04034b50);
    }
    header.putShort(VERSION).putShort((short) 0).putShort((short) 0);
    header.putShort((short) 0).putShort(DATE).putInt((int) item.crc());
    header.putInt((int) item.size()).putInt((int) item.size());
    header.putShort((short) name.length);
    if (central) {
      // no extra field, comment, disk or attributes; then where the file begins
      header.putInt(header.capacity() - 4, (int) item.offset());
    }
    out.write(bytes);
    out.write(name);
    written += bytes.length + name.length;
  }

  private static long copy(RecordBytes bytes, OutputStream to, CRC32 crc) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    long size = 0;
    try (InputStream in = bytes.open()) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        crc.update(chunk, 0, read);
        to.write(chunk, 0, read);
        size += read;
      }
    }
    return size;
  }
}
