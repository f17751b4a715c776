package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.Reply;
import org.vigie.groundstation.client.StationAddress;
import org.vigie.groundstation.client.StationClient;
import org.vigie.groundstation.console.ConsoleOptions;
import org.vigie.groundstation.dispatch.VehicleView;
import org.vigie.groundstation.link.Link;
import org.vigie.groundstation.link.LinkEndpoint;
import org.vigie.groundstation.link.Links;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.vehicle.Sightings;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie vehicles}: what is on the links. */
@Command(
    name = "vehicles",
    mixinStandardHelpOptions = true,
    description = {
      "Which vehicles there are, who they say they are, and how good each link to them is: by a",
      "running station, or by links opened here. Links opened here send questions only, never a",
      "heartbeat or an order. Exit code 1: there is none."
    })
final class VehiclesCommand implements Callable<Integer> {
  private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--station",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "Asks a running station (default: ${DEFAULT-VALUE}).")
  private String station = "";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Your token for the station; without it VIGIE_TOKEN is taken.")
  private @Nullable Path tokenFile;

  @Option(
      names = {"--listen", "--connect"},
      paramLabel = "LINK",
      description =
          "Opens this link instead of asking a station: udp:HOST:PORT and tcpin:HOST:PORT listen,"
              + " tcp:HOST:PORT and udpout:HOST:PORT connect, serial:DEVICE:BAUD. May be repeated.")
  private List<String> links = new ArrayList<>();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How long links are listened to, 1 to 600 (default: ${DEFAULT-VALUE}).")
  private int seconds = 5;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  VehiclesCommand() {}

  @Override
  public Integer call() throws BadInputException, InterruptedException {
    if (seconds < 1 || seconds > 600) {
      throw new BadInputException("--seconds: 1 to 600, not " + seconds);
    }
    List<VehicleRow> rows = links.isEmpty() ? asked() : heard();
    spec.commandLine().getOut().print(json ? VehicleRow.json(rows) : VehicleRow.table(rows));
    spec.commandLine().getOut().flush();
    return rows.isEmpty() ? 1 : 0;
  }

  private List<VehicleRow> asked() throws BadInputException {
    try (StationClient client =
        new StationClient(StationAddress.of(station), token(), Language.EN, ScaledClock.wall())) {
      Reply<List<LiveVehicle>> reply = client.vehicles().join();
      if (reply instanceof Reply.Done<List<LiveVehicle>> done) {
        return done.value().stream().map(VehicleRow::of).toList();
      }
      String why =
          reply instanceof Reply.Refused<List<LiveVehicle>> refused
              ? refused.problem().toString()
              : reply.toString();
      throw new BadInputException("the station at " + station + " did not answer: " + why);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--station: " + e.getMessage());
    }
  }

  private String token() throws BadInputException {
    if (tokenFile == null) {
      return Optional.ofNullable(System.getenv(ConsoleOptions.TOKEN_VARIABLE)).orElse("");
    }
    try {
      return Files.readString(tokenFile).strip();
    } catch (IOException e) {
      throw new BadInputException("--token-file: cannot be read: " + tokenFile);
    }
  }

  private List<VehicleRow> heard() throws BadInputException, InterruptedException {
    ScaledClock clock = ScaledClock.wall();
    Sightings sightings = new Sightings(clock);
    try (Links open = new Links()) {
      for (String link : links) {
        open.open(LinkEndpoint.parse(link), sightings);
      }
      Instant end = clock.now().plus(Duration.ofSeconds(seconds));
      CountDownLatch never = new CountDownLatch(1);
      while (clock.now().isBefore(end)
          && !never.await(ASKED_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        sightings.ask();
      }
      tellProblems(open);
      Instant now = clock.now();
      return sightings.seen().stream().map(seen -> VehicleRow.of(view(seen, now))).toList();
    } catch (IllegalArgumentException | IOException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private void tellProblems(Links open) {
    for (Link link : open.all()) {
      if (!link.status().up()) {
        spec.commandLine()
            .getErr()
            .printf(Locale.ROOT, "link %s is down: %s%n", link.endpoint(), link.status().problem());
      }
    }
    spec.commandLine().getErr().flush();
  }

  private static VehicleView view(VehicleSnapshot seen, Instant now) {
    return new VehicleLook(seen.vehicleId(), true, place -> Optional.empty())
        .view(seen, Optional.empty(), now);
  }
}
