package org.vigie.groundstation.flightlog.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A record in a zip. It is read once from its first to its last byte; a zip that is not exactly the
 * one zip of its files has no files at all, only {@link #damage()}.
 */
public final class ZipSource implements RecordSource {
  private final Path zip;
  private final SortedMap<String, ZipScan.Stored> files;
  private final Optional<Damage> damage;

  private ZipSource(Path zip, SortedMap<String, ZipScan.Stored> files, Optional<Damage> damage) {
    this.zip = zip;
    this.files = files;
    this.damage = damage;
  }

  /** Reads a zip; whatever is wrong with it is told by {@link #damage()}. */
  public static ZipSource read(Path zip) {
    try (InputStream in = Files.newInputStream(zip)) {
      return new ZipSource(zip, ZipScan.scan(in), Optional.empty());
    } catch (ZipScan.NotCanonicalException e) {
      return damaged(zip, Fault.MALFORMED, e.where());
    } catch (IOException e) {
      return damaged(zip, Fault.UNREADABLE, e.toString());
    }
  }

  private static ZipSource damaged(Path zip, Fault fault, String where) {
    Damage damage = new Damage(String.valueOf(zip.getFileName()), fault, where);
    return new ZipSource(zip, Collections.emptySortedMap(), Optional.of(damage));
  }

  @Override
  public Optional<Damage> damage() {
    return damage;
  }

  @Override
  public SortedSet<String> names() {
    return new TreeSet<>(files.keySet());
  }

  @Override
  public InputStream open(String name) throws IOException {
    ZipScan.Stored stored = files.get(name);
    if (stored == null) {
      throw new NoSuchFileException(name);
    }
    InputStream in = Files.newInputStream(zip);
    try {
      in.skipNBytes(stored.offset());
      return new Slice(in, stored.size());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** So many bytes of a stream. */
  private static final class Slice extends InputStream {
    private final InputStream in;
    private long left;

    Slice(InputStream in, long size) {
      this.in = in;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(bytes, from, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
