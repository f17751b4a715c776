package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.api.MetricsSource.Kind;
import org.vigie.groundstation.api.MetricsSource.Metric;

class PrometheusTextTest {
  @Test
  void values_of_one_name_share_one_head_and_texts_are_escaped() {
    String text =
        PrometheusText.write(
            List.of(
                new Metric("a_total", "What\nit \\ is", Kind.COUNTER, Map.of("k", "x\"\\\n"), 3),
                new Metric(
                    "a_total", "What\nit \\ is", Kind.COUNTER, Map.of("b", "1", "a", "2"), 4),
                new Metric("b", "B.", Kind.GAUGE, Map.of(), 0.25),
                new Metric("c", "C.", Kind.GAUGE, Map.of(), Double.NaN)));

    // exposition format 0.0.4: help escapes \ and line feed, label values " too
    assertThat(text)
        .isEqualTo(
            """
            # HELP a_total What\\nit \\\\ is
            # TYPE a_total counter
            a_total{k="x\\"\\\\\\n"} 3
            a_total{a="2",b="1"} 4
            # HELP b B.
            # TYPE b gauge
            b 0.25
            # HELP c C.
            # TYPE c gauge
            c NaN
            """);
  }
}
