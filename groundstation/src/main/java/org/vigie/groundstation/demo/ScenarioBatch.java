package org.vigie.groundstation.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.app.BadInputException;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;
import org.vigie.simulator.camera.CameraSettings;
import org.vigie.simulator.scenario.Scenario;

/**
 * Plays several scenarios without windows, at most two at a time: each has a world, a camera and a
 * station of its own. Thread-safe.
 */
final class ScenarioBatch {
  /** World, camera and station of one take about a processor. */
  private static final int AT_ONCE_MAX = 2;

  private static final long LOOK_MS = 250;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path out;
  private final ToDoubleFunction<Scenario> speed;
  private final Language language;
  private final Texts texts;
  private final PrintStream progress;
  private final Map<String, DemoRun> running = new ConcurrentHashMap<>();
  private volatile boolean interrupted;

  /**
   * A batch.
   *
   * @param speed how many times as fast time runs in each
   */
  ScenarioBatch(
      Path out, ToDoubleFunction<Scenario> speed, Language language, PrintStream progress) {
    this.out = out;
    this.speed = speed;
    this.language = language;
    this.texts = Texts.in(language);
    this.progress = progress;
  }

  /** Plays them all; the outcomes are in the order of the scenarios. */
  List<ScenarioOutcome> play(List<ScenarioTexts> scenarios)
      throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE_MAX);
    try {
      List<Future<ScenarioOutcome>> futures = new ArrayList<>();
      for (ScenarioTexts scenario : scenarios) {
        futures.add(pool.submit(() -> one(scenario)));
      }
      Map<String, String> told = new ConcurrentHashMap<>();
      List<ScenarioOutcome> outcomes = new ArrayList<>();
      for (Future<ScenarioOutcome> future : futures) {
        outcomes.add(await(future, told));
      }
      write(outcomes);
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }

  private ScenarioOutcome await(Future<ScenarioOutcome> future, Map<String, String> told)
      throws InterruptedException {
    while (true) {
      try {
        return future.get(LOOK_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        running.forEach((name, run) -> tell(name, run, told));
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private void tell(String name, DemoRun run, Map<String, String> told) {
    String state = run.facts().lastState();
    if (!state.isEmpty() && !state.equals(told.put(name, state))) {
      say(name, run.simulated(), texts.name("state", state));
    }
  }

  private void say(String name, Duration simulated, String what) {
    progress.printf(
        texts.locale(),
        "  %-20s %3d:%02d  %s%n",
        name,
        simulated.toMinutes(),
        simulated.toSecondsPart(),
        what);
    progress.flush();
  }

  private ScenarioOutcome one(ScenarioTexts scenario) {
    String name = scenario.scenario().name();
    long begin = System.nanoTime();
    Duration simulated = Duration.ZERO;
    List<Expectations.Result> results = List.of();
    String error = interrupted ? texts.get("scenarios.interrupted") : "";
    if (error.isEmpty()) {
      try (PrintStream silent =
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
          DemoRun run = DemoRun.prepare(setting(scenario, silent), scenario.scenario(), texts)) {
        running.put(name, run);
        run.play(setting(scenario, silent));
        results = run.results();
        simulated = run.simulated();
        error = interrupted ? texts.get("scenarios.interrupted") : "";
      } catch (IOException | DocumentException | BadInputException | RuntimeException e) {
        error = e.getMessage() == null ? e.toString() : e.getMessage();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        error = texts.get("scenarios.interrupted");
      } finally {
        running.remove(name);
      }
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - begin);
    ScenarioOutcome outcome = new ScenarioOutcome(name, results, simulated, wall, error);
    say(name, simulated, verdict(outcome));
    return outcome;
  }

  private DemoSetting setting(ScenarioTexts scenario, PrintStream output) {
    return new DemoSetting(
        out.resolve(scenario.scenario().name()),
        speed.applyAsDouble(scenario.scenario()),
        language,
        scenario.terrain(),
        scenario.town(),
        CameraSettings.auto(),
        false,
        "",
        Screens.NONE,
        output);
  }

  /** Passed, failed, or not played out. */
  String verdict(ScenarioOutcome outcome) {
    return texts.get(
        outcome.passed()
            ? "scenarios.passed"
            : outcome.error().isEmpty() ? "scenarios.failed" : "scenarios.error");
  }

  /** The same for machines. */
  private void write(List<ScenarioOutcome> outcomes) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    for (ScenarioOutcome outcome : outcomes) {
      ObjectNode one = all.addObject().put("name", outcome.name()).put("passed", outcome.passed());
      one.put("simulatedS", outcome.simulated().toMillis() / 1000.0);
      one.put("wallS", outcome.wall().toMillis() / 1000.0).put("error", outcome.error());
      ArrayNode results = one.putArray("expectations");
      for (Expectations.Result result : outcome.results()) {
        results
            .addObject()
            .put("expected", result.expected())
            .put("kept", result.kept())
            .put("fact", result.kept() ? "" : result.fact());
      }
    }
    Files.writeString(
        out.resolve("results.json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }

  /** Lets all of them end in order as soon as they can, from any thread. */
  void interrupt() {
    interrupted = true;
    running.values().forEach(DemoRun::interrupt);
  }
}
