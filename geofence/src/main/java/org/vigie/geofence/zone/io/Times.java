package org.vigie.geofence.zone.io;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.DailyWindow;

/** When a zone applies. What cannot be told exactly is read as applying. */
final class Times {
  /** The clock that is first to begin a day. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  /** The clock that is last to end a day. */
  private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

  private static final String NO = "NO|FALSE|N|0";

  /** Hours that stand in a period itself. */
  private static final List<String> HOURS =
      List.of("day", "startTime", "startEvent", "endTime", "endEvent");

  private Times() {}

  /** ED-269: a zone has at least one period, a permanent one says so. */
  static List<Applicability> ed269(Spot list) throws NotUnderstood {
    if (list.isAbsent() || list.node().isEmpty()) {
      list.note(Deviation.NO_APPLICABILITY);
      return List.of(Applicability.PERMANENT);
    }
    List<Applicability> periods = new ArrayList<>();
    for (Spot item : list.items()) {
      Applicability period = period(item);
      String permanent = item.child("permanent").text().orElse("");
      boolean no = permanent.isEmpty() || permanent.toUpperCase(Locale.ROOT).matches(NO);
      if (!no) {
        if (!permanent.equals("YES") && !permanent.equals("true")) {
          item.child("permanent").note(Deviation.OTHER_PERMANENT, permanent);
        }
        if (!period.windows().isEmpty()) {
          item.note(Deviation.PERMANENT_WITH_SCHEDULE);
        }
        if (item.has("startDateTime") || item.has("endDateTime")) {
          item.note(Deviation.PERMANENT_WITH_DATES);
        }
        period = Applicability.PERMANENT;
      } else if (permanent.isEmpty()) {
        item.note(Deviation.NO_PERMANENT);
      }
      periods.add(period);
    }
    checkFew(list, periods);
    return periods;
  }

  /** ED-318: a zone without periods applies always. */
  static List<Applicability> ed318(Spot list) throws NotUnderstood {
    List<Applicability> periods = new ArrayList<>();
    for (Spot item : list.items()) {
      periods.add(period(item));
    }
    checkFew(list, periods);
    return periods.isEmpty() ? List.of(Applicability.PERMANENT) : periods;
  }

  private static void checkFew(Spot list, List<Applicability> periods) throws NotUnderstood {
    if (periods.size() > ZoneLimits.PERIODS_PER_ZONE_MAX) {
      throw list.error(Deviation.TOO_MANY_PERIODS, ZoneLimits.PERIODS_PER_ZONE_MAX);
    }
    int windows = periods.stream().mapToInt(period -> period.windows().size()).sum();
    if (windows > ZoneLimits.WINDOWS_PER_ZONE_MAX) {
      throw list.error(Deviation.TOO_MANY_WINDOWS, ZoneLimits.WINDOWS_PER_ZONE_MAX);
    }
  }

  /** One period; its schedule may stand in it or, flattened, beside its dates. */
  static Applicability period(Spot item) throws NotUnderstood {
    if (!item.node().isObject()) {
      throw item.error(Deviation.BAD_PERIOD);
    }
    Instant from = instant(item.child("startDateTime"), true).orElse(Instant.MIN);
    Instant until = instant(item.child("endDateTime"), false).orElse(Instant.MAX);
    List<DailyWindow> windows = windows(item);
    if (until.isBefore(from) || endsEarlyByOneClock(item)) {
      throw item.error(Deviation.ENDS_EARLY);
    }
    return new Applicability(from, until, windows);
  }

  /** Two local times are of one clock, and widening each would hide that they are exchanged. */
  private static boolean endsEarlyByOneClock(Spot item) throws NotUnderstood {
    Optional<LocalDateTime> from = local(item.child("startDateTime").quietly(), true);
    Optional<LocalDateTime> until = local(item.child("endDateTime").quietly(), false);
    return from.isPresent() && until.isPresent() && until.get().isBefore(from.get());
  }

  /** Empty when nothing is given, or an instant with its offset. */
  private static Optional<LocalDateTime> local(Spot spot, boolean first) throws NotUnderstood {
    Optional<String> text = spot.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      OffsetDateTime.parse(text.get());
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(localDateTime(spot, text.get(), first));
    }
  }

  /**
   * An instant; one whose offset nobody gave is the first or the last that it can be anywhere.
   *
   * @param first whether something begins then
   */
  static Optional<Instant> instant(Spot spot, boolean first) throws NotUnderstood {
    Optional<String> text = spot.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
    } catch (DateTimeException e) {
      LocalDateTime local = localDateTime(spot, text.get(), first);
      ZoneOffset offset = first ? EARLIEST : LATEST;
      spot.note(first ? Deviation.NO_EARLIEST_OFFSET : Deviation.NO_LATEST_OFFSET);
      return Optional.of(local.toInstant(offset));
    }
  }

  private static LocalDateTime localDateTime(Spot spot, String text, boolean first)
      throws NotUnderstood {
    try {
      return text.length() > "2026-01-01".length()
          ? LocalDateTime.parse(text)
          : LocalDate.parse(text).plusDays(first ? 0 : 1).atStartOfDay();
    } catch (DateTimeException e) {
      throw spot.error(Deviation.BAD_INSTANT, text);
    }
  }

  /** The hours of a period, wherever they stand in it. */
  private static List<DailyWindow> windows(Spot period) throws NotUnderstood {
    List<Spot> given = new ArrayList<>();
    for (String name : List.of("schedule", "dailyPeriod")) {
      if (period.has(name)) {
        given.add(period.child(name));
      }
    }
    if (!period.has("schedule") && period.has("dailyPeriod")) {
      given.get(0).note(Deviation.OTHER_FIELD_NAME, "dailyPeriod", "schedule");
    }
    boolean flat = HOURS.stream().anyMatch(period::has);
    if (given.isEmpty()) {
      return flat ? Schedules.window(period).map(List::of).orElse(List.of()) : List.of();
    }
    List<DailyWindow> windows = listed(given.get(0));
    for (Spot other : given.subList(1, given.size())) {
      if (!listed(other.quietly()).equals(windows)) {
        throw given.get(0).contradiction(other);
      }
    }
    if (flat) {
      Optional<DailyWindow> beside = Schedules.window(period.quietly());
      if (!beside.map(List::of).orElse(List.of()).equals(windows)) {
        throw period.first(HOURS.toArray(String[]::new)).contradiction(given.get(0));
      }
    }
    return windows;
  }

  private static List<DailyWindow> listed(Spot list) throws NotUnderstood {
    List<DailyWindow> windows = new ArrayList<>();
    boolean always = false;
    for (Spot item : list.items()) {
      Optional<DailyWindow> window = Schedules.window(item);
      window.ifPresent(windows::add);
      always |= window.isEmpty();
    }
    if (windows.size() > ZoneLimits.WINDOWS_PER_ZONE_MAX) {
      throw list.error(Deviation.TOO_MANY_WINDOWS, ZoneLimits.WINDOWS_PER_ZONE_MAX);
    }
    // one entry that stands for all hours makes the others moot
    return always ? List.of() : windows;
  }
}
