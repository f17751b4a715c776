package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.text.Texts;

/**
 * The strip on top: what is flying, the worst first.
 *
 * @threading confined to the model's thread
 */
final class FlightChips {
  /** Closed flights stay this long: long enough to see how they ended. */
  private static final Duration OVER_SHOWN = Duration.ofSeconds(90);

  private static final Comparator<FlightChip> WORST_FIRST =
      Comparator.comparing(FlightChip::level)
          .reversed()
          .thenComparing(chip -> !chip.active())
          .thenComparing(chip -> chip.flightId().isEmpty())
          .thenComparing(FlightChip::vehicleId, NaturalOrder.OF_NAMES)
          .thenComparing(FlightChip::id);

  private final Texts texts;
  private final Quantities quantities;
  private final SteadyOrder<FlightChip> order = new SteadyOrder<>(FlightChip::id, WORST_FIRST);

  FlightChips(Texts texts, Quantities quantities) {
    this.texts = texts;
    this.quantities = quantities;
  }

  List<FlightChip> show(
      Situation situation, List<Condition> wrong, @Nullable String selected, boolean held) {
    Snapshot snapshot = situation.snapshot();
    if (snapshot == null) {
      return List.of();
    }
    List<FlightChip> all = new ArrayList<>();
    Set<String> flying = new HashSet<>();
    for (LiveFlight flight : snapshot.flights()) {
      if (shown(flight, situation.stationTime()) || flight.flightId().equals(selected)) {
        all.add(chip(flight, snapshot.findVehicle(flight.vehicleId()), wrong));
        if (!States.over(flight.state())) {
          flying.add(flight.vehicleId());
        }
      }
    }
    for (LiveVehicle vehicle : snapshot.vehicles()) {
      if (!flying.contains(vehicle.vehicleId())) {
        all.add(idle(vehicle));
      }
    }
    List<FlightChip> arranged = order.arrange(all, held);
    List<FlightChip> numbered = new ArrayList<>();
    int place = 0;
    for (FlightChip chip : arranged) {
      place += chip.flightId().isEmpty() ? 0 : 1;
      numbered.add(chip.at(place, !chip.flightId().isEmpty() && chip.flightId().equals(selected)));
    }
    return numbered;
  }

  /** Whether a flight is under way, or was a moment ago. */
  static boolean shown(LiveFlight flight, @Nullable Instant now) {
    Instant since = flight.stateSince();
    return !States.over(flight.state())
        || (since != null && now != null && Duration.between(since, now).compareTo(OVER_SHOWN) < 0);
  }

  private FlightChip chip(LiveFlight flight, Optional<LiveVehicle> vehicle, List<Condition> wrong) {
    Level level = States.over(flight.state()) ? Level.QUIET : Level.NORMAL;
    if (flight.state().equals(States.AWAITING_CLEARANCE)
        || flight.setUp() != null
        || States.trouble(flight.state())) {
      level = Level.AMBER;
    }
    for (Condition condition : wrong) {
      if (condition.subject().equals(flight.flightId())) {
        level = level.or(condition.kind().level());
      }
    }
    boolean noGo = States.over(flight.state()) && "NO_GO".equals(flight.verdict());
    if (noGo) {
      level = Level.AMBER;
    }
    boolean active = States.active(flight.state());
    String numbers = active ? vehicle.map(v -> flying(v)).orElse("") : "";
    if (!active && !States.over(flight.state())) {
      numbers = vehicle.map(v -> quantities.percent(v.batteryPercent())).orElse("");
    }
    return new FlightChip(
        flight.flightId(),
        flight.flightId(),
        flight.vehicleId(),
        texts.name("state", flight.state())
            + (flight.setUp() != null ? " \u00b7 " + texts.get("console.set-up.waits") : "")
            + (noGo ? " \u00b7 " + texts.name("verdict", "NO_GO") : ""),
        numbers,
        level,
        active,
        false,
        "");
  }

  private String flying(LiveVehicle vehicle) {
    return quantities.heightAgl(vehicle.heightAglM())
        + "  "
        + quantities.percent(vehicle.batteryPercent());
  }

  private FlightChip idle(LiveVehicle vehicle) {
    boolean here = vehicle.link().equals("OK");
    String state = texts.get(here ? "console.vehicle.ready" : "console.vehicle.away");
    return new FlightChip(
        "vehicle:" + vehicle.vehicleId(),
        "",
        vehicle.vehicleId(),
        state,
        here ? quantities.percent(vehicle.batteryPercent()) : "",
        Level.QUIET,
        false,
        false,
        "");
  }
}
