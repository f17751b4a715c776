package org.vigie.groundstation.flightlog.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What supervision found, and what somebody ordered.
 *
 * @param outcome code of how an order ended; empty when it is none or its end is not told
 */
public record Deed(LoggedLine entry, String outcome) {
  private static final Set<String> DEEDS =
      Set.of(
          "flight.concern",
          "flight.concern-over",
          "flight.concerns-overruled",
          "flight.containment",
          "flight.commanded",
          "flight.order-refused",
          "flight.reaction-overridden",
          "flight.scene-extended",
          "flight.scene-moved",
          "flight.resumed",
          "flight.text",
          "video.gap",
          "station.zones-changed",
          "station.zones-refused");

  private static final Set<String> FINDINGS =
      Set.of("flight.concern", "flight.containment", "flight.concern-over", "video.gap");

  /** Whether the station saw something, and nobody did anything. */
  public boolean isFinding() {
    return FINDINGS.contains(entry.type());
  }

  static List<Deed> of(List<LoggedLine> entries) {
    Map<String, String> outcomes = new HashMap<>();
    for (LoggedLine entry : entries) {
      if (entry.is("flight.command-finished")) {
        outcomes.put(entry.text("commandId"), entry.text("outcome"));
      }
    }
    return entries.stream()
        .filter(entry -> DEEDS.contains(entry.type()))
        .map(entry -> new Deed(entry, outcomes.getOrDefault(entry.text("commandId"), "")))
        .toList();
  }
}
