package org.vigie.groundstation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The figures of the event thread. */
class EdtWatchTest {
  @Test
  void quantiles_are_of_what_was_noted() {
    try (EdtWatch watch = new EdtWatch(() -> Instant.EPOCH)) {
      for (int ms = 1; ms <= 1_000; ms++) {
        watch.note(ms * 1_000_000L);
      }
      EdtFigures figures = watch.figures();

      assertThat(figures.events()).isEqualTo(1_000);
      assertThat(figures.p50Ms()).isBetween(500.0, 500.2);
      assertThat(figures.p99Ms()).isBetween(990.0, 990.2);
      assertThat(figures.p999Ms()).isBetween(999.0, 999.2);
      assertThat(figures.maxMs()).isEqualTo(1_000);
    }
  }

  @Test
  void a_stop_longer_than_all_buckets_is_kept_as_the_longest() {
    try (EdtWatch watch = new EdtWatch(() -> Instant.EPOCH)) {
      watch.note(5_000_000_000L);

      assertThat(watch.figures().p50Ms()).isGreaterThanOrEqualTo(2_000);
      assertThat(watch.figures().maxMs()).isEqualTo(5_000);
    }
  }

  @Test
  void figures_are_json() {
    Figures figures = new Figures(2_737, new EdtFigures(10, 0.1, 5.25, 9.5, 12.04));

    assertThat(figures.json().strip())
        .isEqualTo(
            "{\"readyMs\":2737,\"edt\":{\"events\":10,\"p50Ms\":0.1,\"p99Ms\":5.3,"
                + "\"p999Ms\":9.5,\"maxMs\":12.0}}");
  }
}
