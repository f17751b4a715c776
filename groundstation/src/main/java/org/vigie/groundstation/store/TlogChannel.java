package org.vigie.groundstation.store;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.flightlog.OwnerOnly;
import org.vigie.planner.canonical.ContentHash;

/** A {@code .tlog} that only ever grows by whole records. Confined to one thread. */
final class TlogChannel implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(TlogChannel.class);
  private static final int CHUNK_BYTES = 64 * 1024;

  private final FileChannel channel;
  private long bytes;
  private long frames;

  private TlogChannel(FileChannel channel, long bytes, long frames) {
    this.channel = channel;
    this.bytes = bytes;
    this.frames = frames;
  }

  /**
   * Opens a file, and cuts off what a crash left behind the last whole record.
   *
   * @throws IOException if the file is shorter than what was digested of it
   */
  static TlogChannel open(Path file, DigestedSoFar digested) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      OwnerOnly.createFolders(folder);
    }
    FileChannel channel =
        OwnerOnly.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    try {
      if (channel.size() < digested.bytes()) {
        throw new IOException(
            file + " has " + channel.size() + " bytes, the journal attests " + digested.bytes());
      }
      channel.position(digested.bytes());
      TlogRecords.Whole whole =
          TlogRecords.scan(new BufferedInputStream(Channels.newInputStream(channel)));
      long end = digested.bytes() + whole.bytes();
      if (channel.size() > end) {
        LOG.warn("{}: {} bytes of a torn record are cut off", file, channel.size() - end);
        channel.truncate(end);
      }
      channel.position(end);
      return new TlogChannel(channel, end, digested.frames() + whole.frames());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  long bytes() {
    return bytes;
  }

  long frames() {
    return frames;
  }

  /** Adds a record whole, or leaves the file as it was. */
  void add(byte[] record) throws IOException {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(record);
      while (buffer.hasRemaining()) {
        channel.write(buffer, bytes + buffer.position());
      }
    } catch (IOException e) {
      channel.truncate(bytes);
      throw e;
    }
    bytes += record.length;
    frames++;
  }

  void force() throws IOException {
    channel.force(false);
  }

  /** SHA-256 of what the file holds from one byte to another. */
  ContentHash digest(long from, long to) throws IOException {
    MessageDigest sha256 = sha256();
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES);
    for (long at = from; at < to; ) {
      buffer.clear().limit((int) Math.min(CHUNK_BYTES, to - at));
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new IOException("the file ends at " + at + ", not at " + to);
      }
      sha256.update(buffer.flip());
      at += read;
    }
    return new ContentHash(HexFormat.of().formatHex(sha256.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
