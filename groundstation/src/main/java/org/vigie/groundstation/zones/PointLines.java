package org.vigie.groundstation.zones;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a file of points, one after the other; each ends with a line feed, a carriage return or
 * both. Of a line that is too long only so much is kept as shows that it is. A byte order mark
 * before the first is left out. Confined to one reading.
 */
public final class PointLines {
  /** Spreadsheets write one. */
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private int number;
  private int ahead;

  /**
   * @param reader buffered by the caller
   * @throws IOException if it cannot be read
   */
  public PointLines(Reader reader) throws IOException {
    this.reader = reader;
    this.ahead = reader.read();
    if (ahead == BYTE_ORDER_MARK) {
      ahead = reader.read();
    }
  }

  /** The number of the line that was read last, from 1. */
  public int number() {
    return number;
  }

  /**
   * The next line without its end; null after the last.
   *
   * @throws IOException if it cannot be read
   */
  public @Nullable String next() throws IOException {
    if (ahead < 0) {
      return null;
    }
    number++;
    StringBuilder line = new StringBuilder();
    while (ahead >= 0 && ahead != '\n' && ahead != '\r') {
      if (line.length() <= PointLine.LENGTH_MAX) {
        line.append((char) ahead);
      }
      ahead = reader.read();
    }
    boolean mayBeTwo = ahead == '\r';
    if (ahead >= 0) {
      ahead = reader.read();
    }
    if (mayBeTwo && ahead == '\n') {
      ahead = reader.read();
    }
    return line.toString();
  }
}
