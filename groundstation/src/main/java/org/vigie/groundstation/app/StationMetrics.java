package org.vigie.groundstation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.groundstation.api.MetricsSource;
import org.vigie.groundstation.api.Readiness;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.link.Links;
import org.vigie.groundstation.link.forward.Forwarding;
import org.vigie.groundstation.store.SqliteJournal;

/** What the station counts, and whether it can do its work. Thread-safe. */
final class StationMetrics implements MetricsSource, Readiness {
  private final SqliteJournal journal;
  private final VehicleFleet fleet;
  private final Desk desk;
  private final Links links;
  private final Forwarding forwarding;
  private final ScaledClock clock;

  StationMetrics(
      SqliteJournal journal,
      VehicleFleet fleet,
      Desk desk,
      Links links,
      Forwarding forwarding,
      ScaledClock clock) {
    this.forwarding = forwarding;
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
    metrics.addAll(LinkMetrics.vehicles(fleet.units()));
    metrics.addAll(LinkMetrics.links(links.all()));
    metrics.addAll(LinkMetrics.watchers(forwarding));
    return metrics;
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
