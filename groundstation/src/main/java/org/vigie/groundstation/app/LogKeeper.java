package org.vigie.groundstation.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.api.VehicleLogs;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightSupervisor;
import org.vigie.groundstation.flightlog.OwnerOnly;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.mavlink.LogMessage.LogEntry;
import org.vigie.groundstation.vehicle.Supervisor;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.protocol.LogFetched;
import org.vigie.groundstation.vehicle.protocol.LogList;
import org.vigie.planner.canonical.ContentHash;

/**
 * Keeps the logs of one vehicle's card beside its flights: stands before the flights' supervisor
 * and takes what is about logs. Only while the vehicle stands on the ground and is on no flight; so
 * a slow disk holds nothing up that matters.
 *
 * @threading acts in the vehicle's loop; {@link #listing}, {@link #refusal} and {@link #open} from
 *     any thread
 */
final class LogKeeper implements Supervisor<FlightInput> {
  /** A list that is younger is told as it is. */
  private static final Duration LIST_FRESH = Duration.ofSeconds(10);

  /** Journal, telemetry and pictures of flights come first: so much of the disk is left to them. */
  static final long KEPT_FREE_BYTES = 2_000_000_000L;

  private static final Set<OpenOption> NEW_FILE =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);

  private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);

  private final String vehicleId;
  private final Path folder;
  private final long keptFree;
  private final FlightSupervisor flights;
  private final Journal journal;
  private volatile List<LogEntry> entries = List.of();
  private volatile String state = "unknown";
  private volatile Instant listedAt = Instant.MIN;
  private volatile long fetchedBytes;
  private volatile int fetching = -1;
  private long written;
  private String by = "";
  private @Nullable OutputStream file;
  private MessageDigest digest = sha256();

  /**
   * A vehicle's logs.
   *
   * @param keptFree bytes of the disk that no log may take
   */
  LogKeeper(
      String vehicleId, Path folder, long keptFree, FlightSupervisor flights, Journal journal) {
    this.vehicleId = vehicleId;
    this.folder = folder;
    this.keptFree = keptFree;
    this.flights = flights;
    this.journal = journal;
  }

  @Override
  public List<VehicleAct> onReport(VehicleReport report, Instant now) {
    if (report instanceof VehicleReport.LogsListed listed) {
      listed(listed.list(), now);
    } else if (report instanceof VehicleReport.LogPart part) {
      return part(part) ? List.of() : List.of(new VehicleAct.CancelTransfers());
    } else if (report instanceof VehicleReport.LogFinished finished) {
      finished(finished.end(), now);
    } else {
      return flights.onReport(report, now);
    }
    return List.of();
  }

  @Override
  public List<VehicleAct> onInput(FlightInput input, Instant now) {
    boolean list = input instanceof FlightInput.ListLogs;
    if (!list && !(input instanceof FlightInput.FetchLog)) {
      return flights.onInput(input, now);
    }
    if (!flights.idle()) {
      state = "in-flight";
      return List.of();
    }
    if (fetching >= 0) {
      return List.of();
    }
    if (list) {
      state = "listing";
      return List.of(new VehicleAct.ListLogs());
    }
    return fetch((FlightInput.FetchLog) input);
  }

  private List<VehicleAct> fetch(FlightInput.FetchLog asked) {
    Optional<LogEntry> entry = find(asked.id());
    if (entry.isEmpty()) {
      return List.of();
    }
    try {
      OwnerOnly.createFolders(folder);
      long free = Files.getFileStore(folder).getUsableSpace() - entry.get().sizeBytes();
      if (free < keptFree) {
        state = "not-fetched:disk-full";
        return List.of();
      }
      file = Channels.newOutputStream(OwnerOnly.open(partial(asked.id()), NEW_FILE));
    } catch (IOException e) {
      LOG.error("{}: no log can be written", vehicleId, e);
      state = "not-fetched:disk";
      return List.of();
    }
    digest = sha256();
    by = asked.by();
    written = 0;
    fetchedBytes = 0;
    fetching = asked.id();
    state = "fetching";
    return List.of(new VehicleAct.FetchLog(asked.id(), entry.get().sizeBytes()));
  }

  private Optional<LogEntry> find(int id) {
    return entries.stream().filter(entry -> entry.id() == id).findFirst();
  }

  private void listed(LogList list, Instant now) {
    entries = list.logs();
    listedAt = now;
    state = list.whole() ? "listed" : "partly-listed";
  }

  /** Takes the next part; false when the disk does not. */
  private boolean part(VehicleReport.LogPart part) {
    OutputStream open = file;
    if (open == null || part.id() != fetching) {
      return true;
    }
    ByteBuffer bytes = part.part().duplicate();
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    try {
      open.write(copy);
      digest.update(copy);
      written += copy.length;
      fetchedBytes = written;
      return true;
    } catch (IOException e) {
      LOG.error("{}: log {} cannot be written", vehicleId, fetching, e);
      return false;
    }
  }

  private void finished(LogFetched end, Instant now) {
    if (end.id() != fetching) {
      return;
    }
    String why = end.whole() && fetchedBytes != end.sizeBytes() ? "disk" : end.why();
    try {
      OutputStream open = file;
      if (open != null) {
        open.close();
      }
      if (why.isEmpty()) {
        Files.move(
            partial(end.id()), whole(end.id(), end.sizeBytes()), StandardCopyOption.ATOMIC_MOVE);
        tell(end, now);
      } else {
        Files.deleteIfExists(partial(end.id()));
      }
    } catch (IOException e) {
      LOG.error("{}: log {} cannot be kept", vehicleId, end.id(), e);
      why = "disk";
    }
    file = null;
    fetching = -1;
    fetchedBytes = 0;
    state = why.isEmpty() ? "fetched" : "not-fetched:" + why;
  }

  private void tell(LogFetched end, Instant now) {
    ContentHash hash = new ContentHash(HexFormat.of().formatHex(digest.digest()));
    FlightEvent event = new FlightEvent.LogFetched(vehicleId, end.id(), end.sizeBytes(), hash, by);
    try {
      journal.append(
          List.of(new EntryDraft(StreamId.vehicle(vehicleId), now, "", "", event)), outcome -> {});
    } catch (IllegalStateException full) {
      LOG.error("{}: log {} is not in the journal", vehicleId, end.id(), full);
    }
  }

  private Path partial(int id) {
    return folder.resolve(id + ".part");
  }

  /** Ids begin anew when a card is erased: the size tells one log from another as far as it can. */
  private Path whole(int id, long sizeBytes) {
    return folder.resolve(id + "-" + sizeBytes + ".log");
  }

  // for other threads

  VehicleLogs.Listing listing() {
    return new VehicleLogs.Listing(entries.stream().map(this::view).toList(), state);
  }

  private VehicleLogs.LogView view(LogEntry entry) {
    boolean here = Files.exists(whole(entry.id(), entry.sizeBytes()));
    long bytes = here ? entry.sizeBytes() : entry.id() == fetching ? fetchedBytes : 0;
    return new VehicleLogs.LogView(
        entry.id(),
        entry.sizeBytes(),
        entry.timeUtcS() == 0 ? null : Instant.ofEpochSecond(entry.timeUtcS()),
        bytes);
  }

  /** Whether the vehicle should be asked again which logs it has. */
  boolean old(Instant now) {
    return fetching < 0 && !now.isBefore(listedAt.plus(LIST_FRESH)) && !state.equals("listing");
  }

  /** Why a log cannot be fetched now; empty when it can. */
  String refusal(int id) {
    if (!flights.idle()) {
      return "in-flight";
    }
    return fetching >= 0 ? "busy" : find(id).isEmpty() ? "not-found" : "";
  }

  Optional<InputStream> open(int id) throws IOException {
    Optional<LogEntry> entry = find(id);
    Path path = entry.isEmpty() ? null : whole(id, entry.get().sizeBytes());
    return path == null || !Files.exists(path)
        ? Optional.empty()
        : Optional.of(Files.newInputStream(path));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
