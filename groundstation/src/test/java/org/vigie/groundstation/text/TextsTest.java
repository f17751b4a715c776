package org.vigie.groundstation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.groundstation.compliance.decision.Verdict;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.incident.AlertType;

/** Both languages say the same things. */
class TextsTest {
  private static Properties bundle(Language language) throws IOException {
    String name = language == Language.FR ? "texts_fr.properties" : "texts.properties";
    try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(name))) {
      Properties properties = new Properties();
      try (Reader text =
          new StringReader(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))) {
        properties.load(text);
      }
      return properties;
    }
  }

  @Test
  void both_languages_have_the_same_keys() throws Exception {
    Set<String> english = new TreeSet<>(bundle(Language.EN).stringPropertyNames());
    assertThat(english).hasSizeGreaterThan(80);
    assertThat(new TreeSet<>(bundle(Language.FR).stringPropertyNames())).isEqualTo(english);
  }

  @Test
  void both_languages_use_the_same_arguments_of_the_same_kinds() throws Exception {
    Properties french = bundle(Language.FR);
    Properties english = bundle(Language.EN);
    for (String key : english.stringPropertyNames()) {
      assertThat(formats(french.getProperty(key)))
          .as(key)
          .isEqualTo(formats(english.getProperty(key)));
    }
  }

  /** Which arguments a pattern uses, and which of them have to be numbers. */
  private static List<String> formats(String pattern) {
    return Arrays.stream(new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex())
        .map(format -> format == null ? "text" : format.getClass().getSimpleName())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void every_pattern_formats_and_leaves_no_brace_or_doubled_apostrophe(Language language)
      throws Exception {
    Texts texts = Texts.in(language);
    for (String key : bundle(language).stringPropertyNames()) {
      String said = texts.get(key, 1, 2, 3, 4, 5, 6);
      assertThat(said).as(key).isNotBlank().doesNotContain("{", "}", "''");
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_state_verdict_and_alert_type_has_a_name(Language language) throws Exception {
    Set<String> keys = bundle(language).stringPropertyNames();
    Texts texts = Texts.in(language);
    for (FlightState state : FlightState.values()) {
      assertThat(texts.name("state", state.name())).isNotEqualTo(state.name());
    }
    for (Verdict verdict : Verdict.values()) {
      assertThat(keys).contains("verdict." + verdict.name());
    }
    for (AlertType type : AlertType.values()) {
      assertThat(keys).contains("type." + type.text());
    }
  }

  @Test
  void numbers_are_written_as_the_language_writes_them() {
    assertThat(Texts.in(Language.FR).get("summary.seconds", 20.34)).isEqualTo("20,3 s");
    assertThat(Texts.in(Language.EN).get("summary.seconds", 20.34)).isEqualTo("20.3 s");
  }

  @Test
  void a_code_that_is_newer_than_the_table_stands_for_itself() {
    assertThat(Texts.in(Language.EN).name("state", "BEAMING")).isEqualTo("BEAMING");
    assertThatThrownBy(() -> Texts.in(Language.EN).get("no.such.key"))
        .isInstanceOf(MissingResourceException.class);
  }

  @Test
  void a_language_is_named_by_its_code() {
    assertThat(Language.of("fr")).isEqualTo(Language.FR);
    assertThatThrownBy(() -> Language.of("de")).hasMessage("no language \"de\"; fr or en");
  }
}
