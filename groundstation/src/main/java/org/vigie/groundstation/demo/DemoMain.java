package org.vigie.groundstation.demo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.app.BadInputException;
import org.vigie.groundstation.app.ChosenLanguage;
import org.vigie.groundstation.app.Main;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;
import org.vigie.simulator.camera.CameraSettings;
import org.vigie.simulator.camera.PictureSize;
import org.vigie.simulator.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie demo}: the main job, whole, in simulation. */
@Command(
    name = "vigie demo",
    mixinStandardHelpOptions = true,
    description = "Flies a confirmed alert in simulation, from sensor to verified flight record.")
public final class DemoMain implements Callable<Integer> {
  private static final double SPEED_MAX = 10;

  /** An answer over HTTP may take 20 s, a station's orderly stop 15 s. */
  private static final long STOP_S_MAX = 40;

  @Option(names = "--headless", description = "No windows; the scenario's people act.")
  private boolean headless;

  @Option(
      names = "--watch",
      description = "Windows to look at; the scenario's people act all the same.")
  private boolean watch;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Time runs N times as fast, at most 10.")
  private double speed = 1;

  @Option(
      names = "--scenario",
      paramLabel = "NAME|FILE",
      defaultValue = "fair-weather",
      description = "A shipped scenario or a file (default: ${DEFAULT-VALUE}).")
  private String scenarioName = "fair-weather";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where everything goes (default: vigie-out/SCENARIO-UTC).")
  private @Nullable Path out;

  @Option(
      names = "--lang",
      paramLabel = "fr|en",
      description = "Language (default: that of the system, French or English).")
  private @Nullable String lang;

  @Option(names = "--camera-size", hidden = true, paramLabel = "WxH")
  private @Nullable String cameraSize;

  @Option(names = "--figures", hidden = true)
  private boolean figures;

  @Option(names = "--autopilot", hidden = true, defaultValue = "", paramLabel = "ENDPOINT")
  private String autopilot = "";

  /** Runs the demonstration and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(Main.commandLine(new DemoMain()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (!(speed > 0 && speed <= SPEED_MAX)) {
      throw new BadInputException("--speed: over 0 and at most 10, not " + speed);
    }
    if (!autopilot.isEmpty() && speed != 1) {
      throw new BadInputException("--autopilot: its time is the wall clock's, --speed must be 1");
    }
    Language language = ChosenLanguage.of(lang);
    ScenarioTexts texts = ScenarioTexts.read(scenarioName);
    Scenario scenario = texts.scenario();
    DemoSetting setting =
        new DemoSetting(
            OutFolder.make(out, scenario.name()),
            speed,
            language,
            texts.terrain(),
            texts.town(),
            cameraSize(),
            figures,
            autopilot,
            screens(language),
            System.out);
    CountDownLatch ended = new CountDownLatch(1);
    try (DemoRun run = DemoRun.prepare(setting, scenario, Texts.in(language))) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(run, ended), "stop"));
      return run.play(setting) ? 0 : 1;
    } finally {
      ended.countDown();
    }
  }

  /** Ctrl-C: the run ends in order on its own thread; the process waits for that. */
  private static void interrupt(DemoRun run, CountDownLatch ended) {
    run.interrupt();
    try {
      if (!ended.await(STOP_S_MAX, TimeUnit.SECONDS)) {
        System.err.println("the demonstration did not end in order within " + STOP_S_MAX + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CameraSettings cameraSize() throws BadInputException {
    String size = cameraSize;
    if (size == null) {
      return CameraSettings.auto();
    }
    return Arrays.stream(PictureSize.values())
        .filter(one -> one.text().equals(size))
        .findFirst()
        .map(CameraSettings::of)
        .orElseThrow(
            () ->
                new BadInputException(
                    "--camera-size: no " + size + "; there is 640x360 and 1280x720"));
  }

  private Screens screens(Language language) throws BadInputException {
    if (headless && watch) {
      throw new BadInputException("--headless, --watch: only one of them");
    }
    if (headless) {
      return Screens.NONE;
    }
    if (!Screens.possible()) {
      System.out.println(Texts.in(language).get("demo.no-display"));
      return Screens.NONE;
    }
    return watch ? Screens.WATCH : Screens.PEOPLE;
  }
}
