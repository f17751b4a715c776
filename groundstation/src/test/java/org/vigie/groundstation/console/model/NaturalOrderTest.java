package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void numbers_in_names_count_as_numbers() {
    List<String> sorted =
        List.of("", "1", "V", "V01", "V1", "V2", "V2a", "V10", "V10-2", "V10-11", "W1");
    List<String> mixed = new ArrayList<>(sorted);
    Collections.shuffle(mixed, new Random(7));
    mixed.sort(NaturalOrder.OF_NAMES);

    assertThat(mixed).isEqualTo(sorted);
  }

  @Test
  void no_two_different_names_are_equal() {
    assertThat(NaturalOrder.OF_NAMES.compare("V1", "V01")).isNotZero();
    assertThat(NaturalOrder.OF_NAMES.compare("V01", "V1"))
        .isEqualTo(-NaturalOrder.OF_NAMES.compare("V1", "V01"));
    assertThat(NaturalOrder.OF_NAMES.compare("V10", "V10")).isZero();
  }
}
