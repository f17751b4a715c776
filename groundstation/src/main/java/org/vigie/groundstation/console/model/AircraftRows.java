package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.groundstation.client.Equipment;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.text.Texts;

/** What an aircraft told of itself, as a list; what it did not tell is said not to be known. */
final class AircraftRows {
  private static final String NBSP = "\u00a0";

  private final Texts texts;
  private final Quantities quantities;

  AircraftRows(Texts texts, Quantities quantities) {
    this.texts = texts;
    this.quantities = quantities;
  }

  List<DetailRow> show(Optional<LiveVehicle> vehicle) {
    return vehicle.map(this::rows).orElse(List.of());
  }

  private List<DetailRow> rows(LiveVehicle vehicle) {
    List<DetailRow> rows = new ArrayList<>();
    Equipment equipment = vehicle.equipment();
    rows.add(remoteId(equipment));
    Equipment.Home home = equipment.home();
    rows.add(
        home == null
            ? unknown("home")
            : row(
                "home",
                quantities.place(home.place())
                    + " \u00b7 "
                    + quantities.altitudeAmsl(home.amslM())));
    Equipment.Camera camera = equipment.camera();
    rows.add(
        camera == null
            ? unknown("camera")
            : row("camera", (camera.vendor() + " " + camera.model()).strip()));
    Equipment.Gimbal gimbal = equipment.gimbal();
    rows.add(gimbal == null ? unknown("gimbal") : gimbal(gimbal));
    if (equipment.videoStreams().isEmpty()) {
      rows.add(unknown("stream"));
    }
    for (Equipment.VideoStream stream : equipment.videoStreams()) {
      String name = stream.name().isEmpty() ? Integer.toString(stream.id()) : stream.name();
      rows.add(
          new DetailRow(
              "stream-" + stream.id(),
              "",
              texts.get("console.aircraft.stream.of", name),
              (stream.encoding() + " " + stream.type()).strip(),
              Level.NORMAL,
              stream.uri().isEmpty() ? List.of() : List.of(stream.uri())));
    }
    LiveVehicle.Identified identity = vehicle.identity();
    rows.add(
        identity == null
            ? unknown("firmware")
            : row("firmware", (identity.autopilot() + " " + identity.version()).strip()));
    for (LiveVehicle.Way way : vehicle.ways()) {
      rows.add(way(way));
    }
    return rows;
  }

  private DetailRow remoteId(Equipment equipment) {
    Equipment.RemoteId id = equipment.remoteId();
    if (id == null) {
      return unknown("remote-id");
    }
    boolean good = id.armStatus().equals("GOOD");
    boolean none = id.armStatus().equals("NONE") || id.armStatus().isEmpty();
    String status = texts.name("console.remote-id", id.armStatus());
    Double age = id.positionAgeS();
    String value =
        age == null
            ? status
            : status
                + " \u00b7 "
                + texts.get(
                    "console.gauge.link.age",
                    quantities.age(Duration.ofMillis(Math.round(age * 1000))));
    return new DetailRow(
        "remote-id",
        good ? "\u2713" : none ? "" : "\u25c6",
        texts.get("console.aircraft.remote-id"),
        value,
        good || none ? Level.NORMAL : Level.AMBER,
        id.error().isEmpty() ? List.of() : List.of(id.error()));
  }

  /** Each axis from its least to its greatest angle; what is no limit stands as it came. */
  private DetailRow gimbal(Equipment.Gimbal gimbal) {
    Map<String, Double> limits = new TreeMap<>(gimbal.limitsDeg());
    List<String> axes = new ArrayList<>();
    for (String axis : List.of("pitch", "roll", "yaw")) {
      Double least = limits.get(axis + "MinDeg");
      Double most = limits.get(axis + "MaxDeg");
      if (least != null && most != null) {
        axes.add(
            texts.get("console.gimbal." + axis)
                + NBSP
                + quantities.number(least)
                + "\u2026"
                + quantities.number(most)
                + "\u00b0");
      }
    }
    return row(
        "gimbal",
        axes.isEmpty() ? texts.get("console.aircraft.there") : String.join(", ", axes));
  }

  private DetailRow way(LiveVehicle.Way way) {
    List<String> more = new ArrayList<>();
    if (way.lossPercent() != null) {
      more.add(texts.get("console.aircraft.loss", quantities.percent(way.lossPercent())));
    }
    if (way.roundTripS() != null) {
      more.add(
          texts.get(
              "console.aircraft.round-trip",
              quantities.age(Duration.ofMillis(Math.round(way.roundTripS() * 1000)))));
    }
    return new DetailRow(
        "way-" + way.name(),
        way.chosen() ? "\u25cf" : "",
        texts.get("console.aircraft.link.of", way.name()),
        texts.name("console.grade", way.grade()),
        Level.NORMAL,
        more);
  }

  private DetailRow row(String key, String value) {
    return new DetailRow(
        key, "", texts.get("console.aircraft." + key), value, Level.NORMAL, List.of());
  }

  private DetailRow unknown(String key) {
    return row(key, texts.get("console.aircraft.unknown"));
  }
}
