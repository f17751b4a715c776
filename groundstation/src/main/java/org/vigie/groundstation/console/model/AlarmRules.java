package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.picture.PictureState;
import org.vigie.groundstation.picture.VideoView;
import org.vigie.groundstation.text.Texts;

/** What counts as wrong. Stateless. */
final class AlarmRules {
  /** The plan's wind and the gauge's steps make a few points; ten are a real difference. */
  static final double BATTERY_BEHIND_PERCENT = 10;

  /** A refusal is shown until it is old news, or another order of the flight is given. */
  static final Duration REFUSAL_SHOWN = Duration.ofSeconds(30);

  private final Texts texts;
  private final Quantities quantities;
  private final OrderWords words;

  AlarmRules(Texts texts, Quantities quantities) {
    this.texts = texts;
    this.quantities = quantities;
    this.words = new OrderWords(texts);
  }

  List<Condition> wrong(Situation situation, OrderLog orders) {
    List<Condition> wrong = new ArrayList<>();
    if (!situation.fresh() && situation.heardAt() != null) {
      wrong.add(new Condition(AlarmKind.STATION_LOST, "", texts.get("console.alarm.STATION_LOST")));
    }
    Snapshot snapshot = situation.snapshot();
    if (snapshot == null) {
      return wrong;
    }
    for (LiveFlight flight : snapshot.flights()) {
      if (States.active(flight.state())) {
        state(flight, wrong);
        snapshot
            .findVehicle(flight.vehicleId())
            .ifPresent(vehicle -> vehicle(situation, flight, vehicle, wrong));
        snapshot
            .findVideo(flight.vehicleId())
            .filter(AlarmRules::lost)
            .ifPresent(video -> add(wrong, AlarmKind.VIDEO_LOST, flight));
      }
      Authority.offeredTo(situation.who(), situation, flight)
          .ifPresent(left -> offered(flight, left, wrong));
      orders.newest(flight.flightId()).ifPresent(order -> order(situation, flight, order, wrong));
      elsewhere(flight, orders, wrong);
      flight.concerns().forEach(concern -> concern(flight, concern, wrong));
    }
    return wrong;
  }

  private void add(List<Condition> wrong, AlarmKind kind, LiveFlight flight) {
    wrong.add(
        new Condition(
            kind, flight.flightId(), texts.get("console.alarm." + kind, flight.vehicleId())));
  }

  private void offered(LiveFlight flight, Duration left, List<Condition> wrong) {
    wrong.add(
        new Condition(
            AlarmKind.OFFERED_TO_YOU,
            flight.flightId(),
            texts.get(
                "console.alarm.OFFERED_TO_YOU",
                flight.vehicleId(),
                flight.pilotId(),
                left.toSeconds())));
  }

  private void state(LiveFlight flight, List<Condition> wrong) {
    switch (flight.state()) {
      case "LOST_LINK" -> add(wrong, AlarmKind.LINK_LOST, flight);
      case "PILOT_LOST" -> add(wrong, AlarmKind.PILOT_LOST, flight);
      case "EXTERNAL_CONTROL" -> add(wrong, AlarmKind.EXTERNAL_CONTROL, flight);
      case "DIVERTED" -> add(wrong, AlarmKind.DIVERTED, flight);
      default -> {}
    }
  }

  private void vehicle(
      Situation situation, LiveFlight flight, LiveVehicle vehicle, List<Condition> wrong) {
    if (vehicle.link().equals("LOST") && !flight.state().equals("LOST_LINK")) {
      add(wrong, AlarmKind.LINK_LOST, flight);
    } else if (vehicle.link().equals("STALE")) {
      add(wrong, AlarmKind.LINK_STALE, flight);
    }
    LiveVehicle.Containing kept = vehicle.containment();
    if (kept != null) {
      containment(kept.state())
          .ifPresent(
              kind ->
                  wrong.add(
                      new Condition(
                          kind,
                          flight.flightId(),
                          texts.get(
                              "console.alarm." + kind,
                              flight.vehicleId(),
                              quantities.metres(kept.marginM())))));
    }
    BatteryOutlook outlook =
        BatteryOutlook.of(vehicle, flight, situation.documents(flight.flightId()));
    Double planned = Gauges.planned(situation, flight, outlook);
    if (Gauges.batteryLevel(outlook, planned).compareTo(Level.NORMAL) > 0) {
      wrong.add(
          new Condition(
              AlarmKind.BATTERY_LOW,
              flight.flightId(),
              texts.get(
                  "console.alarm.BATTERY_LOW",
                  flight.vehicleId(),
                  quantities.percent(outlook.percent()))));
    }
  }

