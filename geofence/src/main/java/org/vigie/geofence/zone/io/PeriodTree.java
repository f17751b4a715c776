package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.DailyWindow;
import org.vigie.geofence.zone.DayMark;

/** A period of ED-318's limitedApplicability; one without members is permanent. */
final class PeriodTree {
  private PeriodTree() {}

  static void add(ObjectNode node, Applicability period) {
    if (!period.from().equals(Instant.MIN)) {
      node.put("startDateTime", period.from().toString());
    }
    if (!period.until().equals(Instant.MAX)) {
      node.put("endDateTime", period.until().toString());
    }
    if (!period.windows().isEmpty()) {
      ArrayNode schedule = node.putArray("schedule");
      period.windows().forEach(window -> window(schedule.addObject(), window));
    }
  }

  private static void window(ObjectNode node, DailyWindow window) {
    days(node.putArray("day"), window.days());
    mark(node, "start", window.start());
    mark(node, "end", window.end());
  }

  private static void days(ArrayNode list, Set<DayOfWeek> days) {
    if (days.size() == DayOfWeek.values().length) {
      list.add("ANY");
      return;
    }
    days.stream().sorted().map(day -> day.name().substring(0, 3)).forEach(list::add);
  }

  private static void mark(ObjectNode node, String side, DayMark mark) {
    if (mark instanceof DayMark.At at) {
      node.put(
          side + "Time", DateTimeFormatter.ISO_OFFSET_TIME.format(at.time().atOffset(at.offset())));
    } else if (mark instanceof DayMark.Event event) {
      node.put(side + "Event", event.event().name());
    }
  }
}
