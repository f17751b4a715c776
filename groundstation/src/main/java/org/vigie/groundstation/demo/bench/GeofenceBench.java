package org.vigie.groundstation.demo.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.geofence.zone.io.Ed318Writer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The geofence, each figure beside plain JTS in the same run. */
@Command(
    name = "geofence",
    mixinStandardHelpOptions = true,
    description = "Zones, volumes and the containment monitor, by JMH, each beside plain JTS.")
final class GeofenceBench implements Callable<Integer> {
  private static final String PACKAGE = "org.vigie.groundstation.demo.bench.jmh.";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What is measured, in the order of the table. */
  private static final List<Row> ROWS =
      List.of(
          new Row("point in 10,000 zones, 4D", "ZoneBenchmark", Unit.PER_SECOND, ">= 3 M/s"),
          new Row("monitor step, 200 zones", "MonitorBenchmark", Unit.MICROSECONDS, "<= 5 us"),
          new Row("volume of a 20-leg route", "VolumeBenchmark", Unit.MILLISECONDS, "<= 5 ms"),
          new Row("10,000 zones read, ED-318", "LoadBenchmark.ed318", Unit.MILLISECONDS, "<= 2 s"),
          new Row("10,000 zones read, ED-269", "LoadBenchmark.ed269", Unit.MILLISECONDS, "<= 2 s"));

  private static final String LOAD = "LoadBenchmark";
  private static final int ZONES = 10_000;
  private static final long SEED = 42;

  @Option(names = "--quick", description = "Shorter runs: a first look, no figure to publish.")
  private boolean quick;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  GeofenceBench() {}

  private enum Unit {
    PER_SECOND("/s", 1),
    MICROSECONDS("us", 1e6),
    MILLISECONDS("ms", 1e3);

    private final String text;
    private final double scale;

    Unit(String text, double scale) {
      this.text = text;
      this.scale = scale;
    }

    /** A score in seconds for one operation, in this unit. */
    double of(double seconds) {
      return this == PER_SECOND ? 1 / seconds : seconds * scale;
    }
  }

  private record Row(String name, String benchmark, Unit unit, String goal) {
    String ours() {
      return PACKAGE + (benchmark.contains(".") ? benchmark : benchmark + ".vigie");
    }

    String plain() {
      int dot = benchmark.indexOf('.');
      return PACKAGE + (dot < 0 ? benchmark : benchmark.substring(0, dot)) + ".jts";
    }
  }

  @Override
  public Integer call() throws Exception {
    Collection<RunResult> results = new ArrayList<>(new Runner(steady().build()).run());
    results.addAll(new Runner(once().build()).run());
    if (json) {
      System.out.println(JSON.writeValueAsString(tree(results)));
    } else {
      System.out.print(table(results));
    }
    return results.isEmpty() ? 1 : 0;
  }

  private ChainedOptionsBuilder options(String benchmarks) {
    return new OptionsBuilder()
        .include((PACKAGE + benchmarks).replace(".", "\\.") + ".*")
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL);
  }

  /** What is done again and again, warm. */
  private ChainedOptionsBuilder steady() {
    return options("(Zone|Monitor|Volume)Benchmark")
        .forks(1)
        .warmupTime(TimeValue.seconds(1))
        .warmupIterations(quick ? 1 : 4)
        .measurementTime(TimeValue.seconds(1))
        .measurementIterations(quick ? 2 : 6);
  }

  /** What a station does once, at its start: each time in a new Java machine. */
  private ChainedOptionsBuilder once() throws IOException {
    List<UasZone> zones = SyntheticCountry.zones(ZONES, SEED);
    ZoneSource source =
        new ZoneSource("country", "", Optional.empty(), Optional.empty(), Optional.empty(), true);
    Path folder = Files.createTempDirectory("vigie-bench");
    Files.writeString(folder.resolve(SyntheticCountry.ED318), Ed318Writer.write(zones, source));
    Files.write(folder.resolve(SyntheticCountry.ED269), Ed269Text.of(zones));
    return options(LOAD)
        .param("folder", folder.toString())
        .forks(quick ? 1 : 4)
        .measurementIterations(1);
  }

  private static String table(Collection<RunResult> results) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%n%-28s %14s %12s %10s %14s %7s%n",
            "what", "Vigie", "goal", "bytes/op", "plain JTS", "ratio"));
    for (Row row : ROWS) {
      Optional<RunResult> ours = find(results, row.ours());
      if (ours.isEmpty()) {
        continue;
      }
      double seconds = seconds(ours.get());
      String plain = "";
      String ratio = "";
      Optional<RunResult> beside = find(results, row.plain());
      if (beside.isPresent()) {
        plain = figure(row.unit(), seconds(beside.get()));
        ratio = String.format(Locale.ROOT, "%.1f", seconds(beside.get()) / seconds);
      }
      table.append(
          String.format(
              Locale.ROOT,
              "%-28s %14s %12s %10s %14s %7s%n",
              row.name(),
              figure(row.unit(), seconds),
              row.goal(),
              String.format(Locale.ROOT, "%.0f", allocated(ours.get())),
              plain,
              ratio));
    }
    return table.toString();
  }

  private static String figure(Unit unit, double seconds) {
    double value = unit.of(seconds);
    return value >= 1e6
        ? String.format(Locale.ROOT, "%.2f M%s", value / 1e6, unit.text)
        : value >= 1e4
            ? String.format(Locale.ROOT, "%.1f k%s", value / 1e3, unit.text)
            : String.format(Locale.ROOT, "%.2f %s", value, unit.text);
  }

  private static ObjectNode tree(Collection<RunResult> results) {
    ObjectNode tree = JSON.createObjectNode();
    ArrayNode rows = tree.putArray("benchmarks");
    for (RunResult result : results) {
      rows.addObject()
          .put("name", result.getParams().getBenchmark().substring(PACKAGE.length()))
          .put("secondsPerOperation", seconds(result))
          .put("error", result.getPrimaryResult().getScoreError())
          .put("allocatedBytesPerOperation", allocated(result));
    }
    return tree;
  }

  private static Optional<RunResult> find(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().equals(benchmark))
        .findFirst();
  }

  /** Every benchmark's mode is average or single-shot time, in seconds. */
  private static double seconds(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  private static double allocated(RunResult result) {
    return result.getSecondaryResults().values().stream()
        .filter(each -> each.getLabel().endsWith("gc.alloc.rate.norm"))
        .mapToDouble(each -> each.getScore())
        .findFirst()
        .orElse(Double.NaN);
  }
}
