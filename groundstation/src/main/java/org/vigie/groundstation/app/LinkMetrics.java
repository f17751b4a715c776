package org.vigie.groundstation.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.vigie.groundstation.api.MetricsSource.Kind;
import org.vigie.groundstation.api.MetricsSource.Metric;
import org.vigie.groundstation.link.Link;
import org.vigie.groundstation.link.LinkEndpoint;
import org.vigie.groundstation.link.forward.Forwarding;
import org.vigie.groundstation.link.forward.WatchCounts;
import org.vigie.groundstation.vehicle.VehicleCounters;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.way.WayGrade;
import org.vigie.groundstation.vehicle.way.WayQuality;

/** What links, ways, signatures and watchers count. Thread-safe. */
final class LinkMetrics {
  private LinkMetrics() {}

  /** Of each vehicle: its frames, by what became of them, and its ways. */
  static List<Metric> vehicles(Collection<VehicleUnit> units) {
    List<VehicleNumbers> all =
        units.stream()
            .map(unit -> new VehicleNumbers(unit.loop().counters(), unit.loop().snapshot()))
            .toList();
    Group<VehicleNumbers> group = new Group<>(all, one -> Map.of("vehicle", one.id()));
    group.counter("frames_received", "Frames of the vehicle.", n -> n.heard().received());
    group.counter("frames_again", "Copies of them, by other ways.", n -> n.heard().again());
    group.counter("frames_strange", "Frames of who claimed to be it.", n -> n.heard().strange());
    group.counter("frames_unsigned", "Frames without the signature.", n -> n.heard().unsigned());
    group.counter("frames_forged", "Frames with a wrong signature.", n -> n.heard().forged());
    group.counter("frames_replayed", "Frames signed too long ago.", n -> n.heard().replayed());
    group.counter(
        "frames_unreadable",
        "Frames of the vehicle that made no sense.",
        n -> n.counters().unreadable());
    group.counter("frames_sent", "Frames handed to a link.", n -> n.counters().sent());
    group.counter("frames_not_sent", "Frames that no link took.", n -> n.counters().notSent());
    group.counter(
        "telemetry_overwritten",
        "Telemetry that a newer message replaced before it was folded.",
        n -> n.counters().overwritten());
    group.counter(
        "answers_lost",
        "Protocol answers for which there was no room.",
        n -> n.counters().protocolLost());
    group.counter("orders_refused", "Orders refused.", n -> n.counters().inputsRefused());
    group.counter(
        "way_changes", "How often orders changed their way.", n -> n.counters().wayChanges());
    List<Metric> metrics = new ArrayList<>(group.metrics);
    ways(all, metrics);
    return metrics;
  }

  private static void ways(List<VehicleNumbers> all, List<Metric> metrics) {
    List<WayOf> ways =
        all.stream()
            .flatMap(one -> one.snapshot().ways().stream().map(way -> new WayOf(one.id(), way)))
            .toList();
    Group<WayOf> group =
        new Group<>(ways, one -> Map.of("vehicle", one.vehicle(), "way", one.way().name()));
    group.gauge("way_grade", "0 good, 1 fair, 2 poor, 3 silent.", w -> number(w.way().grade()));
    group.gauge("way_chosen", "1 where orders go.", w -> w.way().chosen() ? 1 : 0);
    group.known(
        "way_loss_fraction", "Frames lost of the last ten seconds.", w -> w.way().lossFraction());
    group.known(
        "way_round_trip_seconds", "From a question to its answer.", w -> w.way().roundTripS());
    metrics.addAll(group.metrics);
  }

  private static double number(WayGrade grade) {
    return switch (grade) {
      case GOOD -> 0;
      case FAIR -> 1;
      case POOR -> 2;
      case SILENT -> 3;
    };
  }

  /** Of each link to vehicles. */
  static List<Metric> links(Collection<Link> links) {
    Group<Link> group =
        new Group<>(List.copyOf(links), link -> Map.of("link", link.endpoint().toString()));
    group.add(
        Kind.COUNTER,
        "vigie_link_garbage_bytes_total",
        "Bytes on the link that belonged to no frame.",
        link -> link.status().counts().garbageBytes());
    group.add(
        Kind.COUNTER,
        "vigie_link_bad_checksum_total",
        "Frames on the link whose checksum was wrong.",
        link -> link.status().counts().badCrc());
    return group.metrics;
  }

  /** Of each endpoint at which vehicles are watched. */
  static List<Metric> watchers(Forwarding forwarding) {
    Group<Map.Entry<LinkEndpoint, WatchCounts>> group =
        new Group<>(
            List.copyOf(forwarding.counts().entrySet()),
            one -> Map.of("endpoint", one.getKey().toString()));
    group.add(Kind.GAUGE, "vigie_watchers", "Who watches.", one -> one.getValue().watchers());
    group.add(
        Kind.COUNTER,
        "vigie_watch_frames_sent_total",
        "Frames handed to the network for watchers.",
        one -> one.getValue().sent());
    group.add(
        Kind.COUNTER,
        "vigie_watch_frames_missed_total",
        "Frames that a watcher was too slow for.",
        one -> one.getValue().missed());
    group.add(
        Kind.COUNTER,
        "vigie_watch_ignored_bytes_total",
        "Bytes that watchers sent, none of which went on.",
        one -> one.getValue().ignoredBytes());
    return group.metrics;
  }

  private record VehicleNumbers(VehicleCounters counters, VehicleSnapshot snapshot) {
    String id() {
      return snapshot.vehicleId();
    }

    VehicleCounters.Heard heard() {
      return counters.heard();
    }
  }

  private record WayOf(String vehicle, WayQuality way) {}

  /** The same numbers of several things, those of one name one after the other. */
  private static final class Group<T> {
    private final List<Metric> metrics = new ArrayList<>();
    private final List<T> things;
    private final Function<T, Map<String, String>> labels;

    Group(List<T> things, Function<T, Map<String, String>> labels) {
      this.things = things;
      this.labels = labels;
    }

    void counter(String name, String help, ToDoubleFunction<T> value) {
      add(Kind.COUNTER, "vigie_vehicle_" + name + "_total", help, value);
    }

    void gauge(String name, String help, ToDoubleFunction<T> value) {
      add(Kind.GAUGE, "vigie_vehicle_" + name, help, value);
    }

    /** A number that is left out where it is not known. */
    void known(String name, String help, Function<T, OptionalDouble> value) {
      for (T thing : things) {
        value
            .apply(thing)
            .ifPresent(
                number ->
                    metrics.add(
                        new Metric(
                            "vigie_vehicle_" + name,
                            help,
                            Kind.GAUGE,
                            labels.apply(thing),
                            number)));
      }
    }

    void add(Kind kind, String name, String help, ToDoubleFunction<T> value) {
      for (T thing : things) {
        metrics.add(new Metric(name, help, kind, labels.apply(thing), value.applyAsDouble(thing)));
      }
    }
  }
}
