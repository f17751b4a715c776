package org.vigie.groundstation.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.dispatch.VehicleView;

/**
 * A line of {@code vigie vehicles}. Absent numbers are unknown.
 *
 * @param link OK, STALE, LOST, NEVER
 * @param autopilot empty until it was heard, as are version and uid
 */
record VehicleRow(
    String vehicleId,
    String link,
    String mode,
    boolean armed,
    String autopilot,
    String version,
    String uid,
    List<WayRow> ways,
    VehicleView.@Nullable HomeView home,
    VehicleView.@Nullable RemoteIdView remoteId,
    VehicleView.@Nullable CameraView camera,
    VehicleView.@Nullable GimbalView gimbal,
    List<VehicleView.StreamView> videoStreams) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** One link to it. */
  record WayRow(
      String name,
      String grade,
      boolean chosen,
      @Nullable Double ageS,
      @Nullable Double lossPercent,
      @Nullable Double roundTripS) {}

  VehicleRow {
    ways = List.copyOf(ways);
    videoStreams = List.copyOf(videoStreams);
  }

  static VehicleRow of(VehicleView view) {
    VehicleView.Identified who = view.identity();
    return new VehicleRow(
        view.vehicleId(),
        view.link(),
        view.mode(),
        view.armed(),
        who == null ? "" : who.autopilot(),
        who == null ? "" : who.version(),
        who == null ? "" : who.uid(),
        view.ways().stream()
            .map(
                way ->
                    new WayRow(
                        way.name(),
                        way.grade(),
                        way.chosen(),
                        way.ageS(),
                        way.lossPercent(),
                        way.roundTripS()))
            .toList(),
        view.home(),
        view.remoteId(),
        view.camera(),
        view.gimbal(),
        view.videoStreams());
  }

  static VehicleRow of(LiveVehicle live) {
    LiveVehicle.Identified who = live.identity();
    return new VehicleRow(
        live.vehicleId(),
        live.link(),
        live.mode(),
        live.armed(),
        who == null ? "" : who.autopilot(),
        who == null ? "" : who.version(),
        who == null ? "" : who.uid(),
        live.ways().stream()
            .map(
                way ->
                    new WayRow(
                        way.name(),
                        way.grade(),
                        way.chosen(),
                        way.ageS(),
                        way.lossPercent(),
                        way.roundTripS()))
            .toList(),
        home(live.home()),
        remoteId(live.remoteId()),
        camera(live.camera()),
        gimbal(live.gimbal()),
        live.videoStreams().stream().map(VehicleRow::stream).toList());
  }

  private static VehicleView.@Nullable HomeView home(LiveVehicle.@Nullable Home home) {
    return home == null
        ? null
        : new VehicleView.HomeView(home.point().latDeg(), home.point().lonDeg(), home.amslM());
  }

  private static VehicleView.@Nullable RemoteIdView remoteId(
      LiveVehicle.@Nullable RemoteId remoteId) {
    return remoteId == null
        ? null
        : new VehicleView.RemoteIdView(
            remoteId.carriedBy(), remoteId.armStatus(), remoteId.error(), remoteId.positionAgeS());
  }

  private static VehicleView.@Nullable CameraView camera(LiveVehicle.@Nullable Camera camera) {
    return camera == null
        ? null
        : new VehicleView.CameraView(
            camera.component(),
            camera.vendor(),
            camera.model(),
            camera.widthPx(),
            camera.heightPx());
  }

  private static VehicleView.@Nullable GimbalView gimbal(LiveVehicle.@Nullable Gimbal gimbal) {
    return gimbal == null
        ? null
        : new VehicleView.GimbalView(
            gimbal.component(),
            gimbal.pitchMinDeg(),
            gimbal.pitchMaxDeg(),
            gimbal.yawMinDeg(),
            gimbal.yawMaxDeg());
  }

  private static VehicleView.StreamView stream(LiveVehicle.Stream stream) {
    return new VehicleView.StreamView(
        stream.id(),
        stream.component(),
        stream.name(),
        stream.uri(),
        stream.type(),
        stream.encoding(),
        stream.problem());
  }

  static String json(List<VehicleRow> rows) {
    try {
      return JSON.writeValueAsString(Map.of("vehicles", rows)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows are plain values", e);
    }
  }

  static String table(List<VehicleRow> rows) {
    if (rows.isEmpty()) {
      return "no vehicle\n";
    }
    StringBuilder table = new StringBuilder();
    line(table, "vehicle", "link", "autopilot", "firmware", "mode", "uid");
    for (VehicleRow row : rows) {
      line(
          table,
          row.vehicleId,
          row.link,
          row.autopilot,
          row.version,
          row.mode + (row.armed ? " armed" : ""),
          row.uid);
      for (WayRow way : row.ways) {
        table.append(
            String.format(
                Locale.ROOT,
                "  %s %-6s loss %s  round trip %s  heard %s ago  %s%n",
                way.chosen ? "*" : "-",
                way.grade,
                number(way.lossPercent, "%.1f %%"),
                number(way.roundTripS, "%.3f s"),
                number(way.ageS, "%.1f s"),
                way.name));
      }
      fitted(row).forEach(line -> table.append("  ").append(line).append('\n'));
    }
    return table.toString();
  }

  /** What it carries, a line each; nothing is said of what is not known. */
  private static List<String> fitted(VehicleRow row) {
    List<String> lines = new ArrayList<>();
    VehicleView.HomeView home = row.home;
    if (home != null) {
      lines.add(
          String.format(
              Locale.ROOT, "home %.5f %.5f, %.1f m", home.lat(), home.lon(), home.amslM()));
    }
    VehicleView.RemoteIdView remoteId = row.remoteId;
    if (remoteId != null
        && !(remoteId.carriedBy().equals("NOBODY") && remoteId.armStatus().equals("NONE"))) {
      String error = remoteId.error().isBlank() ? "" : ": " + remoteId.error().strip();
      lines.add(
          remoteId.carriedBy().equals("MODULE")
              ? "remote id by a module of its own"
              : String.format(
                  Locale.ROOT,
                  "remote id %s%s, operator's place sent %s ago",
                  remoteId.armStatus(),
                  error,
                  number(remoteId.positionAgeS(), "%.1f s")));
    }
    VehicleView.CameraView camera = row.camera;
    if (camera != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "camera %s %s, %d x %d (component %d)",
              camera.vendor(),
              camera.model(),
              camera.widthPx(),
              camera.heightPx(),
              camera.component()));
    }
    VehicleView.GimbalView gimbal = row.gimbal;
    if (gimbal != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "gimbal pitch %s to %s degrees (component %d)",
              number(gimbal.pitchMinDeg(), "%.0f"),
              number(gimbal.pitchMaxDeg(), "%.0f"),
              gimbal.component()));
    }
    for (VehicleView.StreamView stream : row.videoStreams) {
      String where = stream.problem().isEmpty() ? stream.uri() : "refused: " + stream.problem();
      lines.add(
          String.format(
              Locale.ROOT,
              "stream %d %s %s %s %s",
              stream.id(),
              stream.name(),
              stream.type(),
              stream.encoding(),
              where));
    }
    return lines;
  }

  private static void line(StringBuilder table, Object... cells) {
    table.append(String.format(Locale.ROOT, "%-14s %-6s %-10s %-12s %-16s %s%n", cells));
  }

  private static String number(@Nullable Double value, String format) {
    return value == null ? "unknown" : String.format(Locale.ROOT, format, value);
  }
}
