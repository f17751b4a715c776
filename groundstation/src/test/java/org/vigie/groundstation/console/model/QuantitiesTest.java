package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

/** Every number has its unit and its reference, in both languages. */
class QuantitiesTest {
  private final Quantities english = new Quantities(Texts.in(Language.EN));
  private final Quantities french = new Quantities(Texts.in(Language.FR));

  @Test
  void an_unknown_height_still_says_which_height_it_is() {
    assertThat(english.heightAgl(null)).isEqualTo("\u2014\u00a0m\u00a0AGL");
    assertThat(english.altitudeAmsl(null)).isEqualTo("\u2014\u00a0m\u00a0AMSL");
  }

  @Test
  void decimals_follow_the_language() {
    assertThat(english.speed(8.24)).isEqualTo("8.2\u00a0m/s");
    assertThat(french.speed(8.24)).isEqualTo("8,2\u00a0m/s");
  }

  @Test
  void a_climb_has_a_sign() {
    assertThat(english.climb(0.42)).isEqualTo("+0.4\u00a0m/s");
    assertThat(english.climb(-1.26)).isEqualTo("\u22121.3\u00a0m/s");
    assertThat(english.climb(0.01)).isEqualTo("\u00b10.0\u00a0m/s");
  }

  @Test
  void ages_are_tenths_then_seconds_then_minutes() {
    assertThat(english.age(Duration.ofMillis(240))).isEqualTo("0.2\u00a0s");
    assertThat(english.age(Duration.ofSeconds(42))).isEqualTo("42\u00a0s");
    assertThat(english.age(Duration.ofMinutes(9))).isEqualTo("9\u00a0min");
  }

  @Test
  void spans_are_minutes_and_seconds() {
    assertThat(english.clock(Duration.ofSeconds(370))).isEqualTo("6:10");
    assertThat(english.clock(Duration.ofSeconds(-3))).isEqualTo("0:00");
  }
}
