package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.DailyWindow;

/** When a zone applies. What cannot be told exactly is read as applying. */
final class Ed269Times {
  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "MON", DayOfWeek.MONDAY,
          "TUE", DayOfWeek.TUESDAY,
          "WED", DayOfWeek.WEDNESDAY,
          "THU", DayOfWeek.THURSDAY,
          "FRI", DayOfWeek.FRIDAY,
          "SAT", DayOfWeek.SATURDAY,
          "SUN", DayOfWeek.SUNDAY);

  private final Fields fields;

  Ed269Times(Fields fields) {
    this.fields = fields;
  }

  List<Applicability> applicability(JsonNode zone, String pointer) throws DocumentException {
    JsonNode list = fields.list(zone, pointer, "applicability");
    if (list.isEmpty()) {
      fields.finding("no-applicability", pointer, "no applicability: the zone applies always");
      return List.of(Applicability.PERMANENT);
    }
    List<Applicability> periods = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      periods.add(period(list.get(i), pointer + "/applicability/" + i));
    }
    return periods;
  }

  private Applicability period(JsonNode node, String pointer) throws DocumentException {
    String permanent = fields.text(node, pointer, "permanent").orElse("");
    Instant from = instant(node, pointer, "startDateTime").orElse(Instant.MIN);
    Instant until = instant(node, pointer, "endDateTime").orElse(Instant.MAX);
    List<DailyWindow> windows = windows(node, pointer);
    if (permanent.equals("YES") || permanent.equals("true")) {
      if (!windows.isEmpty()) {
        fields.finding("permanent-with-schedule", pointer, "permanent: the schedule is ignored");
      }
      return Applicability.PERMANENT;
    }
    if (!permanent.equals("NO") && !permanent.equals("false")) {
      fields.finding("no-permanent", pointer, "permanent is neither YES nor NO: read as NO");
    }
    try {
      return new Applicability(from, until, windows);
    } catch (IllegalArgumentException e) {
      throw fields.error(pointer, String.valueOf(e.getMessage()));
    }
  }

  private Optional<Instant> instant(JsonNode node, String pointer, String name)
      throws DocumentException {
    Optional<String> text = fields.text(node, pointer, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
    } catch (DateTimeException e) {
      throw fields.error(
          pointer + "/" + name, "is not a date and time with its offset: " + text.get());
    }
  }

  private List<DailyWindow> windows(JsonNode node, String pointer) throws DocumentException {
    String name = "schedule";
    if (!node.has(name) && node.has("dailyPeriod")) {
      name = "dailyPeriod";
      fields.finding(
          "other-field-name", pointer + "/dailyPeriod", "dailyPeriod is read as schedule");
    }
    JsonNode list = fields.list(node, pointer, name);
    List<DailyWindow> windows = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String at = pointer + "/" + name + "/" + i;
      Optional<DailyWindow> window = window(list.get(i), at);
      if (window.isEmpty()) {
        // one entry that stands for all hours makes the others moot
        return List.of();
      }
      windows.add(window.get());
    }
    return windows;
  }

  /** Empty when the entry stands for every hour of the period. */
  private Optional<DailyWindow> window(JsonNode node, String pointer) throws DocumentException {
    Set<DayOfWeek> days = days(node, pointer);
    Optional<LocalTime> start = time(node, pointer, "startTime");
    Optional<LocalTime> end = time(node, pointer, "endTime");
    if (start.isEmpty() || end.isEmpty() || days.isEmpty()) {
      fields.finding(
          "open-schedule", pointer, "days, start or end are not given in UTC: read as all hours");
      return Optional.empty();
    }
    return Optional.of(new DailyWindow(days, start.get(), end.get()));
  }

  private Set<DayOfWeek> days(JsonNode node, String pointer) throws DocumentException {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String text : fields.texts(node, pointer, "day")) {
      String day = text.toUpperCase(Locale.ROOT);
      if (day.equals("ANY")) {
        return EnumSet.allOf(DayOfWeek.class);
      }
      DayOfWeek known = DAYS.get(day);
      if (known == null) {
        throw fields.error(pointer + "/day", "is no day: " + text);
      }
      days.add(known);
    }
    return days;
  }

  /** A time of day in UTC; empty when absent or without an offset. */
  private Optional<LocalTime> time(JsonNode node, String pointer, String name)
      throws DocumentException {
    Optional<String> text = fields.text(node, pointer, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      OffsetTime time = OffsetTime.parse(text.get());
      if (time.getOffset().equals(ZoneOffset.UTC)) {
        return Optional.of(time.toLocalTime());
      }
      // shifting a time can shift its day: not worth telling apart from "all hours"
      return Optional.empty();
    } catch (DateTimeParseException e) {
      return localTime(text.get(), pointer + "/" + name);
    }
  }

  private Optional<LocalTime> localTime(String text, String pointer) throws DocumentException {
    try {
      LocalTime time = LocalTime.parse(text);
      fields.finding("no-offset", pointer, time + " has no offset from UTC");
      return Optional.empty();
    } catch (DateTimeParseException e) {
      throw fields.error(pointer, "is not a time of day: " + text);
    }
  }
}
