package org.vigie.groundstation.flightlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of one file of a record; they may be too many for memory. Read more than once. */
@FunctionalInterface
public interface RecordBytes {
  /** A fresh stream from the first byte. */
  InputStream open() throws IOException;

  /** Bytes in memory; not changed any more. */
  static RecordBytes of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  /** A text, UTF-8. */
  static RecordBytes of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file; not changed any more. */
  static RecordBytes of(Path file) {
    return () -> Files.newInputStream(file);
  }
}
