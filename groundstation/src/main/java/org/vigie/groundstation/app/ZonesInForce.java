package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.dispatch.Fleet;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flightlog.basis.RecordInput;
import org.vigie.groundstation.time.StationClock;

/**
 * The zones that the station works by: read at the start, and again whenever a file of them has
 * changed. Flights that were proven by older ones are held against the new ones. A file that cannot
 * be used changes nothing; that is said and the zones of before stay in force.
 *
 * @threading {@link #look} on one thread at a time; {@link #get} thread-safe
 */
final class ZonesInForce implements Supplier<StationInputs> {
  private static final Logger LOG = LoggerFactory.getLogger(ZonesInForce.class);

  private final Path folder;
  private final StationConfig config;
  private final StationLog log;
  private final StationClock clock;
  private final Map<String, Integer> judgedBy = new HashMap<>();
  private volatile StationInputs inputs;
  private volatile Instant asOf;
  private final Function<StationInputs.InputFile, RecordInput> keeper;
  private volatile List<RecordInput> kept;
  private List<String> seen;
  private int version = 1;

  /**
   * The zones of the start.
   *
   * @param keeper keeps a file's bytes for the records; asked once for each file
   */
  ZonesInForce(
      Path folder,
      StationConfig config,
      StationInputs inputs,
      Function<StationInputs.InputFile, RecordInput> keeper,
      StationLog log,
      StationClock clock)
      throws IOException {
    this.clock = clock;
    this.folder = folder;
    this.config = config;
    this.inputs = inputs;
    this.keeper = keeper;
    this.kept = inputs.files().stream().map(keeper).toList();
    this.log = log;
    this.asOf = oldest(inputs);
    this.seen = fingerprints();
  }

  @Override
  public StationInputs get() {
    return inputs;
  }

  /** Every file that a flight of this life may rest on, for the records. */
  List<RecordInput> kept() {
    return kept;
  }

  /** The oldest date of all zone files: what the publisher says, else when it was last written. */
  Instant asOf() {
    return asOf;
  }

  private Instant oldest(StationInputs inputs) throws IOException {
    Instant oldest = Instant.MAX;
    for (ZoneSource source : inputs.zones().sources()) {
      Instant made =
          source.issued().isPresent()
              ? source.issued().get()
              : Files.getLastModifiedTime(folder.resolve(source.name())).toInstant();
      oldest = made.isBefore(oldest) ? made : oldest;
    }
    return oldest;
  }

  /** Reads what has changed, then has flights judged that no answer is known of yet. */
  void look(Desk desk, Fleet fleet, FlightPlanner planner) {
    List<String> found = fingerprints();
    if (!found.equals(seen)) {
      seen = found;
      readAgain();
    }
    judge(desk, fleet, planner);
  }

  private void readAgain() {
    try {
      StationInputs next = inputs.withZones(folder, config);
      if (next.proofInputs().equals(inputs.proofInputs())) {
        return;
      }
      List<RecordInput> all = new ArrayList<>(kept);
      for (StationInputs.InputFile file : next.files()) {
        if (all.stream().noneMatch(known -> known.hash().equals(file.hash()))) {
          all.add(keeper.apply(file));
        }
      }
      kept = List.copyOf(all);
      asOf = oldest(next);
      inputs = next;
      version++;
      log.zonesChanged(next);
    } catch (DocumentException e) {
      log.zonesRefused(e.problems().isEmpty() ? String.valueOf(e.getMessage()) : first(e));
    } catch (IOException e) {
      log.zonesRefused(String.valueOf(e.getMessage()));
    }
  }

  private static String first(DocumentException e) {
    return e.problems().get(0).toString();
  }

  private void judge(Desk desk, Fleet fleet, FlightPlanner planner) {
    int now = version;
    List<FlightView> open =
        desk.flights().stream()
            .filter(flight -> flight.state() != FlightState.PLANNING && !flight.state().over())
            .toList();
    judgedBy.keySet().retainAll(open.stream().map(FlightView::flightId).toList());
    for (FlightView flight : open) {
      if (judgedBy.getOrDefault(flight.flightId(), 0) < now) {
        try {
          planner
              .judgeZones(flight, clock.now())
              .ifPresent(judged -> offer(fleet, flight, judged, now));
        } catch (RuntimeException bug) {
          // the others are judged all the same, and this one again at the next look
          LOG.error("{} cannot be held against the zones", flight.flightId(), bug);
        }
      }
    }
  }

  /** A full lane is tried again at the next look. */
  private void offer(Fleet fleet, FlightView flight, FlightInput.ZonesJudged judged, int by) {
    if (fleet.offer(flight.vehicleId(), judged)) {
      judgedBy.put(flight.flightId(), by);
    }
  }

  /** Size and time of each file; a file that is away has none. */
  private List<String> fingerprints() {
    List<String> found = new ArrayList<>();
    for (String name : config.zones()) {
      Path file = folder.resolve(name);
      try {
        found.add(Files.size(file) + "@" + Files.getLastModifiedTime(file));
      } catch (IOException e) {
        found.add("away");
      }
    }
    return found;
  }
}
