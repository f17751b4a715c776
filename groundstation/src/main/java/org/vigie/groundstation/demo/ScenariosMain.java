package org.vigie.groundstation.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.app.BadInputException;
import org.vigie.groundstation.app.ChosenLanguage;
import org.vigie.groundstation.app.Main;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;
import org.vigie.simulator.scenario.Pace;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie scenarios}: the shipped scenarios, and scenarios as tests. */
@Command(
    name = "vigie scenarios",
    mixinStandardHelpOptions = true,
    description = "Plays scenarios as tests: simulator, station, people, and what is expected.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every expectation of every scenario was kept",
      "1:some were not",
      "2:bad usage or input",
      "3:internal error, or a scenario could not be played out"
    })
public final class ScenariosMain implements Runnable {
  private static final double SPEED_MAX = 10;
  private static final double SPEED_DEFAULT = 5;
  private static final int BROKEN = 1;
  private static final int NOT_PLAYED = 3;

  /** An answer over HTTP may take 20 s, a station's orderly stop 15 s. */
  private static final long STOP_S_MAX = 40;

  @Spec private @Nullable CommandSpec spec;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(Main.commandLine(new ScenariosMain()).execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec, "run by picocli only").commandLine(),
        "scenarios: list, or run NAME… | --all");
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec, "run by picocli only").commandLine().getOut();
  }

  @Command(name = "list", description = "Names the shipped scenarios and says what each is about.")
  int list(
      @Option(names = "--lang", paramLabel = "fr|en", description = "Language.")
          @Nullable String lang)
      throws BadInputException, DocumentException {
    Language language = ChosenLanguage.of(lang);
    for (String name : ScenarioReader.SHIPPED) {
      Scenario scenario = ScenarioReader.shipped(name);
      out().printf("%-20s %s%n", name, scenario.title().in(language.code()));
      out().printf("%-20s %s%n", "", scenario.description().in(language.code()));
    }
    out().flush();
    return 0;
  }

  @Command(
      name = "run",
      description = "Plays scenarios without windows, two at a time, and prints a table.")
  int run(
      @Parameters(arity = "0..*", paramLabel = "NAME|FILE", description = "Which.")
          @Nullable List<String> names,
      @Option(names = "--all", description = "Every shipped scenario.") boolean all,
      @Option(
              names = "--speed",
              paramLabel = "N",
              description = {
                "Time runs N times as fast, at most 10 (default: the scenario's, else 5). Not max: the",
                "clock of the station under test must be told how fast time runs.",
                "Le temps passe N fois plus vite, 10 au plus. Pas max : il faut dire à l'horloge de la",
                "station à l'épreuve à quelle vitesse passe le temps."
              })
          @Nullable String speed,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              description = "A folder each and results.json (default: vigie-out/scenarios-UTC).")
          @Nullable Path folder,
      @Option(names = "--lang", paramLabel = "fr|en", description = "Language.")
          @Nullable String lang)
      throws BadInputException, DocumentException, IOException, InterruptedException {
    Optional<Pace> pace = pace(speed);
    List<String> asked = names == null ? List.of() : names;
    if (all == !asked.isEmpty()) {
      throw new BadInputException("scenarios run: names, or --all");
    }
    Language language = ChosenLanguage.of(lang);
    List<ScenarioTexts> scenarios = read(all ? ScenarioReader.SHIPPED : asked);
    for (ScenarioTexts one : scenarios) {
      if (pace.isEmpty() && one.scenario().findSpeed().isPresent()) {
        check(one.scenario().name() + ": /speed", one.scenario().findSpeed().get());
      }
    }
    ScenarioBatch batch =
        new ScenarioBatch(
            OutFolder.make(folder, "scenarios"),
            scenario -> pace.or(scenario::findSpeed).map(Pace::factor).orElse(SPEED_DEFAULT),
            language,
            System.out);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(batch, ended), "stop"));
    try {
      List<ScenarioOutcome> outcomes = batch.play(scenarios);
      table(batch, outcomes, Texts.in(language));
      boolean played = outcomes.stream().allMatch(outcome -> outcome.error().isEmpty());
      boolean passed = outcomes.stream().allMatch(ScenarioOutcome::passed);
      return passed ? 0 : played ? BROKEN : NOT_PLAYED;
    } finally {
      ended.countDown();
    }
  }

  private static Optional<Pace> pace(@Nullable String speed) throws BadInputException {
    if (speed == null) {
      return Optional.empty();
    }
    try {
      Pace pace = Pace.parse(speed);
      check("--speed", pace);
      return Optional.of(pace);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--speed: " + e.getMessage());
    }
  }

  private static void check(String where, Pace pace) throws BadInputException {
    if (pace.max()) {
      throw new BadInputException(
          where
              + ": max cannot be played against a station: its clock must be told how fast time"
              + " runs; at most "
              + (int) SPEED_MAX);
    }
    if (pace.factor() > SPEED_MAX) {
      throw new BadInputException(where + ": over 0 and at most 10, not " + pace.text());
    }
  }

  private static List<ScenarioTexts> read(List<String> names)
      throws BadInputException, DocumentException, IOException {
    List<ScenarioTexts> scenarios = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      ScenarioTexts read = ScenarioTexts.read(name);
      if (!seen.add(read.scenario().name())) {
        throw new BadInputException("scenarios run: two are called " + read.scenario().name());
      }
      scenarios.add(read);
    }
    return scenarios;
  }

  private static void interrupt(ScenarioBatch batch, CountDownLatch ended) {
    batch.interrupt();
    try {
      if (!ended.await(STOP_S_MAX, TimeUnit.SECONDS)) {
        System.err.println("the scenarios did not end in order within " + STOP_S_MAX + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void table(ScenarioBatch batch, List<ScenarioOutcome> outcomes, Texts texts) {
    PrintWriter out = out();
    out.println();
    out.println(texts.get("scenarios.head"));
    for (ScenarioOutcome outcome : outcomes) {
      out.printf(
          texts.locale(),
          "%-20s %-10s %6d/%-6d %9.0f s %8.0f s%n",
          outcome.name(),
          batch.verdict(outcome),
          outcome.kept(),
          outcome.results().size(),
          outcome.simulated().toMillis() / 1000.0,
          outcome.wall().toMillis() / 1000.0);
      outcome
          .broken()
          .forEach(line -> out.println("    " + texts.get("summary.expectation.broken", line)));
      if (!outcome.error().isEmpty()) {
        out.println("    " + outcome.error());
      }
    }
    out.flush();
  }
}
