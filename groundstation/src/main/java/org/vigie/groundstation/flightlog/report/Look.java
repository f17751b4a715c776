package org.vigie.groundstation.flightlog.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looked at the flight's pictures, or was not let.
 *
 * @param until absent when the record does not tell the end, and for who was refused
 * @param reason code of why it ended, or of why it was refused
 * @param article the law that refuses, empty otherwise
 */
public record Look(
    Instant from,
    @Nullable Instant until,
    String person,
    String service,
    String source,
    boolean refused,
    String reason,
    String article) {
  static List<Look> of(List<LoggedLine> entries) {
    Map<String, LoggedLine> closed = new HashMap<>();
    for (LoggedLine entry : entries) {
      if (entry.is("view.closed")) {
        closed.put(entry.text("viewId"), entry);
      }
    }
    List<Look> looks = new ArrayList<>();
    for (LoggedLine entry : entries) {
      if (entry.is("view.opened")) {
        looks.add(opened(entry, closed.get(entry.text("viewId"))));
      } else if (entry.is("view.refused")) {
        looks.add(of(entry, null, true, entry.text("code"), entry.text("article")));
      }
    }
    return looks;
  }

  private static Look opened(LoggedLine entry, @Nullable LoggedLine end) {
    return end == null
        ? of(entry, null, false, "", "")
        : of(entry, end.time(), false, end.text("reason"), "");
  }

  private static Look of(
      LoggedLine entry, @Nullable Instant until, boolean refused, String reason, String article) {
    return new Look(
        entry.time(),
        until,
        entry.text("person"),
        entry.text("service"),
        entry.text("source"),
        refused,
        reason,
        article);
  }
}
