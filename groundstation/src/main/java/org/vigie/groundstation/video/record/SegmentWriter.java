package org.vigie.groundstation.video.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.vigie.groundstation.flightlog.OwnerOnly;
import org.vigie.planner.canonical.ContentHash;

/**
 * One segment on disk while it grows. Each piece reaches the system before the call returns, so
 * that the station's death loses nothing of it; the machine's death loses what was not forced.
 * Confined to one thread.
 */
final class SegmentWriter {
  private final SegmentFiles files;
  private final FileChannel ts;
  private final FileChannel idx;
  private final MessageDigest sha256 = sha256();
  private long bytes;
  private long units;
  private long fromUtcUs;
  private long toUtcUs;

  private SegmentWriter(SegmentFiles files, FileChannel ts, FileChannel idx) {
    this.files = files;
    this.ts = ts;
    this.idx = idx;
  }

  /** Begins a segment; none of its files may be there yet. */
  static SegmentWriter create(SegmentFiles files) throws IOException {
    OwnerOnly.createFolders(files.folder());
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    OwnerOnly.open(files.open(), fresh).close();
    FileChannel ts = OwnerOnly.open(files.ts(), fresh);
    try {
      return new SegmentWriter(files, ts, OwnerOnly.open(files.idx(), fresh));
    } catch (IOException e) {
      ts.close();
      throw e;
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  long bytes() {
    return bytes;
  }

  SegmentFiles files() {
    return files;
  }

  /** Units in it so far. */
  long units() {
    return units;
  }

  long toUtcUs() {
    return toUtcUs;
  }

  /** Adds a piece; after an exception the segment ends where it was before. */
  void add(TapePiece piece) throws IOException {
    boolean first = bytes == 0;
    long before = bytes;
    try {
      if (first) {
        write(piece.lead());
      }
      write(piece.packets());
    } catch (IOException e) {
      ts.truncate(before);
      ts.position(before);
      throw e;
    }
    if (first) {
      sha256.update(piece.lead());
      bytes += piece.lead().length;
    }
    sha256.update(piece.packets());
    long offset = bytes;
    bytes += piece.packets().length;
    RecordedUnit unit = piece.unit();
    if (unit != null) {
      fromUtcUs = units == 0 ? unit.utcUs() : fromUtcUs;
      toUtcUs = unit.utcUs();
      units++;
      index(new IndexRecord(unit, offset, piece.packets().length));
    }
  }

  private void write(byte[] some) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(some);
    while (rest.hasRemaining()) {
      ts.write(rest);
    }
  }

  private void index(IndexRecord record) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(record.encoded());
    while (rest.hasRemaining()) {
      idx.write(rest);
    }
  }

  void force() throws IOException {
    ts.force(false);
    idx.force(false);
  }

  /** Forces and closes it; answers what it holds. */
  VideoEvent.SegmentClosed close() throws IOException {
    try (ts;
        idx) {
      force();
    }
    return new VideoEvent.SegmentClosed(
        files.source(),
        files.index(),
        fromUtcUs / 1000,
        toUtcUs / 1000,
        bytes,
        units,
        new ContentHash(HexFormat.of().formatHex(sha256.digest())),
        VideoEvent.SegmentState.CLOSED);
  }

  /** Closes it without a word: it stays marked as open. */
  void abandon() {
    try (ts;
        idx) {
      // closing is all
    } catch (IOException e) {
      // nothing was to be kept
    }
  }

  /** The segment's hash is in the journal. */
  static void settled(SegmentFiles files) throws IOException {
    Files.deleteIfExists(files.open());
  }
}
