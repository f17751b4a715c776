package org.vigie.groundstation.flightlog.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What supervision found, and what somebody ordered.
 *
 * @param outcome code of how an order ended; empty when it is none or its end is not told
 */
public record Deed(LoggedLine entry, String outcome) {
  /** What it is. */
  public enum Kind {
    /** The station saw something. */
    FINDING,
    /** Somebody, or the station, ordered something. */
    ORDER,
    /** Something else that bears on it. */
    EVENT
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("flight.concern", Kind.FINDING),
          Map.entry("flight.concern-over", Kind.FINDING),
          Map.entry("flight.containment", Kind.FINDING),
          Map.entry("video.gap", Kind.FINDING),
          Map.entry("flight.commanded", Kind.ORDER),
          Map.entry("flight.concerns-overruled", Kind.ORDER),
          Map.entry("flight.scene-extended", Kind.ORDER),
          Map.entry("flight.scene-moved", Kind.ORDER),
          Map.entry("flight.order-refused", Kind.EVENT),
          Map.entry("flight.reaction-overridden", Kind.EVENT),
          Map.entry("flight.resumed", Kind.EVENT),
          Map.entry("flight.text", Kind.EVENT),
          Map.entry("station.zones-changed", Kind.EVENT),
          Map.entry("station.zones-refused", Kind.EVENT));

  public Kind kind() {
    return KINDS.getOrDefault(entry.type(), Kind.EVENT);
  }

  static List<Deed> of(List<LoggedLine> entries) {
    Map<String, String> outcomes = new HashMap<>();
    for (LoggedLine entry : entries) {
      if (entry.is("flight.command-finished")) {
        outcomes.put(entry.text("commandId"), entry.text("outcome"));
      }
    }
    return entries.stream()
        .filter(entry -> KINDS.containsKey(entry.type()))
        .map(entry -> new Deed(entry, outcome(entry, outcomes)))
        .toList();
  }

  /** Only an order ends; other entries name one that tells its end itself. */
  private static String outcome(LoggedLine entry, Map<String, String> outcomes) {
    return KINDS.get(entry.type()) == Kind.ORDER
        ? outcomes.getOrDefault(entry.text("commandId"), "")
        : "";
  }
}