  /** Link and containment are seen by the console itself, also when the station is away. */
  private void concern(LiveFlight flight, LiveFlight.Concern concern, List<Condition> wrong) {
    Optional<AlarmKind> kind =
        switch (concern.concern()) {
          case "traffic" -> Optional.of(AlarmKind.TRAFFIC);
          case "zones" -> Optional.of(AlarmKind.ZONES_CHANGED);
          case "energy" -> Optional.of(AlarmKind.HOME_ENERGY);
          case "expiry" -> Optional.of(AlarmKind.TIME_SHORT);
          case "home" -> Optional.of(AlarmKind.HOME_MOVED);
          case "satellites" -> Optional.of(AlarmKind.NO_SATELLITES);
          case "pace" -> Optional.of(AlarmKind.BEHIND_PLAN);
          default -> Optional.empty();
        };
    kind.filter(one -> States.active(flight.state()))
        .ifPresent(
            one ->
                wrong.add(
                    new Condition(
                        one,
                        flight.flightId(),
                        texts.get(
                            "console.alarm." + one,
                            flight.vehicleId(),
                            concern.subject(),
                            concern.value(),
                            concern.limit()))));
  }

  private static Optional<AlarmKind> containment(String state) {
    return switch (state) {
      case "OUTSIDE_VOLUME" -> Optional.of(AlarmKind.OUTSIDE_VOLUME);
      case "OUTSIDE_GEOGRAPHY" -> Optional.of(AlarmKind.OUTSIDE_GEOGRAPHY);
      case "UNKNOWN" -> Optional.of(AlarmKind.CONTAINMENT_UNKNOWN);
      case "MARGIN_LOW" -> Optional.of(AlarmKind.MARGIN_LOW);
      default -> Optional.empty();
    };
  }

  static Level containmentLevel(String state) {
    return containment(state).map(AlarmKind::level).orElse(Level.NORMAL);
  }

  private static boolean lost(VideoView video) {
    return video.state() == PictureState.LOST;
  }

  /** An order of another console, or of the station itself, that the aircraft refused. */
  private void elsewhere(LiveFlight flight, OrderLog orders, List<Condition> wrong) {
    LiveFlight.LastOrder last = flight.lastOrder();
    if (last != null
        && last.refused()
        && States.active(flight.state())
        && !orders.sent(last.commandId())) {
      wrong.add(
          new Condition(
              AlarmKind.ORDER_REFUSED,
              flight.flightId(),
              texts.get(
                  "console.alarm.ORDER_REFUSED",
                  flight.vehicleId(),
                  texts.name("order", last.command()),
                  words.why(last))));
    }
  }

  private void order(
      Situation situation, LiveFlight flight, SentOrder order, List<Condition> wrong) {
    boolean recent = Duration.between(order.at(), situation.now()).compareTo(REFUSAL_SHOWN) < 0;
    String deed = texts.name("console.deed", order.deed());
    if (order.status() == SentOrder.Status.REFUSED && recent) {
      wrong.add(
          new Condition(
              AlarmKind.ORDER_REFUSED,
              flight.flightId(),
              texts.get(
                  "console.alarm.ORDER_REFUSED", flight.vehicleId(), deed, words.why(order))));
    } else if (States.active(flight.state())
        && (order.status() == SentOrder.Status.NO_EFFECT
            || order.status() == SentOrder.Status.UNANSWERED)) {
      wrong.add(
          new Condition(
              AlarmKind.ORDER_WITHOUT_EFFECT,
              flight.flightId(),
              texts.get("console.alarm.ORDER_WITHOUT_EFFECT", flight.vehicleId(), deed)));
    }
  }
}
