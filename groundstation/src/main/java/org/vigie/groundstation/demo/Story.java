package org.vigie.groundstation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.vigie.groundstation.text.EntryWords;
import org.vigie.groundstation.text.Texts;

/**
 * Tells the story while it happens: a line an entry, with the story's time and how long the step
 * took, on the screen and in story.txt.
 *
 * @threading thread-safe
 */
final class Story implements AutoCloseable {
  private final PrintStream out;
  private final Writer file;
  private final Texts texts;
  private final EntryWords lines;
  private final Map<String, Instant> lastInStream = new HashMap<>();
  private Instant begin = Instant.MAX;
  private boolean closed;

  Story(PrintStream out, Path file, Texts texts, DecisionLines decisions) throws IOException {
    this.out = out;
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    this.file = Files.newBufferedWriter(file);
    this.texts = texts;
    this.lines = new EntryWords(texts, decisions::of);
  }

  /** Tells one journal entry. */
  synchronized void tell(JsonNode entry) {
    Instant time = Instant.parse(entry.path("time").asText());
    if (time.isBefore(begin)) {
      begin = time;
    }
    boolean first = true;
    for (String line : lines.of(entry)) {
      if (first) {
        print(stamp(time) + "  " + line + took(entry.path("stream").asText(), time));
      } else {
        print("             " + line);
      }
      first = false;
    }
    if (!first) {
      lastInStream.put(entry.path("stream").asText(), time);
    }
  }

  /** Says something that is no journal entry: what surrounds the story, not the story. */
  synchronized void say(String key, Object... arguments) {
    print(texts.get(key, arguments));
  }

  /** Says something on the screen only: what no file may keep. */
  synchronized void whisper(String key, Object... arguments) {
    out.println(texts.get(key, arguments));
    out.flush();
  }

  /** Prints a line as it is. */
  synchronized void print(String line) {
    out.println(line);
    out.flush();
    if (closed) {
      return;
    }
    try {
      file.write(line);
      file.write(System.lineSeparator());
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String stamp(Instant time) {
    Duration since = Duration.between(begin, time);
    return String.format(
        Locale.ROOT,
        "%3d:%04.1f s",
        since.toMinutes(),
        since.minusMinutes(since.toMinutes()).toMillis() / 1000.0);
  }

  private String took(String stream, Instant time) {
    Instant last = lastInStream.get(stream);
    if (last == null) {
      return "";
    }
    double seconds = Duration.between(last, time).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "  (+%.1f s)", seconds);
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
