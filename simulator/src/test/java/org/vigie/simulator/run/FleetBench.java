package org.vigie.simulator.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What many vehicles cost with a station each on TCP: processor share of the world's thread, memory
 * a vehicle, messages a second. By name only.
 */
final class FleetBench {
  /** HEARTBEAT of a station. */
  private static final byte[] HEARTBEAT =
      HexFormat.of().parseHex("fd09000007ffbe0000000000000006080004037efa");

  /**
   * What was measured.
   *
   * @param worldCoreShare processor time of the world's thread by wall time
   * @param rssKb resident memory of the whole process
   * @param threads alive
   * @param messagesPerS sent by all vehicles
   * @param pace simulated seconds a wall second
   */
  record Figures(
      int vehicles,
      double worldCoreShare,
      long rssKb,
      int threads,
      double messagesPerS,
      double pace) {}

  private FleetBench() {}

  public static void main(String[] args) throws Exception {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 20;
    System.out.println("vehicles  core %   RSS MB   MB a vehicle   threads   messages/s   pace");
    Figures base = measure(1, seconds);
    print(base, base);
    for (int vehicles : new int[] {50, 200}) {
      print(measure(vehicles, seconds), base);
    }
  }

  private static void print(Figures figures, Figures base) {
    double perVehicle =
        (figures.rssKb() - base.rssKb()) / 1024.0 / Math.max(1, figures.vehicles() - 1);
    System.out.printf(
        Locale.ROOT,
        "%8d %7.1f %8d %14.2f %9d %12.0f %6.2f%n",
        figures.vehicles(),
        100 * figures.worldCoreShare(),
        figures.rssKb() / 1024,
        perVehicle,
        figures.threads(),
        figures.messagesPerS(),
        figures.pace());
  }

  /** Runs vehicles at real time with a station each. */
  static Figures measure(int vehicles, double seconds) throws Exception {
    Launch launch = LaunchForBench.of(vehicles);
    try (RunningSimulation simulation =
            RunningSimulation.start(
                launch.scenario(), launch.terrain(), launch.transport(), 1, OptionalLong.of(1));
        Stations stations = new Stations(simulation.ports())) {
      run(stations, 5);
      long cpu = worldCpuNs();
      long sent = sent(simulation, vehicles);
      var simulated = simulation.simulatedTime();
      long began = System.nanoTime();
      run(stations, seconds);
      double wallS = (System.nanoTime() - began) / 1e9;
      double passedS =
          java.time.Duration.between(simulated, simulation.simulatedTime()).toNanos() / 1e9;
      System.gc();
      return new Figures(
          vehicles,
          (worldCpuNs() - cpu) / 1e9 / wallS,
          rssKb(),
          Thread.activeCount(),
          (sent(simulation, vehicles) - sent) / wallS,
          passedS / wallS);
    }
  }

  private static void run(Stations stations, double seconds) throws IOException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    long beat = System.nanoTime();
    while (System.nanoTime() < end) {
      if (System.nanoTime() >= beat) {
        beat += 1_000_000_000L;
        stations.beat();
      }
      stations.drain();
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static long sent(RunningSimulation simulation, int vehicles) {
    long sent = 0;
    for (int i = 0; i < vehicles; i++) {
      sent += simulation.counters(i).sent();
    }
    return sent;
  }

  private static long worldCpuNs() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (info != null && info.getThreadName().equals("sim-world")) {
        return threads.getThreadCpuTime(info.getThreadId());
      }
    }
    throw new IllegalStateException("no world");
  }

  private static long rssKb() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  /** Stations of one selector, which read and say that they are there. */
  private static final class Stations implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);

    Stations(java.util.List<Integer> ports) throws IOException {
      for (int port : ports) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
      }
    }

    void beat() throws IOException {
      for (SelectionKey key : selector.keys()) {
        ((SocketChannel) key.channel()).write(ByteBuffer.wrap(HEARTBEAT));
      }
    }

    void drain() throws IOException {
      selector.selectNow(
          key -> {
            try {
              ((SocketChannel) key.channel()).read(buffer.clear());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }

    @Override
    public void close() throws IOException {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    }
  }

  /** Vehicles side by side on free ports. */
  private static final class LaunchForBench {
    private LaunchForBench() {}

    static Launch of(int vehicles) throws Exception {
      return Launch.of(
          new Launch.Asked(
              null,
              vehicles,
              null,
              null,
              java.util.List.of("tcp:127.0.0.1:0"),
              java.util.List.of(),
              null,
              "ardupilot",
              null,
              false,
              "en"));
    }
  }
}
