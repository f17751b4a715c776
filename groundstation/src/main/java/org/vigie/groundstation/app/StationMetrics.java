package org.vigie.groundstation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.groundstation.api.MetricsSource;
import org.vigie.groundstation.api.Readiness;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.link.Link;
import org.vigie.groundstation.link.Links;
import org.vigie.groundstation.mavlink.FrameCounts;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.vehicle.VehicleCounters;

/** What the station counts, and whether it can do its work. Thread-safe. */
final class StationMetrics implements MetricsSource, Readiness {
  private final SqliteJournal journal;
  private final VehicleFleet fleet;
  private final Desk desk;
  private final Links links;
  private final ScaledClock clock;

  StationMetrics(
      SqliteJournal journal, VehicleFleet fleet, Desk desk, Links links, ScaledClock clock) {
    this.clock = clock;
    this.journal = journal;
    this.fleet = fleet;
    this.desk = desk;
    this.links = links;
  }

  @Override
  public List<Metric> read() {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(
        counter(
            "vigie_journal_entries_total", "Durable journal entries.", (double) journal.size()));
    metrics.add(
        new Metric("vigie_flights", "Flights known.", Kind.GAUGE, Map.of(), desk.flights().size()));
    fleet
        .units()
        .forEach(
            unit -> {
              VehicleCounters counters = unit.loop().counters();
              Map<String, String> vehicle = Map.of("vehicle", unit.loop().vehicleId());
              metrics.add(
                  new Metric(
                      "vigie_vehicle_frames_received_total",
                      "Frames of the vehicle.",
                      Kind.COUNTER,
                      vehicle,
                      (double) counters.received()));
            });
    fleet
        .units()
        .forEach(
            unit ->
                metrics.add(
                    new Metric(
                        "vigie_vehicle_frames_unreadable_total",
                        "Frames of the vehicle that made no sense.",
                        Kind.COUNTER,
                        Map.of("vehicle", unit.loop().vehicleId()),
                        (double) unit.loop().counters().unreadable())));
    links.all().forEach(link -> metrics.addAll(read(link)));
    return metrics;
  }

  private static List<Metric> read(Link link) {
    Map<String, String> label = Map.of("link", link.endpoint().toString());
    FrameCounts counts = link.status().counts();
    return List.of(
        new Metric(
            "vigie_link_garbage_bytes_total",
            "Bytes on the link that belonged to no frame.",
            Kind.COUNTER,
            label,
            (double) counts.garbageBytes()),
        new Metric(
            "vigie_link_bad_checksum_total",
            "Frames on the link whose checksum was wrong.",
            Kind.COUNTER,
            label,
            (double) counts.badCrc()));
  }

  private static Metric counter(String name, String help, double value) {
    return new Metric(name, help, Kind.COUNTER, Map.of(), value);
  }

  @Override
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!journal.healthy()) {
      missing.add("journal");
    }
    fleet.units().stream()
        .filter(unit -> !unit.loop().healthy())
        .forEach(unit -> missing.add("vehicle-loop-" + unit.loop().vehicleId()));
    links.all().stream()
        .filter(link -> !link.status().up())
        .forEach(link -> missing.add("link-" + link.endpoint()));
    if (clock.offWall()) {
      missing.add("clock-stepped");
    }
    return missing;
  }
}
