package org.vigie.groundstation.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vigie.groundstation.app.BadInputException;
import org.vigie.groundstation.client.LiveConnection;
import org.vigie.groundstation.client.LiveStatus;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.Reply;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.client.StationAddress;
import org.vigie.groundstation.client.StationClient;
import org.vigie.groundstation.demo.StationFolder;
import org.vigie.groundstation.text.Language;

/**
 * A station with many vehicles as {@code vigie serve} runs it, senders, and the pilot's console,
 * each in a process of its own on this machine; this process watches by the same API as the
 * console.
 *
 * @param connectS from a vehicle's first heartbeat until the station shows it connected, of each
 * @param positionAgeS of each vehicle in each picture
 * @param pictureMs from the station's clock in a picture to its arrival
 * @param stationCores seconds of the processor a second
 * @param console what the console measured itself; absent without a display
 */
record ManyLive(
    int vehicles,
    double messagesPerS,
    Distribution connectS,
    Distribution positionAgeS,
    Distribution pictureMs,
    double stationCores,
    double stationMb,
    Optional<ConsoleUse> console) {
  static final int PER_S = 20;
  private static final String PILOT = "demo-pilot-1";
  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final Duration CONNECT_MAX = Duration.ofSeconds(20);

  /** The compiler has seen all by then. */
  private static final int SETTLE_S = 10;

  private static final long LOOK_MS = 20;

  /**
   * The console's own figures.
   *
   * @param delayMs how long events waited for its event thread, 99 %
   */
  record ConsoleUse(double cores, double delayMs, double longestMs) {}

  static ManyLive measure(int vehicles, int seconds)
      throws IOException, InterruptedException, BadInputException {
    Path out = Files.createTempDirectory("vigie-bench");
    try {
      return new Run(out, vehicles).measure(seconds);
    } finally {
      try (Stream<Path> files = Files.walk(out)) {
        files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
      }
    }
  }

  /** Confined to one thread. */
  private static final class Run {
    private final Path out;
    private final int vehicles;
    private final int http;
    private final int port;
    private final StationFolder folder;
    private final ConcurrentLinkedQueue<Double> ages = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Double> pictures = new ConcurrentLinkedQueue<>();

    Run(Path out, int vehicles) throws IOException, BadInputException {
      this.out = out;
      this.vehicles = vehicles;
      try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
        this.http = tcp.getLocalPort();
        this.port = udp.getLocalPort();
      }
      this.folder = ManyConfig.write(out.resolve("station"), vehicles, http, port);
    }

    ManyLive measure(int seconds) throws IOException, InterruptedException, BadInputException {
      Clock utc = Clock.systemUTC();
      Process station = station();
      try (SenderProcess senders =
              new SenderProcess(System.nanoTime(), vehicles, PER_S, List.of(port));
          StationClient client =
              new StationClient(
                  StationAddress.of(address()), folder.token(PILOT), Language.EN, utc::instant)) {
        senders.begin((int) CONNECT_MAX.toSeconds());
        List<Double> connected = connect(client);
        SenderProcess.Sent unused = senders.end();
        Optional<Watched> console = Watched.open(out, address(), folder.token(PILOT));
        senders.begin(SETTLE_S + seconds);
        TimeUnit.SECONDS.sleep(SETTLE_S);
        double stationS = ProcessUse.spentS(station.pid());
        double consoleS = console.isPresent() ? ProcessUse.spentS(console.get().pid()) : 0;
        try (LiveConnection live = client.live(listener(), () -> false)) {
          Objects.requireNonNull(live);
          TimeUnit.SECONDS.sleep(seconds - 1L);
        }
        stationS = ProcessUse.spentS(station.pid()) - stationS;
        consoleS = (console.isPresent() ? ProcessUse.spentS(console.get().pid()) : 0) - consoleS;
        double megabytes = ProcessUse.residentKb(station.pid()) / 1000;
        SenderProcess.Sent sent = senders.end();
        double measured = seconds - 1;
        return new ManyLive(
            vehicles,
            sent.messages() / (double) (SETTLE_S + seconds),
            Distribution.of(connected),
            Distribution.of(ages),
            Distribution.of(pictures),
            stationS / measured,
            megabytes,
            console.isPresent()
                ? Optional.of(console.get().close(consoleS / measured))
                : Optional.empty());
      } finally {
        station.destroy();
        station.waitFor();
      }
    }

    private String address() {
      return "http://127.0.0.1:" + http;
    }

    private Process station() throws IOException, InterruptedException {
      Path log = out.resolve("station.log");
      Process station =
          java(log, Map.of(), "serve", "--while-stdin-open", "--config", "" + folder.config());
      await(() -> Files.exists(log) && Files.readString(log).contains("ready "), station, log);
      return station;
    }

    /** Seconds from each vehicle's first heartbeat; looks ten times a second. */
    private List<Double> connect(StationClient client) throws IOException, InterruptedException {
      long began = System.nanoTime();
      Map<String, Double> connected = new HashMap<>();
      while (connected.size() < vehicles) {
        double nowS = (System.nanoTime() - began) / 1e9;
        if (nowS > CONNECT_MAX.toSeconds()) {
          throw new IOException(connected.size() + " of " + vehicles + " vehicles connected");
        }
        for (LiveVehicle vehicle : vehicles(client)) {
          if (vehicle.link().equals("OK") && vehicle.position() != null) {
            connected.putIfAbsent(vehicle.vehicleId(), (System.nanoTime() - began) / 1e9);
          }
        }
        TimeUnit.MILLISECONDS.sleep(5 * LOOK_MS);
      }
      List<Double> spans = new ArrayList<>();
      connected.forEach((id, at) -> spans.add(at - firstHeartbeatS(id)));
      return spans;
    }

    /** When the sender first said its heartbeat, after its order to begin, at the earliest. */
    private static double firstHeartbeatS(String vehicleId) {
      int phase = (Integer.parseInt(vehicleId.substring(1)) - 1) % PER_S;
      return ((PER_S - phase) % PER_S) / (double) PER_S;
    }

    private static List<LiveVehicle> vehicles(StationClient client)
        throws IOException, InterruptedException {
      try {
        Reply<List<LiveVehicle>> reply = client.vehicles().get();
        return reply instanceof Reply.Done<List<LiveVehicle>> done ? done.value() : List.of();
      } catch (ExecutionException e) {
        throw new IOException(e);
      }
    }

    private LiveConnection.Listener listener() {
      return new LiveConnection.Listener() {
        @Override
        public void snapshot(Snapshot snapshot, Instant at) {
          Instant wall = snapshot.wall();
          if (wall != null) {
            pictures.add(Duration.between(wall, at).toNanos() / 1e6);
          }
          for (LiveVehicle vehicle : snapshot.vehicles()) {
            Double age = vehicle.ageS();
            ages.add(age == null ? Double.POSITIVE_INFINITY : age);
          }
        }

        @Override
        public void status(LiveStatus status) {
          // what is not connected brings no pictures
        }
      };
    }
  }

  /** The console in a process of its own, on a display of its own if there is none. */
  private record Watched(Process process, Optional<VirtualDisplay> display, Path figures) {
    static Optional<Watched> open(Path out, String address, String token)
        throws IOException, InterruptedException {
      Optional<VirtualDisplay> display =
          DemoUnderTest.hasDisplay() ? Optional.empty() : VirtualDisplay.start();
      if (display.isEmpty() && !DemoUnderTest.hasDisplay()) {
        return Optional.empty();
      }
      Path figures = out.resolve("console.json");
      Path log = out.resolve("console.log");
      Map<String, String> environment = new HashMap<>(Map.of("VIGIE_TOKEN", token));
      display.ifPresent(own -> environment.put("DISPLAY", own.name()));
      Process process =
          java(log, environment, "console", "--station", address, "--figures", "" + figures);
      await(() -> Files.exists(figures), process, log);
      return Optional.of(new Watched(process, display, figures));
    }

    long pid() {
      return process.pid();
    }

    ConsoleUse close(double cores) throws IOException, InterruptedException {
      process.destroy();
      process.waitFor();
      display.ifPresent(VirtualDisplay::close);
      JsonNode edt = new ObjectMapper().readTree(figures.toFile()).path("edt");
      return new ConsoleUse(cores, edt.path("p99Ms").asDouble(), edt.path("maxMs").asDouble());
    }
  }

  /** Whether something is so now. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition, Process process, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_MAX.toNanos();
    while (!condition.holds()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroy();
        throw new IOException("did not start:\n" + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    }
  }

  private static Process java(Path log, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.vigie.groundstation.app.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
