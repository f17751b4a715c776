package org.vigie.groundstation.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.app.BadInputException;

/** The folder that a run writes to. */
final class OutFolder {
  private OutFolder() {}

  /**
   * Makes it: the one asked for, or {@code vigie-out/NAME-UTC}.
   *
   * @throws BadInputException if it is there and not empty, or cannot be made
   */
  static Path make(@Nullable Path asked, String name) throws IOException, BadInputException {
    Path folder = asked;
    if (folder == null) {
      String utc =
          DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
              .withZone(ZoneOffset.UTC)
              .format(Instant.now());
      folder = Path.of("vigie-out", name + "-" + utc);
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new BadInputException("--out: " + folder + " is not empty");
        }
      }
    } else if (Files.exists(folder)) {
      throw new BadInputException("--out: " + folder + " is not a folder");
    }
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException("--out: " + folder + " cannot be made: " + e);
    }
  }
}
