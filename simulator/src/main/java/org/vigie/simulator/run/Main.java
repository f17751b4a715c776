package org.vigie.simulator.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.simulator.alert.AlertAddress;
import org.vigie.simulator.alert.AlertSender;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.clock.SystemWallClock;
import org.vigie.simulator.fault.FaultKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie simulate}: SITL for any ground station. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Simulates aircraft that any MAVLink ground station can fly.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:stopped in order", "2:bad usage or input", "3:internal error"})
public final class Main implements Callable<Integer> {
  /** How soon a world that stopped ends the command. */
  private static final long WATCH_MS = 200;

  private static final int DONE = 0;
  private static final int BAD_INPUT = 2;
  private static final int INTERNAL = 3;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "Scenario file, or shipped name.")
  private @Nullable String scenario;

  @Option(names = "--vehicles", paramLabel = "N", description = "How many vehicles (default 1).")
  private int vehicles = 1;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      description = {
        "Simulated seconds a second (default: the scenario's, else 1), whoever is connected; max: as",
        "fast as the machine can. Heartbeats, setpoints and sticks that a station repeats by the",
        "wall's clock are heard in the same rhythm of simulated time.",
        "Secondes simulées par seconde, quelle que soit la station ; max : aussi vite que la machine",
        "le peut. Ce qu'une station répète (battement, consignes, manches) est entendu au même rythme",
        "en temps simulé."
      })
  private @Nullable String speed;

  @Option(
      names = "--home",
      paramLabel = "LAT,LON,AMSL,HEADING",
      description = "Where the first vehicle stands; the others stand 5 m apart to the east.")
  private @Nullable String home;

  @Option(
      names = "--listen",
      paramLabel = "tcp|udp:HOST:PORT",
      description = {
        "Where stations find the first vehicle; the others 10 ports apart.",
        "Repeatable; the first is the vehicles' first port."
      })
  private List<String> listen = new ArrayList<>();

  @Option(
      names = "--connect",
      paramLabel = "udp|tcp:HOST:PORT",
      description = "Call a station. Repeatable.")
  private List<String> connect = new ArrayList<>();

  @Option(
      names = "--mavlink",
      paramLabel = "1|2|follow",
      description = "Version spoken; follow: 1 until the station speaks 2 (default 2).")
  private String mavlink = "2";

  @Option(
      names = "--video",
      paramLabel = "udp|rtp|rtsp:HOST:PORT",
      description = {
        "The cameras' pictures, H.264: udp sends MPEG-TS, rtp sends RTP, vehicle i to PORT + 2 (i - 1);",
        "rtsp serves rtsp://HOST:PORT/i, /i/down and the town's cameras by their names."
      })
  private @Nullable String video;

  @Option(
      names = "--alerts",
      paramLabel = "URL",
      description =
          "Where the scenario's sensors report: http://HOST:PORT of a station, or"
              + " mqtt://HOST:PORT/SITE.")
  private @Nullable String alerts;

  @Option(
      names = "--alerts-token-file",
      paramLabel = "FILE",
      description = "The sensors' bearer token, for http.")
  private @Nullable Path alertsTokenFile;

  @Option(
      names = "--lang",
      paramLabel = "fr|en",
      description = "Language of notes about faults; the system's otherwise.")
  private @Nullable String lang;

  @Option(names = "--seed", paramLabel = "N", description = "Everything random follows from it.")
  private @Nullable Long seed;

  @Option(
      names = "--autopilot",
      paramLabel = "ardupilot|px4",
      description = "Personality (default ardupilot).")
  private String autopilot = "ardupilot";

  @Option(
      names = "--firmware",
      paramLabel = "VERSION",
      description = "Its version: 4.6 (default) or 4.7, px4: 1.17.")
  private @Nullable String firmware;

  private final PrintStream out;
  private final PrintStream err;
  private final List<LiveCameras> cameras = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean stopped;
  private Optional<SensorThread> sensors = Optional.empty();

  Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs until a signal, or {@code quit} on standard input. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** The same without ending the JVM, for the launcher. */
  public static int run(String... args) {
    return commandLine(System.out, System.err)
        .setExecutionExceptionHandler(
            (e, commandLine, parsed) -> {
              System.err.println("internal error: " + e);
              return INTERNAL;
            })
        .execute(args);
  }

  /** The command with its help, which lists every fault. */
  static CommandLine commandLine(PrintStream out, PrintStream err) {
    CommandLine command = new CommandLine(new Main(out, err));
    command
        .getCommandSpec()
        .usageMessage()
        .footerHeading("%nLines on standard input change the running simulation:%n")
        .footer(footer());
    return command;
  }

  private static String[] footer() {
    List<String> lines = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      lines.add(String.format(Locale.ROOT, "  %-56s %s", kind.usage(), kind.in("en")));
    }
    lines.add("  battery PERCENT, gps off|on, camera off|on               short for some of these");
    lines.add("  NAME ... for SECONDS                                     ends by itself");
    lines.add("  NAME off                                                 ends it");
    lines.add("  ... @VEHICLE                                             one vehicle, not all");
    lines.add("  quit");
    return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }

  @Override
  public Integer call() throws Exception {
    Launch launch;
    Optional<AlertSender> sender;
    try {
      sender = sender();
      launch = Launch.of(asked());
    } catch (DocumentException | IllegalArgumentException e) {
      return refuse(e.getMessage());
    } catch (NoSuchFileException e) {
      return refuse("there is no file " + e.getMessage());
    } catch (IOException e) {
      return refuse("cannot read the scenario: " + e.getMessage());
    }
    RunningSimulation simulation;
    try {
      simulation =
          RunningSimulation.start(
              launch.scenario(),
              launch.terrain(),
              launch.transport(),
              Launch.version(mavlink),
              launch.pace().factor(),
              StationClock.WALL,
              seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
    } catch (DocumentException | IllegalArgumentException e) {
      return refuse(e.getMessage());
    } catch (IOException e) {
      return refuse("cannot open the links: " + e.getMessage());
    }
    simulation.notes(note -> err.println(note.in(language())));
    try {
      startCameras(launch, simulation);
    } catch (IOException | IllegalStateException e) {
      stop(simulation);
      return refuse("--video: " + e.getMessage());
    }
    if (sender.isPresent() && launch.scenario().acousticSensors().isEmpty()) {
      err.println(Untaken.NO_SENSORS.in(language()));
    }
    sensors =
        sender.map(
            to ->
                SensorThread.start(
                    launch.scenario(), simulation, to, new SystemWallClock(), err::println));
    return serve(launch, simulation);
  }

  private String language() {
    String asked = lang == null ? Locale.getDefault().getLanguage() : lang;
    return asked.equals("fr") ? "fr" : "en";
  }

  private Launch.Asked asked() {
    if (lang != null && !List.of("fr", "en").contains(lang)) {
      throw new IllegalArgumentException("--lang: fr or en, not \"" + lang + "\"");
    }
    return new Launch.Asked(
        scenario,
        vehicles,
        speed,
        home,
        listen,
        connect,
        video,
        autopilot,
        firmware,
        alerts != null,
        language());
  }

  private Optional<AlertSender> sender() {
    String to = alerts;
    Path token = alertsTokenFile;
    if (to == null) {
      if (token != null) {
        throw new IllegalArgumentException("--alerts-token-file: it goes with --alerts");
      }
      return Optional.empty();
    }
    return Optional.of(AlertAddress.open(to, token == null ? "" : token(token)));
  }

  private static String token(Path file) {
    String option = "--alerts-token-file: ";
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(option + file + " is a directory, not a file");
    }
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(option + "there is no file " + file, e);
    } catch (IOException e) {
      throw new IllegalArgumentException(option + "cannot read " + file + ": " + e, e);
    }
  }

  private void startCameras(Launch launch, RunningSimulation simulation) throws IOException {
    if (launch.video().isEmpty()) {
      return;
    }
    Scene scene = Scene.of(launch.scenario(), launch.terrain(), launch.town());
    LiveCameras started =
        LiveCameras.start(simulation, launch.scenario(), scene, launch.video().get());
    cameras.add(started);
    started.lines().forEach(out::println);
  }

  private int refuse(@Nullable String message) {
    err.println(message);
    return BAD_INPUT;
  }

  private int serve(Launch launch, RunningSimulation simulation) throws Exception {
    Thread hook = new Thread(() -> stop(simulation), "sim-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    for (int i = 0; i < simulation.ports().size(); i++) {
      out.println(launch.describe(i, simulation.allPorts(i)));
    }
    out.println("ready");
    out.flush();
    new LiveLines(simulation, err, ended::countDown).follow(System.in);
    while (!ended.await(WATCH_MS, TimeUnit.MILLISECONDS)) {
      if (simulation.failure().isPresent()) {
        err.println("the simulated world stopped: " + simulation.failure().get());
        break;
      }
    }
    stop(simulation);
    return simulation.failure().isPresent() ? INTERNAL : DONE;
  }

  /** Once, whether a signal, a line or a failure asks first. */
  private synchronized void stop(RunningSimulation simulation) {
    if (stopped) {
      return;
    }
    stopped = true;
    try {
      for (LiveCameras camera : cameras) {
        camera.close();
      }
      sensors.ifPresent(SensorThread::close);
      simulation.close();
    } catch (IOException e) {
      err.println("closing: " + e.getMessage());
    }
    ended.countDown();
  }
}
