package org.vigie.planner.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The byte form under everything that is hashed. */
final class CanonicalJsonTest {
  /**
   * @source RFC 8785, section 3.2.2, the sample of primitive data types
   */
  @Test
  void the_sample_of_the_rfc_comes_out_as_the_rfc_says() throws IOException {
    String given =
        "{\"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"
            + " \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
            + " \"literals\": [null, true, false]}";
    assertThat(CanonicalJson.canonicalise(given))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void a_number_that_is_not_finite_has_no_form(double value) {
    assertThatThrownBy(() -> CanonicalJson.write(Map.of("a", value)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void instants_are_texts() {
    assertThat(CanonicalJson.write(Map.of("at", Instant.parse("2026-11-24T13:00:00Z"))))
        .isEqualTo("{\"at\":\"2026-11-24T13:00:00Z\"}");
  }
}
