package org.vigie.groundstation.demo.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.app.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How old the aircraft's picture is when a person sees it: everything of the demonstration runs,
 * and the operator's page in a real browser reads the time that the camera burned into each
 * picture.
 */
@Command(
    name = "video",
    mixinStandardHelpOptions = true,
    description =
        "Draw to painted: simulator, station, console and a browser, all on this machine.")
final class VideoBench implements Callable<Integer> {
  private static final String SAMPLE = "vigie-bench {";

  /** A cold browser on busy cores queues its first pictures; they are told apart. */
  private static final int COLD = 150;

  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "How long to measure (default: ${DEFAULT-VALUE}).")
  private int seconds = 60;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Size of the camera's picture; as this machine allows when left out.")
  private @Nullable String size;

  @Option(
      names = "--chromium",
      paramLabel = "FILE",
      description = "The browser; the one on the PATH when left out.")
  private @Nullable Path chromium;

  VideoBench() {}

  /** One picture: wall time when it was drawn, NaN when it could not be read, and painted. */
  private record Sample(double drawMs, double paintedMs) {
    boolean readable() {
      return Double.isFinite(drawMs);
    }

    double latencyMs() {
      return paintedMs - drawMs;
    }
  }

  @Override
  public Integer call() throws Exception {
    Path browser = browser();
    Path work = Files.createTempDirectory("vigie-bench");
    List<Sample> samples = Collections.synchronizedList(new ArrayList<>());
    Optional<VirtualDisplay> display =
        DemoUnderTest.hasDisplay() ? Optional.empty() : VirtualDisplay.start();
    JsonNode figures;
    try (DemoUnderTest demo =
        DemoUnderTest.start(work.resolve("demo"), display.map(VirtualDisplay::name), size)) {
      progress("waiting for take-off");
      demo.awaitFlightState("TAKING_OFF");
      String page = demo.address() + "/#login=" + demo.login("operator") + "&bench";
      progress("the operator's page opens in " + browser.getFileName());
      try (Chromium open =
          Chromium.open(
              browser,
              work.resolve("profile"),
              page,
              line -> sample(line).ifPresent(samples::add))) {
        measure(open, demo, samples);
      }
      figures = demo.stop();
    } finally {
      display.ifPresent(VirtualDisplay::close);
    }
    ObjectNode result = result(List.copyOf(samples), figures);
    System.out.println(json ? result.toPrettyString() : table(result));
    return result.path("painted").asInt() > COLD ? 0 : 1;
  }

  private Path browser() throws BadInputException {
    Path given = chromium;
    if (given != null && !Files.isExecutable(given)) {
      throw new BadInputException("--chromium: " + given + " is no program");
    }
    return given != null
        ? given
        : Chromium.find()
            .orElseThrow(
                () -> new BadInputException("bench video needs Chromium: none is on the PATH"));
  }

  private void measure(Chromium page, DemoUnderTest demo, List<Sample> samples)
      throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end && page.isOpen() && demo.inTheAir()) {
      TimeUnit.SECONDS.sleep(1);
      progress(samples.size() + " pictures painted");
    }
  }

  private static void progress(String what) {
    System.err.println("bench video: " + what);
  }

  /** A line of the browser's console. */
  private static Optional<Sample> sample(String line) {
    int at = line.indexOf(SAMPLE);
    int end = line.indexOf('}', Math.max(at, 0));
    if (at < 0 || end < 0) {
      return Optional.empty();
    }
    try {
      JsonNode told = JSON.readTree(line.substring(at + SAMPLE.length() - 1, end + 1));
      return Optional.of(
          new Sample(
              told.path("drawMs").isNumber() ? told.path("drawMs").asDouble() : Double.NaN,
              told.path("paintedMs").asDouble()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode result(List<Sample> samples, JsonNode figures) {
    List<Sample> warm = samples.subList(Math.min(COLD, samples.size()), samples.size());
    Distribution latency = latency(warm);
    ObjectNode result = JSON.createObjectNode();
    result.put("painted", samples.size());
    result.put("readable", latency.count());
    result.put("unreadable", warm.size() - latency.count());
    result.put("p50Ms", latency.percentile(50));
    result.put("p95Ms", latency.percentile(95));
    result.put("p99Ms", latency.percentile(99));
    result.put("maxMs", latency.max());
    result.put("coldP95Ms", latency(samples).percentile(95));
    result.put("paintedPerSecond", perSecond(warm));
    result.put("cores", Runtime.getRuntime().availableProcessors());
    result.setAll((ObjectNode) figures);
    return result;
  }

  private static Distribution latency(List<Sample> samples) {
    return Distribution.of(
        samples.stream().filter(Sample::readable).map(Sample::latencyMs).toList());
  }

  private static double perSecond(List<Sample> samples) {
    if (samples.size() < 2) {
      return 0;
    }
    double spanMs = samples.get(samples.size() - 1).paintedMs() - samples.get(0).paintedMs();
    return (samples.size() - 1) * 1000 / spanMs;
  }

  private static String table(JsonNode result) {
    StringBuilder table = new StringBuilder();
    row(table, "draw to painted, p50", result.path("p50Ms"), "ms", "goal 100");
    row(table, "draw to painted, p95", result.path("p95Ms"), "ms", "goal 200");
    row(table, "draw to painted, p99", result.path("p99Ms"), "ms", "");
    row(table, "draw to painted, max", result.path("maxMs"), "ms", "");
    row(table, "p95 with the cold start", result.path("coldP95Ms"), "ms", "");
    row(table, "pictures painted", result.path("painted"), "", "");
    row(table, "of them unreadable", result.path("unreadable"), "", "");
    row(table, "painted each second", result.path("paintedPerSecond"), "", "camera 25");
    JsonNode camera = result.path("camera");
    table.append("camera ").append(camera.path("size").asText("?")).append('\n');
    row(table, "camera: draw, mean", camera.path("drawMs"), "ms", "");
    row(table, "camera: encode, mean", camera.path("encodeMs"), "ms", "");
    row(table, "camera: pictures left out", camera.path("skipped"), "", "");
    JsonNode console = result.path("console");
    row(table, "console ready after", console.path("readyMs"), "ms", "goal 3000");
    row(table, "event thread delay p50", console.at("/edt/p50Ms"), "ms", "");
    row(table, "event thread delay p99.9", console.at("/edt/p999Ms"), "ms", "goal 50");
    row(table, "event thread delay max", console.at("/edt/maxMs"), "ms", "");
    row(table, "cores", result.path("cores"), "", "");
    return table.toString();
  }

  private static void row(
      StringBuilder table, String name, JsonNode value, String unit, String note) {
    String shown =
        value.isNumber() ? String.format(Locale.ROOT, "%.1f", value.asDouble()) : "not measured";
    table.append(String.format(Locale.ROOT, "%-28s %14s %-3s %s%n", name, shown, unit, note));
  }
}
