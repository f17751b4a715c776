package org.vigie.groundstation.compliance.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.compliance.request.OperatorNumber.Checksum;

/**
 * Vectors: FIN87astrdge12k8-xyz from EASA's guidance as in interuss/uas_standards en4709_02.py;
 * BGRpxs4wvrvpbp63-duz from the Bulgarian CAA.
 */
class OperatorNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"FIN87astrdge12k8-xyz", "BGRpxs4wvrvpbp63-duz", "FRAdemosdis4200t-vig"})
  void a_number_with_its_secret_part_is_verified(String text) {
    assertThat(OperatorNumber.parse(text).orElseThrow().verify()).isEqualTo(Checksum.RIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIN87astrdge12k9-xyz", "FIN87astrdge12k8-xyy", "FIN78astrdge12k8-xyz"})
  void a_changed_character_breaks_the_checksum(String text) {
    assertThat(OperatorNumber.parse(text).orElseThrow().verify()).isEqualTo(Checksum.WRONG);
  }

  @Test
  void without_the_secret_part_only_the_form_is_known() {
    assertThat(OperatorNumber.parse("FIN87astrdge12k8").orElseThrow().verify())
        .isEqualTo(Checksum.NOT_VERIFIABLE);
  }

  @Test
  void the_secret_part_is_never_shown() {
    OperatorNumber number = OperatorNumber.parse("FIN87astrdge12k8-xyz").orElseThrow();
    assertThat(number.publicPart()).isEqualTo("FIN87astrdge12k8");
    assertThat(number.toString()).doesNotContain("xyz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FIN87astrdge12k",
        "fin87astrdge12k8",
        "FIN87ASTRDGE12K8",
        "FIN87astrdge12k8-x"
      })
  void a_malformed_number_is_not_a_number(String text) {
    assertThat(OperatorNumber.parse(text)).isEmpty();
  }
}
