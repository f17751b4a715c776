package org.vigie.groundstation.api;

import java.util.List;
import java.util.Map;

/** What the station counts, for {@code /metrics}. Thread-safe, never blocks. */
@FunctionalInterface
public interface MetricsSource {
  /** The values now, those of one name one after the other. */
  List<Metric> read();

  /**
   * One value.
   *
   * @param name as Prometheus wants it, for example {@code vigie_journal_entries_total}
   * @param help what it means, one line
   * @param labels may be empty
   */
  record Metric(String name, String help, Kind kind, Map<String, String> labels, double value) {
    public Metric {
      labels = Map.copyOf(labels);
    }
  }

  /** Whether a value only rises. */
  enum Kind {
    COUNTER,
    GAUGE
  }
}
