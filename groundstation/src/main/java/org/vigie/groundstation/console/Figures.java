package org.vigie.groundstation.console;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a console as JSON, for the bench: always a whole file.
 *
 * @param readyMs from the start of this Java to the first whole picture of the window
 */
record Figures(long readyMs, EdtFigures edt) {
  /**
   * Since this Java started, by its own record; the system's is to a second only.
   *
   * @param now by the machine's clock
   */
  static long sinceStart(Instant now) {
    long startMs = ManagementFactory.getRuntimeMXBean().getStartTime();
    return Duration.between(Instant.ofEpochMilli(startMs), now).toMillis();
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"readyMs\":%d,\"edt\":{\"events\":%d,\"p50Ms\":%.1f,\"p99Ms\":%.1f,\"p999Ms\":%.1f,"
            + "\"maxMs\":%.1f}}%n",
        readyMs,
        edt.events(),
        edt.p50Ms(),
        edt.p99Ms(),
        edt.p999Ms(),
        edt.maxMs());
  }

  void write(@Nullable Path file) throws IOException {
    if (file != null) {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, json(), StandardCharsets.UTF_8);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
