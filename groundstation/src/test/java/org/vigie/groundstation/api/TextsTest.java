package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Pattern BLANKS = Pattern.compile("\\{\\d}");

  @Test
  void both_languages_have_the_same_texts_with_the_same_blanks() throws Exception {
    Properties english = load("problems.properties");
    Properties french = load("problems_fr.properties");

    assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(blanks(french.getProperty(key)))
          .as(key)
          .isEqualTo(blanks(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void every_text_can_be_shown_and_leaves_no_blank(String language) throws Exception {
    Texts texts = Texts.accepting(language);
    for (String key : load("problems.properties").stringPropertyNames()) {
      assertThat(texts.get(key, "one", "two")).as(key).isNotBlank().doesNotContain("{", "''");
    }
  }

  @ParameterizedTest
  @CsvSource({"fr, fr", "fr-CA, fr", "'en;q=0.2, fr;q=0.1', en", "de, en", "*, en", "'', en"})
  void the_language_is_the_one_that_is_asked_for(String header, String language) {
    assertThat(Texts.accepting(header).language()).isEqualTo(language);
    assertThat(Texts.accepting(null).language()).isEqualTo("en");
    assertThat(Texts.accepting("fr,".repeat(1_000)).language()).isEqualTo("en");
  }

  private static long blanks(String text) {
    Matcher matcher = BLANKS.matcher(text);
    return matcher.results().map(found -> found.group()).distinct().count();
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(ApiServer.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
