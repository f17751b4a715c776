package org.vigie.groundstation.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
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
    List<WayRow> ways) {
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
            .toList());
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
            .toList());
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
    }
    return table.toString();
  }

  private static void line(StringBuilder table, Object... cells) {
    table.append(String.format(Locale.ROOT, "%-14s %-6s %-10s %-12s %-16s %s%n", cells));
  }

  private static String number(@Nullable Double value, String format) {
    return value == null ? "unknown" : String.format(Locale.ROOT, format, value);
  }
}
