package org.vigie.groundstation.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.app.seal.WitnessServer;
import org.vigie.groundstation.flightlog.verify.Trust;
import org.vigie.groundstation.flightlog.witness.Witness;
import org.vigie.groundstation.journal.seal.Cosigner;
import org.vigie.groundstation.journal.seal.VerifierKey;
import org.vigie.groundstation.store.WitnessKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit witness}: cosigns the checkpoints of stations, away from them. */
@Command(
    name = "witness",
    description = {
      "A witness (C2SP tlog-witness): cosigns the checkpoints of stations that it saw only grow.",
      "Run it where the station's keepers have no say. Its state file is its memory: keep it."
    },
    mixinStandardHelpOptions = true)
final class AuditWitness implements Callable<Integer> {
  /** Reads a request of 128 KiB over the slowest link; who takes longer is cut off. */
  private static final String REQUEST_SECONDS_MAX = "30";

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:7380",
      description = "Where it listens, plain HTTP (default: ${DEFAULT-VALUE}; port 0: a free one).")
  private String listen = "127.0.0.1:7380";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "Its secret key, made at the first start; FILE.pub gets the public one.")
  private Path key = Path.of("witness.key");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the key, needed when it is made, for example prefecture42.example/w1.")
  private @Nullable String name;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      required = true,
      arity = "1..*",
      description = "Public keys of the stations that it cosigns for (station.pub).")
  private List<Path> logs = List.of();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      required = true,
      description = "What it saw last of each station.")
  private Path state = Path.of("witness.state");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = Objects.requireNonNull(spec, "run by picocli only").commandLine().getOut();
    CountDownLatch never = new CountDownLatch(1);
    WitnessServer server = open(out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "stop"));
    never.await();
    return 0;
  }

  WitnessServer open(PrintWriter out) throws BadInputException {
    System.setProperty("sun.net.httpserver.maxReqTime", REQUEST_SECONDS_MAX);
    System.setProperty("sun.net.httpserver.maxRspTime", REQUEST_SECONDS_MAX);
    try {
      Cosigner cosigner = WitnessKeys.openOrCreate(key, Optional.ofNullable(name));
      Files.writeString(key.resolveSibling(key.getFileName() + ".pub"), cosigner.key() + "\n");
      Witness witness = new Witness(cosigner, logKeys());
      // read anew each time: a witness runs for years and follows its machine's clock
      WitnessServer server =
          WitnessServer.start(address(listen), witness, state, () -> ScaledClock.wall().now());
      out.println("witness " + cosigner.key());
      out.println(
          "ready http://" + server.address().getHostString() + ":" + server.address().getPort());
      out.flush();
      return server;
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private List<VerifierKey> logKeys() throws IOException, BadInputException {
    List<VerifierKey> keys = new ArrayList<>();
    for (Path log : logs) {
      try {
        keys.addAll(Trust.stationKeys(Files.readString(log, StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) {
        throw new BadInputException(log + ": not a station's public keys: " + e.getMessage());
      }
    }
    return keys;
  }

  private static InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    try {
      int port = Integer.parseInt(hostAndPort.substring(colon + 1));
      InetSocketAddress address =
          new InetSocketAddress(hostAndPort.substring(0, Math.max(0, colon)), port);
      if (colon > 0 && !address.isUnresolved()) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // told below, like a host that nobody knows
    }
    throw new IllegalArgumentException("--listen: not HOST:PORT: " + hostAndPort);
  }

  private static void close(WitnessServer server) {
    try {
      server.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(AuditWitness.class).warn("{}", e.getMessage());
    }
  }
}
