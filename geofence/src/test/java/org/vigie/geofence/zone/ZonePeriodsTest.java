package org.vigie.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.sun.Sun;
import org.vigie.geofence.sun.SunEvent;

/**
 * Periods against a minute by minute question that knows calendars only through {@link
 * OffsetDateTime}, and the sun only through its height above the horizon.
 */
class ZonePeriodsTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

  private static UasZone zone(Applicability applicability, GeoBox box) {
    GeoPolygon ring =
        new GeoPolygon(
            List.of(
                new LatLon(box.southDeg(), box.westDeg()),
                new LatLon(box.southDeg(), box.eastDeg()),
                new LatLon(box.northDeg(), box.eastDeg()),
                new LatLon(box.northDeg(), box.westDeg())));
    return new UasZone(
        "Z",
        "FRA",
        ZoneVariant.COMMON,
        Restriction.PROHIBITED,
        List.of(),
        List.of(applicability),
        List.of(
            new ZoneGeometry(
                new HorizontalProjection.Polygon(ring, List.of()), VerticalBand.UNLIMITED)),
        ZoneInformation.NONE,
        true);
  }

  private static UasZone zone(DailyWindow... windows) {
    Applicability always = new Applicability(Instant.MIN, Instant.MAX, List.of(windows));
    return zone(always, new GeoBox(45.4, 4.3, 45.5, 4.4));
  }

  private static DailyWindow sun(SunEvent start, SunEvent end) {
    return new DailyWindow(EVERY_DAY, new DayMark.Event(start), new DayMark.Event(end));
  }

  @Test
  void random_windows_with_random_offsets_agree_with_asking_every_minute() {
    compareMinuteByMinute(new Random(4), 60);
  }

  @Test
  @Tag("deep")
  void a_thousand_weeks_of_random_windows_agree_with_asking_every_minute() {
    compareMinuteByMinute(new Random(5), 1000);
  }

  private static void compareMinuteByMinute(Random random, int rounds) {
    for (int round = 0; round < rounds; round++) {
      List<DailyWindow> windows = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        windows.add(randomWindow(random));
      }
      Instant from = MONDAY.plusSeconds(60L * random.nextInt(10_000));
      Instant until = from.plusSeconds(60L * random.nextInt(20_000));
      Instant begins = from.plusSeconds(60L * (random.nextInt(4_000) - 2_000));
      Instant ends = begins.plusSeconds(60L * random.nextInt(40_000));
      Applicability period = new Applicability(begins, ends, windows);
      UasZone zone = zone(period, new GeoBox(45.4, 4.3, 45.5, 4.4));
      List<TimeSpan> told = zone.periods(from, until);
      boolean before = false;
      Optional<Instant> change = Optional.empty();
      for (Instant t = from; !t.isAfter(until); t = t.plusSeconds(60)) {
        boolean asked =
            !t.isBefore(begins) && !t.isAfter(ends) && isInAny(windows, t.atOffset(ZoneOffset.UTC));
        Instant minute = t;
        assertThat(told.stream().anyMatch(s -> holds(s, minute)))
            .as("%s at %s", period, minute)
            .isEqualTo(asked);
        assertThat(zone.inForce(t, t)).isEqualTo(asked);
        if (change.isEmpty() && t.isAfter(from) && asked != before) {
          change = Optional.of(asked ? t : t.minusSeconds(60));
        }
        before = asked;
      }
      checkOrdered(told);
      checkChange(zone, from, until, change);
    }
  }

  /** The last minute in force is the change; at the first one asked it is not after it. */
  private static void checkChange(
      UasZone zone, Instant from, Instant until, Optional<Instant> change) {
    if (change.isPresent() && change.get().isAfter(from)) {
      assertThat(zone.nextChange(from, until)).isEqualTo(change);
    }
    if (change.isEmpty()) {
      assertThat(zone.nextChange(from, until).filter(t -> t.isBefore(until))).isEmpty();
    }
  }

  private static void checkOrdered(List<TimeSpan> spans) {
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).from()).isAfter(spans.get(i - 1).until());
    }
  }

  private static boolean holds(TimeSpan span, Instant instant) {
    return !instant.isBefore(span.from()) && !instant.isAfter(span.until());
  }

  private static DailyWindow randomWindow(Random random) {
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    days.add(DayOfWeek.of(1 + random.nextInt(7)));
    ZoneOffset offset = ZoneOffset.ofHoursMinutes(random.nextInt(13), 15 * random.nextInt(4));
    offset = random.nextBoolean() ? offset : ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds());
    LocalTime start = LocalTime.of(random.nextInt(24), random.nextInt(60));
    LocalTime end =
        random.nextInt(5) == 0 ? start : LocalTime.of(random.nextInt(24), random.nextInt(60));
    return new DailyWindow(days, new DayMark.At(start, offset), new DayMark.At(end, offset));
  }

  /** By weekday and clock alone, on the window's own clock. */
  private static boolean isInAny(List<DailyWindow> windows, OffsetDateTime utc) {
    for (DailyWindow window : windows) {
      DayMark.At start = (DayMark.At) window.start();
      DayMark.At end = (DayMark.At) window.end();
      OffsetDateTime there = utc.withOffsetSameInstant(start.offset());
      DayOfWeek today = there.getDayOfWeek();
      LocalTime clock = there.toLocalTime();
      boolean overnight = !end.time().isAfter(start.time());
      boolean afterStart = !clock.isBefore(start.time()) && window.days().contains(today);
      boolean beforeEnd = !clock.isAfter(end.time());
      if (overnight
          ? afterStart || (beforeEnd && window.days().contains(today.minus(1)))
          : afterStart && beforeEnd) {
        return true;
      }
    }
    return false;
  }

  @Test
  void a_day_from_sunrise_to_sunset_holds_every_minute_of_sun_anywhere_in_the_zone() {
    Random random = new Random(6);
    for (int round = 0; round < 40; round++) {
      double southDeg = -70 + 130 * random.nextDouble();
      double westDeg = -179 + 350 * random.nextDouble();
      GeoBox box = new GeoBox(southDeg, westDeg, southDeg + 8, Math.min(180, westDeg + 6));
      Applicability always =
          new Applicability(Instant.MIN, Instant.MAX, List.of(sun(SunEvent.SR, SunEvent.SS)));
      Applicability nights =
          new Applicability(Instant.MIN, Instant.MAX, List.of(sun(SunEvent.EECT, SunEvent.BMCT)));
      UasZone day = zone(always, box);
      UasZone night = zone(nights, box);
      Instant from = MONDAY.plus(Duration.ofDays(random.nextInt(365)));
      Instant until = from.plus(Duration.ofDays(3));
      LatLon place =
          new LatLon(
              southDeg + 8 * random.nextDouble(),
              westDeg + (box.eastDeg() - westDeg) * random.nextDouble());
      List<TimeSpan> days = day.periods(from, until);
      List<TimeSpan> dark = night.periods(from, until);
      for (Instant t = from; !t.isAfter(until); t = t.plusSeconds(300)) {
        Instant minute = t;
        double heightDeg = Sun.elevationDeg(t, place);
        if (heightDeg > -0.833) {
          assertThat(days).as("%s at %s", place, t).anyMatch(span -> holds(span, minute));
        }
        if (heightDeg < -6) {
          assertThat(dark).as("%s at %s", place, t).anyMatch(span -> holds(span, minute));
        }
      }
    }
  }

  /**
   * @source Lyon Capitale, "Le jour le plus long": on Sunday 21 June the sun rises at Lyon at 5:51
   *     and sets at 21:34 (UTC+2)
   */
  @Test
  void sunrise_to_sunset_in_lyon_is_the_almanacs_day_widened_by_the_suns_uncertainty() {
    GeoBox lyon = GeoBox.of(new LatLon(45.7578, 4.832));
    Applicability always =
        new Applicability(Instant.MIN, Instant.MAX, List.of(sun(SunEvent.SR, SunEvent.SS)));
    List<TimeSpan> spans =
        always.periods(
            Instant.parse("2026-06-21T00:00:00Z"), Instant.parse("2026-06-22T00:00:00Z"), lyon);
    assertThat(spans).hasSize(1);
    assertThat(Duration.between(spans.get(0).from(), Instant.parse("2026-06-21T03:51:00Z")))
        .isBetween(Sun.UNCERTAINTY.minusMinutes(3), Sun.UNCERTAINTY.plusMinutes(3));
    assertThat(Duration.between(Instant.parse("2026-06-21T19:34:00Z"), spans.get(0).until()))
        .isBetween(Sun.UNCERTAINTY.minusMinutes(3), Sun.UNCERTAINTY.plusMinutes(3));
  }

  @Test
  void where_the_sun_does_not_rise_the_window_is_the_whole_day() {
    GeoBox tromso = new GeoBox(69.6, 18.9, 69.7, 19.1);
    Applicability days =
        new Applicability(Instant.MIN, Instant.MAX, List.of(sun(SunEvent.SR, SunEvent.SS)));
    Applicability nights =
        new Applicability(Instant.MIN, Instant.MAX, List.of(sun(SunEvent.SS, SunEvent.SR)));
    Instant midwinter = Instant.parse("2026-12-21T00:00:00Z");
    Instant midsummer = Instant.parse("2026-06-21T00:00:00Z");
    for (Applicability each : List.of(days, nights)) {
      for (Instant from : List.of(midwinter, midsummer)) {
        Instant until = from.plus(Duration.ofDays(4));
        assertThat(each.periods(from, until, tromso)).containsExactly(new TimeSpan(from, until));
      }
    }
  }

  @Test
  void a_window_from_a_time_to_sunset_mixes_both() {
    DailyWindow afternoon =
        new DailyWindow(
            EVERY_DAY,
            new DayMark.At(LocalTime.of(14, 0), ZoneOffset.ofHours(1)),
            new DayMark.Event(SunEvent.SS));
    UasZone zone = zone(afternoon);
    List<TimeSpan> spans = zone.periods(MONDAY, MONDAY.plus(Duration.ofDays(1)));
    assertThat(spans).hasSize(1);
    assertThat(spans.get(0).from()).isEqualTo(Instant.parse("2026-11-16T13:00:00Z"));
    // sunset at Saint-Etienne in mid November is about 16:05 UTC
    assertThat(spans.get(0).until())
        .isBetween(Instant.parse("2026-11-16T16:00:00Z"), Instant.parse("2026-11-16T16:20:00Z"));
  }

  @Test
  void beyond_the_limit_of_days_a_zone_is_answered_as_in_force() {
    UasZone zone = zone(DailyWindow.utc(EVERY_DAY, LocalTime.of(8, 0), LocalTime.of(9, 0)));
    Instant far = MONDAY.plus(Duration.ofDays(10_000));
    List<TimeSpan> spans = zone.periods(MONDAY, far);
    assertThat(spans).hasSize(DailySpans.DAYS_MAX + 1);
    assertThat(spans.get(DailySpans.DAYS_MAX))
        .isEqualTo(new TimeSpan(MONDAY.plus(Duration.ofDays(DailySpans.DAYS_MAX)), far));
    assertThat(zone.periods(Instant.MIN, Instant.MAX)).isNotEmpty();
    assertThat(zone.inForce(Instant.MIN, Instant.MAX)).isTrue();
    assertThat(zone.nextChange(MONDAY, Instant.MAX)).contains(MONDAY.plus(Duration.ofHours(8)));
  }

  @Test
  void the_next_change_is_the_next_begin_or_end_strictly_after() {
    UasZone zone = zone(DailyWindow.utc(EVERY_DAY, LocalTime.of(8, 0), LocalTime.of(9, 0)));
    Instant eight = MONDAY.plus(Duration.ofHours(8));
    Instant nine = MONDAY.plus(Duration.ofHours(9));
    assertThat(zone.nextChange(MONDAY, nine)).contains(eight);
    assertThat(zone.nextChange(eight, nine)).contains(nine);
    assertThat(zone.nextChange(nine, nine.plusSeconds(60))).isEmpty();
    assertThat(zone.nextChange(nine, nine.plus(Duration.ofDays(1))))
        .contains(eight.plus(Duration.ofDays(1)));
    assertThat(zone.nextChange(MONDAY, eight.minusSeconds(1))).isEmpty();
    assertThat(zone(Applicability.PERMANENT, zone.box()).nextChange(MONDAY, Instant.MAX)).isEmpty();
  }
}
