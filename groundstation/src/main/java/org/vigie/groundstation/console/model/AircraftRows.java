package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    rows.add(remoteId(vehicle.remoteId()));
    LiveVehicle.Home home = vehicle.home();
    rows.add(
        home == null
            ? unknown("home")
            : row(
                "home",
                quantities.place(home.point())
                    + " \u00b7 "
                    + quantities.altitudeAmsl(home.amslM())));
    LiveVehicle.Camera camera = vehicle.camera();
    rows.add(camera == null ? unknown("camera") : camera(camera));
    LiveVehicle.Gimbal gimbal = vehicle.gimbal();
    rows.add(gimbal == null ? unknown("gimbal") : gimbal(gimbal));
    if (vehicle.videoStreams().isEmpty()) {
      rows.add(unknown("stream"));
    }
    vehicle.videoStreams().forEach(stream -> rows.add(stream(stream)));
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

  private DetailRow camera(LiveVehicle.Camera camera) {
    String name = (camera.vendor() + " " + camera.model()).strip();
    String size =
        camera.widthPx() > 0 && camera.heightPx() > 0
            ? camera.widthPx() + "\u00d7" + camera.heightPx() + NBSP + "px"
            : "";
    String all = (name + (name.isEmpty() || size.isEmpty() ? "" : " \u00b7 ") + size).strip();
    return row("camera", all.isEmpty() ? texts.get("console.aircraft.there") : all);
  }

  /** What it is, or why it cannot be used. */
  private DetailRow stream(LiveVehicle.Stream stream) {
    boolean usable = stream.problem().isEmpty();
    List<String> more = new ArrayList<>();
    if (!usable) {
      more.add(texts.name("console.stream.problem", stream.problem()));
    }
    if (!stream.uri().isEmpty()) {
      more.add(stream.uri());
    }
    return new DetailRow(
        "stream-" + stream.component() + "-" + stream.id(),
        usable ? "" : "\u25c6",
        texts.get(
            "console.aircraft.stream.of",
            stream.name().isEmpty() ? Integer.toString(stream.id()) : stream.name()),
        usable
            ? (stream.encoding() + " " + stream.type()).strip()
            : texts.get("console.stream.unusable"),
        usable ? Level.NORMAL : Level.AMBER,
        more);
  }

  private DetailRow remoteId(LiveVehicle.@Nullable RemoteId id) {
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

  /** Each axis from its least to its greatest angle. */
  private DetailRow gimbal(LiveVehicle.Gimbal gimbal) {
    List<String> axes = new ArrayList<>();
    axis("pitch", gimbal.pitchMinDeg(), gimbal.pitchMaxDeg()).ifPresent(axes::add);
    axis("yaw", gimbal.yawMinDeg(), gimbal.yawMaxDeg()).ifPresent(axes::add);
    return row(
        "gimbal", axes.isEmpty() ? texts.get("console.aircraft.there") : String.join(", ", axes));
  }

  private Optional<String> axis(String name, @Nullable Double least, @Nullable Double most) {
    return least == null || most == null
        ? Optional.empty()
        : Optional.of(
            texts.get("console.gimbal." + name)
                + NBSP
                + quantities.number(least)
                + "\u2026"
                + quantities.number(most)
                + "\u00b0");
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
