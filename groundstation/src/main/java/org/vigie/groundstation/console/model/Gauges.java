package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.text.Texts;

/** The gauges of a flight. Stateless. */
final class Gauges {
  private static final double OLD_POSITION_S = 1;

  private final Texts texts;
  private final Quantities quantities;

  Gauges(Texts texts, Quantities quantities) {
    this.texts = texts;
    this.quantities = quantities;
  }

  List<Gauge> show(Situation situation, LiveFlight flight, LiveVehicle vehicle) {
    List<Gauge> all = new ArrayList<>();
    all.add(
        new Gauge(
            texts.get("console.gauge.height"),
            quantities.heightAgl(vehicle.heightAglM()),
            quantities.altitudeAmsl(vehicle.altitudeAmslM())
                + "\n"
                + quantities.heightAboveHome(vehicle.heightAboveHomeM()),
            Level.NORMAL));
    all.add(
        new Gauge(
            texts.get("console.gauge.speed"),
            quantities.speed(vehicle.groundSpeedMps()),
            texts.get("console.gauge.climb", quantities.climb(vehicle.climbMps())),
            Level.NORMAL));
    all.add(battery(situation, flight, vehicle));
    all.add(link(situation, vehicle));
    all.add(containment(vehicle));
    all.add(next(situation, flight, vehicle));
    return all;
  }

  private Gauge battery(Situation situation, LiveFlight flight, LiveVehicle vehicle) {
    BatteryOutlook outlook =
        BatteryOutlook.of(vehicle, flight, situation.documents(flight.flightId()));
    Double planned = planned(situation, flight, outlook);
    // a battery that nobody knows is nothing to fly on, though no alarm says that it is low
    Level level = outlook.percent() == null ? Level.AMBER : batteryLevel(outlook, planned);
    String detail =
        planned != null
            ? texts.get("console.gauge.battery.plan", quantities.percent(planned))
            : outlook.plannedUsePercent() != null
                ? texts.get(
                    "console.gauge.battery.use", quantities.percent(outlook.plannedUsePercent()))
                : quantities.volts(vehicle.batteryVolts());
    Long minutes = outlook.minutes();
    String left =
        minutes == null ? "" : "\n" + texts.get("console.gauge.battery.left", minutes.toString());
    return new Gauge(
        texts.get("console.gauge.battery"),
        quantities.percent(outlook.percent()),
        detail + left,
        level);
  }

  /** What should be in the battery now, absent on the ground or when it is not known. */
  static @Nullable Double planned(Situation situation, LiveFlight flight, BatteryOutlook outlook) {
    Instant since = flight.airborneSince();
    LiveFlight.PlanFigures figures = flight.plan();
    if (since == null || figures == null) {
      return null;
    }
    return outlook.planned(
        situation.batteryAtStart().get(flight.flightId()),
        Duration.between(since, situation.stationTime()).toMillis() / 1000.0,
        figures.durationS());
  }

  /** Red under the reserve, amber ten points under the plan. */
  static Level batteryLevel(BatteryOutlook outlook, @Nullable Double planned) {
    Double percent = outlook.percent();
    if (percent == null) {
      return Level.NORMAL;
    }
    if (outlook.reservePercent() != null && percent < outlook.reservePercent()) {
      return Level.RED;
    }
    return planned != null && percent < planned - AlarmRules.BATTERY_BEHIND_PERCENT
        ? Level.AMBER
        : Level.NORMAL;
  }

  private Gauge link(Situation situation, LiveVehicle vehicle) {
    Double age = vehicle.ageS();
    double since = situation.snapshotAge().toMillis() / 1000.0;
    boolean never = vehicle.link().equals("NEVER");
    String value = texts.get("console.link." + linkKey(vehicle.link()));
    String detail =
        age == null || never
            ? ""
            : texts.get(
                "console.gauge.link.age",
                quantities.age(Duration.ofMillis((long) ((age + since) * 1000))));
    Level level =
        vehicle.link().equals("OK")
            ? age != null && age > OLD_POSITION_S ? Level.AMBER : Level.NORMAL
            : vehicle.link().equals("STALE") ? Level.AMBER : Level.RED;
    return new Gauge(texts.get("console.gauge.link"), value, detail, level);
  }

  static String linkKey(String link) {
    return switch (link) {
      case "OK" -> "ok";
      case "STALE" -> "stale";
      case "LOST" -> "lost";
      default -> "never";
    };
  }

  private Gauge containment(LiveVehicle vehicle) {
    LiveVehicle.Containing kept = vehicle.containment();
    String label = texts.get("console.gauge.containment");
    if (kept == null) {
      return new Gauge(label, "\u2014", texts.get("console.containment.none"), Level.QUIET);
    }
    String edge =
        kept.breachInS() == null
            ? ""
            : " \u00b7 "
                + texts.get("console.containment.edge", quantities.seconds(kept.breachInS()));
    return new Gauge(
        label,
        quantities.metres(kept.marginM()) + edge,
        texts.name("console.containment", kept.state()),
        AlarmRules.containmentLevel(kept.state()));
  }

  private Gauge next(Situation situation, LiveFlight flight, LiveVehicle vehicle) {
    String label = texts.get("console.gauge.next");
    String items =
        vehicle.missionSeq() == null || !States.active(flight.state())
            ? ""
            : vehicle.missionTotal() == null
                ? texts.get("console.next.item", vehicle.missionSeq().toString())
                : texts.get(
                    "console.next.items",
                    vehicle.missionSeq().toString(),
                    vehicle.missionTotal().toString());
    Duration left = untilReturn(situation, flight, vehicle);
    String value =
        left == null
            ? texts.name("state", flight.state())
            : left.isNegative() || left.isZero()
                ? texts.get("console.next.return.now")
                : texts.get("console.next.return", quantities.clock(left));
    return new Gauge(label, value, items, Level.NORMAL);
  }

  /** Until the planned return begins, absent when it has or is not foreseeable. */
  private static @Nullable Duration untilReturn(
      Situation situation, LiveFlight flight, LiveVehicle vehicle) {
    LiveFlight.PlanFigures plan = flight.plan();
    PlanDocument document = situation.documents(flight.flightId()).plan();
    boolean flyingBack =
        document != null
            && vehicle.missionSeq() != null
            && vehicle.missionSeq() >= document.returnSeq();
    boolean onPlan = flight.state().equals("OUTBOUND") || flight.state().equals("ON_SCENE");
    if (plan == null || !onPlan || flyingBack) {
      return null;
    }
    Instant now = situation.stationTime();
    if (flight.sceneSince() != null) {
      return Duration.ofMillis((long) (plan.onSceneS() * 1000))
          .minus(Duration.between(flight.sceneSince(), now));
    }
    return flight.airborneSince() == null
        ? null
        : Duration.ofMillis((long) ((plan.toSceneS() + plan.onSceneS()) * 1000))
            .minus(Duration.between(flight.airborneSince(), now));
  }
}
