package org.vigie.groundstation.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.text.Texts;

/** Where the pilot's token comes from. */
final class TokenSource {
  /** A token has about 50 characters, a demonstration's file of them a thousand. */
  private static final long FILE_BYTES_MAX = 64 * 1024;

  private TokenSource() {}

  /** From the file, else from the environment; empty when a person has to be asked. */
  static Optional<String> find(ConsoleOptions options, Texts texts) throws ConsoleRefusedException {
    Path file = options.tokenFile();
    if (file != null) {
      return Optional.of(read(file, texts));
    }
    return Optional.ofNullable(options.token()).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static String read(Path file, Texts texts) throws ConsoleRefusedException {
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new ConsoleRefusedException(texts.get("console.token.no-token", file));
      }
      String text = Files.readString(file, StandardCharsets.UTF_8).strip();
      String token = text.startsWith("{") ? pilot(file, text) : text;
      if (token == null || token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
        throw new ConsoleRefusedException(texts.get("console.token.no-token", file));
      }
      return token;
    } catch (IOException | DocumentException e) {
      throw new ConsoleRefusedException(
          texts.get("console.token.unreadable", file, String.valueOf(e.getMessage())));
    }
  }

  /** A demonstration's file has one token a role. */
  private static @Nullable String pilot(Path file, String json) throws DocumentException {
    return Document.read(file.toString(), json).root().path("pilot").textValue();
  }
}
