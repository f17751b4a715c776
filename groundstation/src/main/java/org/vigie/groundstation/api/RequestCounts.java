package org.vigie.groundstation.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** How requests were answered, by the first digit of the status. Thread-safe. */
final class RequestCounts {
  private static final int CLASSES = 6;

  private final AtomicLongArray answers = new AtomicLongArray(CLASSES);

  void count(int status) {
    answers.incrementAndGet(Math.min(CLASSES - 1, status / 100));
  }

  List<MetricsSource.Metric> read() {
    List<MetricsSource.Metric> metrics = new ArrayList<>();
    for (int i = 1; i < CLASSES; i++) {
      metrics.add(
          new MetricsSource.Metric(
              "vigie_api_requests_total",
              "Requests answered, by class of status.",
              MetricsSource.Kind.COUNTER,
              Map.of("status", i + "xx"),
              answers.get(i)));
    }
    return metrics;
  }
}
