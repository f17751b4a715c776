package org.vigie.groundstation.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.Journal;

/** The journal's entries, and what the station says about itself. */
final class StationOperations {
  /** About half a megabyte of entries. */
  static final int ENTRIES_MAX = 1_000;

  private static final int ENTRIES_DEFAULT = 100;

  private final Journal journal;
  private final MetricsSource stationMetrics;
  private final Supplier<List<MetricsSource.Metric>> apiMetrics;
  private final Readiness readiness;
  private final String openApi = resource("openapi.json");

  StationOperations(ApiPorts ports, Supplier<List<MetricsSource.Metric>> apiMetrics) {
    this.journal = ports.journal();
    this.stationMetrics = ports.metrics();
    this.apiMetrics = apiMetrics;
    this.readiness = ports.readiness();
  }

  List<Operation> all() {
    return List.of(
        Operation.get("/api/entries", Permission.READ_JOURNAL, this::entries),
        Operation.get(
            "/api/openapi.json", Permission.READ_SERVICE, call -> call.sendJson(200, openApi)),
        Operation.get("/healthz", Permission.READ_SERVICE, StationOperations::healthy),
        Operation.get("/readyz", Permission.READ_SERVICE, this::ready),
        Operation.get("/metrics", Permission.READ_METRICS, this::metrics));
  }

  private record Ready(boolean ready, List<String> missing) {}

  private void entries(Call call) {
    long after = call.query("after", -1, -1, Long.MAX_VALUE - 1);
    int limit = (int) call.query("limit", ENTRIES_DEFAULT, 1, ENTRIES_MAX);
    call.blocking(
        () -> page(journal.read(after + 1, limit), after), page -> call.sendJson(200, page));
  }

  /** Entries stay the canonical texts that they are. */
  private String page(List<Entry> entries, long after) {
    long next = entries.isEmpty() ? after : entries.get(entries.size() - 1).position();
    return entries.stream()
        .map(Entry::canonical)
        .collect(
            Collectors.joining(
                ",", "{\"entries\":[", "],\"next\":" + next + ",\"size\":" + journal.size() + "}"));
  }

  private static void healthy(Call call) {
    call.response().putHeader("Content-Type", "text/plain; charset=utf-8").end("ok\n");
  }

  private void ready(Call call) {
    List<String> missing = readiness.missing();
    call.send(missing.isEmpty() ? 200 : 503, new Ready(missing.isEmpty(), missing));
  }

  private void metrics(Call call) {
    call.response()
        .putHeader("Content-Type", PrometheusText.CONTENT_TYPE)
        .end(
            PrometheusText.write(
                Stream.concat(stationMetrics.read().stream(), apiMetrics.get().stream()).toList()));
  }

  private static String resource(String name) {
    try (InputStream in = StationOperations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this program was built without " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
