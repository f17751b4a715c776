package org.vigie.groundstation.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.app.config.StationFile;
import org.vigie.groundstation.flightlog.FlightLogEvents;
import org.vigie.groundstation.flightlog.KeyRotated;
import org.vigie.groundstation.flightlog.Sealer;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.store.JournalHeldException;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.store.StationKeys;
import org.vigie.groundstation.time.StationClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code audit rotate-key}: a new key for a station that is stopped. First the new key is on disk,
 * then the journal says so, then it takes the old one's place: whatever breaks in between, the next
 * start brings it to its end or undoes it.
 */
@Command(
    name = "rotate-key",
    description = {
      "Gives a stopped station a new signing key; the old secret is gone afterwards.",
      "station.pub lists all public keys, newest first: hand it out again."
    },
    mixinStandardHelpOptions = true)
final class AuditRotateKey implements Callable<Integer> {
  /** One entry on an idle disk takes milliseconds. */
  private static final long APPEND_SECONDS_MAX = 30;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "station.yaml",
      description = "The station's configuration (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("station.yaml");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws DocumentException, BadInputException {
    PrintWriter out = Objects.requireNonNull(spec, "run by picocli only").commandLine().getOut();
    if (!Files.isRegularFile(config)) {
      throw new BadInputException(config + ": there is no such file");
    }
    try {
      Path folder = config.toAbsolutePath().resolveSibling("");
      StationConfig station =
          StationFile.read(String.valueOf(config.getFileName()), Files.readString(config));
      rotate(folder, station, ScaledClock.wall(), out);
      return 0;
    } catch (JournalHeldException e) {
      throw new BadInputException(e.getMessage() + "; stop the station first");
    } catch (IOException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private static void rotate(Path folder, StationConfig config, StationClock clock, PrintWriter out)
      throws IOException {
    Path data = folder.resolve(config.data());
    Path file = data.resolve("station.key");
    if (!Files.exists(file)) {
      throw new IOException(file + ": there is no key yet, the first start makes it");
    }
    StationConfig.StationPart station = config.station();
    try (SqliteJournal journal = SqliteJournal.open(data, EventCodec.of(FlightLogEvents.types()))) {
      NoteSigner old = StationKeys.open(file, station.id(), journal);
      NoteSigner fresh = StationKeys.prepareNext(file, station.id());
      append(
          journal,
          new EntryDraft(
              StreamId.station(station.id()),
              clock.now(),
              "",
              station.commune(),
              KeyRotated.of(old, fresh)));
      StationKeys.adoptNext(file);
      new Sealer(journal.tree(), journal.checkpoints(), fresh, clock).seal();
      Files.writeString(
          folder.resolve("station.pub"), StationKeys.published(fresh, station.id(), journal));
      out.println("old " + old.key());
      out.println("new " + fresh.key());
      out.flush();
    }
  }

  private static void append(SqliteJournal journal, EntryDraft draft) throws IOException {
    CompletableFuture<AppendOutcome> done = new CompletableFuture<>();
    journal.append(List.of(draft), done::complete);
    try {
      if (done.get(APPEND_SECONDS_MAX, TimeUnit.SECONDS) instanceof AppendOutcome.Failed failed) {
        throw new IOException(failed.reason());
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the journal did not take the new key: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the journal took the new key", e);
    }
  }
}
