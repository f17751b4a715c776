package org.vigie.groundstation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final Instant START = Instant.parse("2026-11-21T14:00:00Z");

  private final RateLimit limit = new RateLimit(3, Duration.ofMinutes(1));

  @Test
  void so_many_are_free_and_the_next_waits_for_the_first_to_be_a_span_ago() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.wait("a", START.plusSeconds(10L * i))).isZero();
      limit.count("a", START.plusSeconds(10L * i));
    }
    assertThat(limit.wait("a", START.plusSeconds(25))).isEqualTo(Duration.ofSeconds(35));
    assertThat(limit.wait("a", START.plusSeconds(60))).isZero();
    limit.count("a", START.plusSeconds(60));
    assertThat(limit.wait("a", START.plusSeconds(60))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void one_does_not_wait_for_another() {
    for (int i = 0; i < 3; i++) {
      limit.count("a", START);
    }
    assertThat(limit.wait("b", START)).isZero();
  }

  @Test
  void what_is_remembered_is_bounded_and_those_heard_of_last_stay() {
    for (int i = 0; i < 3; i++) {
      limit.count("last", START);
      limit.count("first", START);
    }
    limit.count("last", START);
    for (int i = 0; i < 999; i++) {
      limit.count("other-" + i, START);
    }
    assertThat(limit.wait("last", START)).isPositive();
    assertThat(limit.wait("first", START)).isZero();
  }
}
