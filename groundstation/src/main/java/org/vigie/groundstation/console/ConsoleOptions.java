package org.vigie.groundstation.console;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.text.Language;

/**
 * How a console is opened.
 *
 * @param station address such as {@code http://127.0.0.1:8080}
 * @param tokenFile a file with the token, or a demonstration's {@code tokens.json}; absent: the
 *     token is in the environment, or a person is asked for it
 * @param token from the environment, absent when there is none
 * @param dark the dark theme
 * @param interactive whether a person can be asked for a token
 * @param figures file that gets the figures of start-up and event thread as JSON, absent: none
 * @param zone local time
 */
public record ConsoleOptions(
    String station,
    @Nullable Path tokenFile,
    @Nullable String token,
    Language language,
    boolean dark,
    boolean interactive,
    @Nullable Path figures,
    ZoneId zone) {
  /** Variable of the environment that may hold the token. */
  public static final String TOKEN_VARIABLE = "VIGIE_TOKEN";

  /** Dark, in this machine's local time, with a person who can be asked. */
  public static ConsoleOptions of(String station, Language language) {
    return new ConsoleOptions(
        station,
        null,
        System.getenv(TOKEN_VARIABLE),
        language,
        true,
        true,
        null,
        ZoneId.systemDefault());
  }

  public ConsoleOptions withTokenFile(@Nullable Path file) {
    return new ConsoleOptions(station, file, token, language, dark, interactive, figures, zone);
  }

  public ConsoleOptions withDark(boolean isDark) {
    return new ConsoleOptions(
        station, tokenFile, token, language, isDark, interactive, figures, zone);
  }

  public ConsoleOptions withInteractive(boolean asks) {
    return new ConsoleOptions(station, tokenFile, token, language, dark, asks, figures, zone);
  }

  public ConsoleOptions withFigures(@Nullable Path file) {
    return new ConsoleOptions(station, tokenFile, token, language, dark, interactive, file, zone);
  }
}
