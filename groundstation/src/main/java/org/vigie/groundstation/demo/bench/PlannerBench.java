package org.vigie.groundstation.demo.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The mission planner, the way alone beside what the library offers, in the same run. */
@Command(
    name = "planner",
    mixinStandardHelpOptions = true,
    description =
        "Ways, proven plans, choice of aircraft and plans made anew in flight among zones, by JMH;"
            + " the way alone beside plain JTS.")
final class PlannerBench implements Callable<Integer> {
  private static final String PACKAGE = "org.vigie.groundstation.demo.bench.jmh.";
  private static final String EAGER = "RouteBenchmark.jts";
  private static final double P95 = 95;
  private static final double P50 = 50;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What is measured, in the order of the table. */
  private static final List<Row> ROWS =
      List.of(
          new Row("way, 100 zones", "RouteBenchmark.vigie", 100),
          new Row("way, 100 zones, plain JTS", EAGER, 100),
          new Row("way, 1,000 zones", "RouteBenchmark.vigie", 1000),
          new Row("plan, 100 zones", "PlanBenchmark.plan", 100),
          new Row("plan, 1,000 zones", "PlanBenchmark.plan", 1000),
          new Row("plan and proof, 100 zones", "PlanBenchmark.planAndProof", 100, 20),
          new Row("plan and proof, 1,000 zones", "PlanBenchmark.planAndProof", 1000, 150),
          new Row("choice of 10, 1,000 zones", "ChoiceBenchmark.choice", 1000, 500),
          new Row("again in flight, 100 zones", "ReplanBenchmark.toScene", 100, 100),
          new Row("again in flight, 1,000 zones", "ReplanBenchmark.toScene", 1000, 100),
          new Row("home in flight, 100 zones", "ReplanBenchmark.home", 100, 100),
          new Row("home in flight, 1,000 zones", "ReplanBenchmark.home", 1000, 100));

  @Option(names = "--quick", description = "Shorter runs: a first look, no figure to publish.")
  private boolean quick;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  @Option(
      names = "--export-maps",
      hidden = true,
      description = "Writes the maps of the ways alone to a folder, and measures nothing.")
  private @Nullable Path exportMaps;

  PlannerBench() {}

  /** What is measured; a goal of NaN is none. */
  private record Row(String name, String benchmark, int zones, double goalMs) {
    Row(String name, String benchmark, int zones) {
      this(name, benchmark, zones, Double.NaN);
    }

    /** The goal as a text, and whether it is met. */
    String goal(double p95Ms) {
      return Double.isNaN(goalMs)
          ? ""
          : String.format(Locale.ROOT, "<= %.0f ms%s", goalMs, p95Ms <= goalMs ? "" : ": not met");
    }

    boolean is(RunResult result) {
      return result.getParams().getBenchmark().equals(PACKAGE + benchmark)
          && result.getParams().getParam("zones").equals(Integer.toString(zones));
    }
  }

  @Override
  public Integer call() throws Exception {
    if (exportMaps != null) {
      PlannerMaps.write(exportMaps);
      return 0;
    }
    Collection<RunResult> results =
        new ArrayList<>(
            new Runner(
                    options("(Route|Plan|Choice|Replan)Benchmark")
                        .exclude((PACKAGE + EAGER).replace(".", "\\."))
                        .build())
                .run());
    // all lines between all corners of 1,000 zones would take minutes
    results.addAll(new Runner(options(EAGER).param("zones", "100").build()).run());
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
        .shouldFailOnError(true)
        .forks(1)
        .warmupTime(TimeValue.seconds(2))
        .warmupIterations(quick ? 1 : 5)
        .measurementTime(TimeValue.seconds(2))
        .measurementIterations(quick ? 2 : 8)
        .verbosity(json ? VerboseMode.SILENT : VerboseMode.NORMAL);
  }

  private static String table(Collection<RunResult> results) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format("%n%-30s %12s %12s %8s  %s%n", "what", "p50", "p95", "samples", "p95 goal"));
    for (Row row : ROWS) {
      Optional<Statistics> measured = find(results, row);
      if (measured.isPresent()) {
        table.append(
            String.format(
                Locale.ROOT,
                "%-30s %9.2f ms %9.2f ms %8d  %s%n",
                row.name(),
                measured.get().getPercentile(P50) * 1e3,
                measured.get().getPercentile(P95) * 1e3,
                measured.get().getN(),
                row.goal(measured.get().getPercentile(P95) * 1e3)));
      }
    }
    return table.toString();
  }

  private static ObjectNode tree(Collection<RunResult> results) {
    ObjectNode tree = JSON.createObjectNode();
    ArrayNode rows = tree.putArray("benchmarks");
    for (Row row : ROWS) {
      Optional<Statistics> measured = find(results, row);
      if (measured.isPresent()) {
        ObjectNode found = rows.addObject();
        found
            .put("name", row.benchmark())
            .put("zones", row.zones())
            .put("p50S", measured.get().getPercentile(P50))
            .put("p95S", measured.get().getPercentile(P95))
            .put("samples", measured.get().getN());
        if (!Double.isNaN(row.goalMs())) {
          found
              .put("goalP95S", row.goalMs() / 1e3)
              .put("met", measured.get().getPercentile(P95) * 1e3 <= row.goalMs());
        }
      }
    }
    return tree;
  }

  private static Optional<Statistics> find(Collection<RunResult> results, Row row) {
    return results.stream()
        .filter(row::is)
        .map(result -> result.getPrimaryResult().getStatistics())
        .findFirst();
  }
}
