package org.vigie.geofence.zone.io;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geofence.sun.SunEvent;
import org.vigie.geofence.zone.DailyWindow;
import org.vigie.geofence.zone.DayMark;

/** The hours of a week at which a zone applies. */
final class Schedules {
  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "MON", DayOfWeek.MONDAY,
          "TUE", DayOfWeek.TUESDAY,
          "WED", DayOfWeek.WEDNESDAY,
          "THU", DayOfWeek.THURSDAY,
          "FRI", DayOfWeek.FRIDAY,
          "SAT", DayOfWeek.SATURDAY,
          "SUN", DayOfWeek.SUNDAY);

  private static final String MIDNIGHT = "24:00(:00(\\.0+)?)?([Zz+-].*)?";

  private Schedules() {}

  /** Empty when the entry stands for every hour of its period. */
  static Optional<DailyWindow> window(Spot item) throws NotUnderstood {
    if (!item.node().isObject()) {
      throw item.error(Deviation.BAD_SCHEDULE);
    }
    Set<DayOfWeek> days = days(item.child("day"));
    Optional<DayMark> start = mark(item, "startTime", "startEvent");
    Optional<DayMark> end = mark(item, "endTime", "endEvent");
    if (start.isEmpty() || end.isEmpty() || days.isEmpty()) {
      boolean everyDay = days.size() == DayOfWeek.values().length;
      if (!everyDay || start.isPresent() || end.isPresent()) {
        item.note(Deviation.OPEN_SCHEDULE);
      }
      return Optional.empty();
    }
    if (isMidnight(item.child("endTime")) && !sameClock(start.get(), end.get())) {
      item.note(Deviation.CLOCKS_DIFFER);
      return Optional.empty();
    }
    return Optional.of(
        new DailyWindow(
            isMidnight(item.child("startTime")) ? next(days) : days, start.get(), end.get()));
  }

  private static boolean isMidnight(Spot time) {
    return time.node().asText().strip().matches(MIDNIGHT);
  }

  private static boolean sameClock(DayMark start, DayMark end) {
    return start instanceof DayMark.At from
        && end instanceof DayMark.At until
        && from.offset().equals(until.offset());
  }

  private static Set<DayOfWeek> next(Set<DayOfWeek> days) {
    Set<DayOfWeek> next = EnumSet.noneOf(DayOfWeek.class);
    days.forEach(day -> next.add(day.plus(1)));
    return next;
  }

  private static Set<DayOfWeek> days(Spot spot) throws NotUnderstood {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    List<String> texts = spot.plainTexts();
    if (texts.size() == 1) {
      texts = List.of(texts.get(0).split("[,;/ ]+"));
    }
    for (String text : texts) {
      String day = text.strip().toUpperCase(Locale.ROOT);
      if (day.equals("ANY")) {
        return EnumSet.allOf(DayOfWeek.class);
      }
      DayOfWeek known = DAYS.get(day);
      if (known == null) {
        throw spot.error(Deviation.BAD_DAY, text);
      }
      days.add(known);
    }
    return days;
  }

  /** Empty when it is not given, or not exactly. */
  private static Optional<DayMark> mark(Spot item, String timeName, String eventName)
      throws NotUnderstood {
    Optional<String> time = item.child(timeName).text();
    Optional<String> event = item.child(eventName).text();
    if (time.isPresent() && event.isPresent()) {
      item.note(Deviation.TIME_AND_EVENT, timeName, eventName);
      return Optional.empty();
    }
    if (event.isPresent()) {
      return Optional.of(new DayMark.Event(event(item.child(eventName), event.get())));
    }
    return time.isEmpty() ? Optional.empty() : time(item.child(timeName), time.get());
  }

  private static SunEvent event(Spot spot, String text) throws NotUnderstood {
    try {
      return SunEvent.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw spot.error(Deviation.BAD_SUN_EVENT, text);
    }
  }

  private static Optional<DayMark> time(Spot spot, String given) throws NotUnderstood {
    String text = given;
    if (isMidnight(spot)) {
      spot.note(Deviation.TIME_24);
      text = "00" + text.substring(2);
    }
    try {
      OffsetTime time = OffsetTime.parse(text);
      return Optional.of(new DayMark.At(time.toLocalTime(), time.getOffset()));
    } catch (DateTimeException e) {
      return localTime(spot, text);
    }
  }

  private static Optional<DayMark> localTime(Spot spot, String text) throws NotUnderstood {
    try {
      spot.note(Deviation.NO_DAY_OFFSET, LocalTime.parse(text));
      return Optional.empty();
    } catch (DateTimeException e) {
      throw spot.error(Deviation.BAD_TIME, text);
    }
  }
}
