package org.vigie.groundstation.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

/** What a console says when it cannot be opened. */
class ConsoleOpeningTest {
  private static final Texts TEXTS = Texts.in(Language.EN);

  private static String refusal(String url, String token) throws Exception {
    try (XvfbDisplay display = XvfbDisplay.start(1280, 800);
        ConsoleProcess console = ConsoleProcess.open(display.name(), url, token)) {
      assertThat(console.exitCode()).isEqualTo(2);
      return console.greeting;
    }
  }

  @Test
  void without_a_display_it_says_so() {
    assertThatThrownBy(
            () ->
                Console.open(
                    ConsoleOptions.of("http://127.0.0.1:1", Language.EN).withInteractive(false),
                    Instant::now))
        .isInstanceOf(ConsoleRefusedException.class)
        .hasMessage(TEXTS.get("console.no-display"));
  }

  @Test
  void a_display_that_is_not_there_is_said_too() throws Exception {
    try (ConsoleProcess console = ConsoleProcess.open(":9999", "http://127.0.0.1:1", "secret")) {
      assertThat(console.greeting).isEqualTo("refused " + TEXTS.get("console.no-display"));
      assertThat(console.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void no_station_a_wrong_address_and_a_wrong_token_are_told_apart() throws Exception {
    try (FakeStation station = new FakeStation()) {
      assertThat(refusal(station.url(), "wrong"))
          .isEqualTo("refused " + TEXTS.get("console.token.wrong", station.url()));
    }
    assertThat(refusal("http://127.0.0.1:1", "secret"))
        .isEqualTo(
            "refused "
                + TEXTS.get(
                    "console.station.away",
                    "http://127.0.0.1:1",
                    TEXTS.get("console.away.nobody")));
    assertThat(refusal("ftp://somewhere", "secret"))
        .isEqualTo("refused " + TEXTS.get("console.station.wrong", "ftp://somewhere"));
  }

  @Test
  void a_token_is_read_from_a_plain_file_and_from_a_demonstrations(@TempDir Path folder)
      throws Exception {
    Path plain = Files.writeString(folder.resolve("token"), "vigie_abc\n");
    Path all =
        Files.writeString(
            folder.resolve("tokens.json"), "{\"operator\":\"no\",\"pilot\":\"vigie_xyz\"}");
    ConsoleOptions options = ConsoleOptions.of("http://127.0.0.1:1", Language.EN);

    assertThat(TokenSource.find(options.withTokenFile(plain), TEXTS)).contains("vigie_abc");
    assertThat(TokenSource.find(options.withTokenFile(all), TEXTS)).contains("vigie_xyz");
  }

  @Test
  void a_file_without_a_token_is_named(@TempDir Path folder) throws Exception {
    Path empty = Files.writeString(folder.resolve("token"), " \n");
    ConsoleOptions options = ConsoleOptions.of("http://127.0.0.1:1", Language.EN);

    assertThatThrownBy(() -> TokenSource.find(options.withTokenFile(empty), TEXTS))
        .isInstanceOf(ConsoleRefusedException.class)
        .hasMessage(TEXTS.get("console.token.no-token", empty));
    assertThatThrownBy(() -> TokenSource.find(options.withTokenFile(folder.resolve("gone")), TEXTS))
        .hasMessageContaining("gone");
  }
}
