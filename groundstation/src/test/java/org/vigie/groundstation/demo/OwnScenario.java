package org.vigie.groundstation.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.vigie.groundstation.app.Main;

/** The fair-weather scenario without some of its people: a test plays them by hand. */
final class OwnScenario {
  private OwnScenario() {}

  /** Writes it; a person who is named here is not played: neither acts nor is there. */
  static Path without(Path folder, String... people) throws IOException {
    String text;
    try (InputStream shipped =
        Main.class.getResourceAsStream("/org/vigie/simulator/scenario/fair-weather.yaml")) {
      text = new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String person : people) {
      String still =
          Pattern.compile("  - id: " + person + "\\b.*\\n(    .*\\n|      - .*\\n)+")
              .matcher(text)
              .replaceFirst("");
      if (still.equals(text)) {
        throw new AssertionError("the scenario has no " + person);
      }
      text = still;
    }
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve("own.yaml"), text);
  }
}
