package org.vigie.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.sun.SunEvent;

/**
 * What is told of a zone's times against {@link EveryMinute}, over weeks in which clocks change.
 */
class EveryMinuteTest {
  /** Changes of the clocks in Europe and America, the solstices, and days around a new year. */
  private static final List<Instant> WEEKS =
      List.of(
          Instant.parse("2026-03-06T00:00:00Z"),
          Instant.parse("2026-03-27T00:00:00Z"),
          Instant.parse("2026-06-19T00:00:00Z"),
          Instant.parse("2026-10-23T00:00:00Z"),
          Instant.parse("2026-12-19T00:00:00Z"),
          Instant.parse("2027-12-29T00:00:00Z"),
          Instant.parse("2028-02-25T00:00:00Z"));

  private static final int MINUTES_MAX = 16 * 24 * 60;

  @Test
  void hours_of_any_clocks_are_those_of_a_walk_through_every_minute() {
    walkThrough(new Random(11), 60, false);
  }

  @Test
  void hours_of_clocks_and_sun_are_those_of_a_walk_through_every_minute() {
    walkThrough(new Random(12), 40, true);
  }

  @Test
  @Tag("deep")
  void ten_thousand_schedules_are_those_of_a_walk_through_every_minute() {
    walkThrough(new Random(13), 5_000, false);
    walkThrough(new Random(14), 5_000, true);
  }

  private static void walkThrough(Random random, int rounds, boolean sun) {
    int closed = 0;
    int opened = 0;
    for (int round = 0; round < rounds; round++) {
      Instant from = pick(random, WEEKS).plusSeconds(120L * random.nextInt(2000));
      int minutes = 1 + random.nextInt(MINUTES_MAX);
      LatLon place = new LatLon(random.nextDouble() * 110 - 55, random.nextDouble() * 358 - 179);
      List<Applicability> periods = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(2); i++) {
        periods.add(period(random, from, sun));
      }
      EveryMinute walk = new EveryMinute(periods, from, minutes, place);
      UasZone zone = zone(periods, place);
      List<TimeSpan> told = zone.periods(from, walk.at(minutes));
      int span = 0;
      for (int minute = 0; minute <= minutes; minute++) {
        Instant at = walk.at(minute);
        while (span < told.size() && told.get(span).until().isBefore(at)) {
          span++;
        }
        boolean inForce = span < told.size() && !told.get(span).from().isAfter(at);
        if (inForce ? !walk.may(minute) : walk.must(minute)) {
          assertThat(inForce).as("%s at %s, %s", periods, at, place).isEqualTo(walk.must(minute));
        }
        closed += walk.must(minute) ? 1 : 0;
        opened += walk.may(minute) ? 0 : 1;
        // each answer alone costs a look at every window of the days around
        if (random.nextInt(2000) == 0) {
          assertThat(zone.inForce(at, at)).as("%s at %s", periods, at).isEqualTo(inForce);
        }
      }
      if (!sun) {
        checkChanges(zone, walk, minutes);
      }
    }
    assertThat(closed).isGreaterThan(rounds * 500);
    assertThat(opened).isGreaterThan(rounds * 500);
  }

  /** Every change in turn is a minute before or at which a walk sees another state. */
  private static void checkChanges(UasZone zone, EveryMinute walk, int minutes) {
    List<Instant> walked = new ArrayList<>();
    for (int minute = 1; minute < minutes; minute++) {
      boolean begins = walk.must(minute) && !walk.must(minute - 1);
      boolean ends = walk.must(minute) && !walk.must(minute + 1);
      if (begins || ends) {
        walked.add(walk.at(minute));
      }
    }
    Instant last = walk.at(minutes).minusSeconds(1);
    List<Instant> told = new ArrayList<>();
    Optional<Instant> change = zone.nextChange(walk.at(0), last);
    while (change.isPresent() && told.size() <= minutes) {
      told.add(change.get());
      change = zone.nextChange(change.get(), last);
    }
    assertThat(told).as("%s", zone.applicability()).isEqualTo(walked);
  }

  @Test
  void sources_do_not_tell_what_is_closed_wherever_a_minute_is_not_vouched_for() {
    Random random = new Random(15);
    Instant origin = WEEKS.get(0);
    for (int round = 0; round < 2000; round++) {
      Optional<Instant> from = minute(random, origin);
      Optional<Instant> until = minute(random, origin);
      boolean complete = random.nextInt(4) > 0;
      ZoneSource source = new ZoneSource("s", "", Optional.empty(), from, until, complete);
      int first = random.nextInt(200);
      int last = first + random.nextInt(50);
      boolean unknown =
          IntStream.rangeClosed(first, last)
              .mapToObj(minute -> origin.plusSeconds(60L * minute))
              .anyMatch(
                  at ->
                      !complete
                          || (from.isPresent() && at.isBefore(from.get()))
                          || (until.isPresent() && at.isAfter(until.get())));
      TimeSpan asked =
          new TimeSpan(origin.plusSeconds(60L * first), origin.plusSeconds(60L * last));
      assertThat(new ZoneSet(List.of(), List.of(source)).unknownDuring(asked))
          .as("%s in %s", source, asked)
          .isEqualTo(unknown ? List.of("s") : List.of());
    }
  }

  private static Optional<Instant> minute(Random random, Instant origin) {
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(origin.plusSeconds(60L * random.nextInt(250)));
  }

  private static UasZone zone(List<Applicability> periods, LatLon place) {
    UasZone always =
        UasZone.permanent(
            "Z",
            "FRA",
            Restriction.PROHIBITED,
            List.of(
                new ZoneGeometry(
                    new HorizontalProjection.Circle(place, 100), VerticalBand.UNLIMITED)));
    return new UasZone(
        always.identifier(),
        always.country(),
        always.variant(),
        always.restriction(),
        always.reasons(),
        periods,
        always.geometry(),
        always.information(),
        true);
  }

  private static Applicability period(Random random, Instant around, boolean sun) {
    Instant from = around.plus(Duration.ofMinutes(2L * (random.nextInt(6000) - 3000)));
    Instant until = from.plus(Duration.ofMinutes(2L * random.nextInt(12_000)));
    List<DailyWindow> windows = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
      windows.add(
          new DailyWindow(
              random.nextInt(3) == 0 ? EnumSet.allOf(DayOfWeek.class) : days,
              mark(random, sun),
              mark(random, sun)));
    }
    return new Applicability(
        random.nextInt(3) == 0 ? Instant.MIN : from,
        random.nextInt(3) == 0 ? Instant.MAX : until,
        windows);
  }

  /** At an even minute: spans that end a minute apart would look like one. */
  private static DayMark mark(Random random, boolean sun) {
    if (sun && random.nextBoolean()) {
      return new DayMark.Event(pick(random, List.of(SunEvent.values())));
    }
    // mostly the hours of a country of Europe, in winter or summer, sometimes of anywhere
    int halfHours = random.nextInt(3) == 0 ? random.nextInt(73) - 36 : 2 * random.nextInt(3);
    return new DayMark.At(
        LocalTime.of(random.nextInt(24), 2 * random.nextInt(30)),
        ZoneOffset.ofTotalSeconds(1800 * halfHours));
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
