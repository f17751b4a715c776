package org.vigie.groundstation.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Metrics as Prometheus reads them.
 *
 * @source Prometheus text-based exposition format, version 0.0.4
 */
final class PrometheusText {
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private PrometheusText() {}

  static String write(List<MetricsSource.Metric> metrics) {
    StringBuilder text = new StringBuilder();
    String last = "";
    for (MetricsSource.Metric metric : metrics) {
      if (!metric.name().equals(last)) {
        last = metric.name();
        text.append("# HELP ").append(last).append(' ').append(escaped(metric.help(), false));
        text.append("\n# TYPE ").append(last).append(' ');
        text.append(metric.kind().name().toLowerCase(Locale.ROOT)).append('\n');
      }
      text.append(last).append(labels(metric.labels())).append(' ');
      text.append(number(metric.value())).append('\n');
    }
    return text.toString();
  }

  private static String labels(Map<String, String> labels) {
    return labels.isEmpty()
        ? ""
        : new TreeMap<>(labels)
            .entrySet().stream()
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue(), true) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String text, boolean quotes) {
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
    return quotes ? escaped.replace("\"", "\\\"") : escaped;
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
