package org.vigie.geofence.zone;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.sun.AlmanacSun;
import org.vigie.geofence.sun.SunEvent;

/**
 * When a zone is in force, by walking through time a minute at a step: at each step it looks at
 * clocks and at the sun's height, and opens and closes windows as their marks go by. It lays out no
 * day, and shares neither the calendar nor the sun with what it checks.
 *
 * <p>A window opens when its start mark goes by on one of its days, and closes at the first end
 * mark after that whose own day is not an earlier one. Marks of a clock are exact; those of the sun
 * are uncertain, so that there are minutes at which a zone must be in force and more at which it
 * may.
 */
final class EveryMinute {
  /** Five minutes of the sun's uncertainty, one of the walk and one of its own sun. */
  private static final int SUN_MINUTES = 7;

  /** An end this shortly after a start may be one before it, when the sun marks either. */
  private static final int UNTOLD_MINUTES = 2 * SUN_MINUTES;

  /** No window is open longer. */
  private static final int BEFORE_MINUTES = 8 * 24 * 60;

  private final Instant from;
  private final LatLon place;
  private final BitSet must = new BitSet();
  private final BitSet may = new BitSet();

  /** The sun's height at each minute from the first before all; NaN where nobody has looked. */
  private final double[] sunDeg;

  private static final class Open {
    private final int start;
    private final LocalDate day;
    private boolean closed;

    Open(int start, LocalDate day) {
      this.start = start;
      this.day = day;
    }
  }

  /**
   * Walks.
   *
   * @param from a whole minute
   * @param minutes how many, beside the first
   */
  EveryMinute(List<Applicability> periods, Instant from, int minutes, LatLon place) {
    this.from = from;
    this.place = place;
    sunDeg = new double[BEFORE_MINUTES + minutes + SUN_MINUTES + 2];
    Arrays.fill(sunDeg, Double.NaN);
    for (Applicability period : periods) {
      BitSet surely = new BitSet();
      BitSet perhaps = new BitSet();
      if (period.windows().isEmpty()) {
        surely.set(0, minutes + 1);
        perhaps.set(0, minutes + 1);
      }
      for (DailyWindow window : period.windows()) {
        walk(window, minutes, surely, perhaps);
      }
      for (int minute = 0; minute <= minutes; minute++) {
        Instant at = at(minute);
        boolean inPeriod = !at.isBefore(period.from()) && !at.isAfter(period.until());
        must.set(minute, must.get(minute) || (inPeriod && surely.get(minute)));
        may.set(minute, may.get(minute) || (inPeriod && perhaps.get(minute)));
      }
    }
  }

  Instant at(int minute) {
    return from.plusSeconds(60L * minute);
  }

  /** Whether the zone has to be in force. */
  boolean must(int minute) {
    return must.get(minute);
  }

  /** Whether the zone may be in force. */
  boolean may(int minute) {
    return may.get(minute);
  }

  private void walk(DailyWindow window, int minutes, BitSet surely, BitSet perhaps) {
    boolean startSun = window.start() instanceof DayMark.Event;
    boolean endSun = window.end() instanceof DayMark.Event;
    int untold = startSun || endSun ? UNTOLD_MINUTES : 0;
    List<Open> open = new ArrayList<>();
    for (int minute = -BEFORE_MINUTES; minute <= minutes + SUN_MINUTES; minute++) {
      LocalDate start = day(window.start(), minute);
      if (start != null && window.days().contains(DayOfWeek.from(start))) {
        open.add(new Open(minute, start));
        set(perhaps, minute - (startSun ? SUN_MINUTES : 0), minute);
      }
      LocalDate end = day(window.end(), minute);
      for (Iterator<Open> all = open.iterator(); all.hasNext(); ) {
        Open each = all.next();
        boolean ends = end != null && !end.isBefore(each.day) && minute > each.start;
        // a sun's mark went by within the minute before: it was surely not reached at its end
        if (!each.closed && !(ends && endSun)) {
          set(surely, minute, minute);
        }
        set(perhaps, minute, minute);
        each.closed |= ends;
        if (ends && minute > each.start + untold) {
          set(perhaps, minute, minute + (endSun ? SUN_MINUTES : 0));
          all.remove();
        }
      }
    }
  }

  private double sunDeg(int minute) {
    int index = minute + BEFORE_MINUTES + 1;
    if (Double.isNaN(sunDeg[index])) {
      sunDeg[index] = AlmanacSun.elevationDeg(at(minute), place);
    }
    return sunDeg[index];
  }

  private static void set(BitSet minutes, int first, int last) {
    if (last >= 0) {
      minutes.set(Math.max(0, first), last + 1);
    }
  }

  /** The day of a mark that goes by in a minute; null when it does not. */
  private @Nullable LocalDate day(DayMark mark, int minute) {
    if (mark instanceof DayMark.At clock) {
      OffsetDateTime there = at(minute).atOffset(clock.offset());
      boolean now =
          there.getMinute() == clock.time().getMinute() && there.toLocalTime().equals(clock.time());
      return now ? there.toLocalDate() : null;
    }
    SunEvent event = ((DayMark.Event) mark).event();
    boolean rises = event == SunEvent.BMCT || event == SunEvent.SR;
    double heightDeg = event == SunEvent.SR || event == SunEvent.SS ? -0.833 : -6;
    boolean before = sunDeg(minute - 1) >= heightDeg;
    boolean after = sunDeg(minute) >= heightDeg;
    if (before == after || after != rises) {
      return null;
    }
    // a rising belongs to the mean noon after it, a setting to the one before
    long towardsNoonS = (rises ? 12 : -12) * 3600L;
    return at(minute)
        .plusSeconds(Math.round(place.lonDeg() * 240) + towardsNoonS)
        .atOffset(ZoneOffset.UTC)
        .toLocalDate();
  }
}
