package org.vigie.geofence.zone.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.UasZone;

/**
 * When zones are in force. The periods of a zone with hours are told for some weeks at a time and
 * kept, those of any other for ever, so that a question costs a look into an array. Mutable:
 * confined to one caller.
 */
final class Schedule {
  /** Periods are told from one multiple of this to the next: questions of a season share them. */
  private static final long STRETCH_MS = Duration.ofDays(64).toMillis();

  /** And a little on, for questions that begin at the end of a stretch. */
  private static final long BEYOND_MS = Duration.ofDays(7).toMillis();

  /** Far from any date, but no overflow when days are added. */
  private static final long EPOCH_MS_MAX = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

  private static final Kept ALWAYS =
      new Kept(Long.MIN_VALUE, Long.MAX_VALUE, new long[] {Long.MIN_VALUE, Long.MAX_VALUE});

  /** The first and last instants of periods in turn, told from one instant to another. */
  private static final class Kept {
    private final long fromMs;
    private final long untilMs;
    private final long[] periods;

    Kept(long fromMs, long untilMs, long[] periods) {
      this.fromMs = fromMs;
      this.untilMs = untilMs;
      this.periods = periods;
    }

    /** Whether some period has an instant in common with a span within the stretch. */
    boolean meets(long from, long until) {
      int low = 0;
      int high = periods.length / 2;
      // the first period that ends at or after the span's begin
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (periods[2 * middle + 1] < from) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return 2 * low < periods.length && periods[2 * low] <= until;
    }
  }

  private final UasZone[] zones;

  /** For each zone the latest even and the latest odd stretch: going to and fro costs nothing. */
  private final @Nullable Kept[] kept;

  Schedule(UasZone[] zones) {
    this.zones = zones;
    kept = new Kept[2 * zones.length];
    for (int i = 0; i < zones.length; i++) {
      if (!zones[i].understood() || zones[i].applicability().contains(Applicability.PERMANENT)) {
        keep(i, ALWAYS);
      } else if (zones[i].applicability().stream().allMatch(a -> a.windows().isEmpty())) {
        keep(i, tell(zones[i], -EPOCH_MS_MAX, EPOCH_MS_MAX));
      }
    }
  }

  private void keep(int zone, Kept forEver) {
    kept[2 * zone] = forEver;
    kept[2 * zone + 1] = forEver;
  }

  /** Whether a zone may be in force at some instant between two, both included. */
  boolean inForce(int zone, long fromMs, long untilMs) {
    long stretch = Math.floorDiv(fromMs, STRETCH_MS);
    int place = 2 * zone + (int) (stretch & 1);
    Kept known = kept[place];
    if (known == null || fromMs < known.fromMs || untilMs > known.untilMs) {
      if (Math.max(Math.abs(fromMs), Math.abs(untilMs)) > EPOCH_MS_MAX
          || untilMs - fromMs > BEYOND_MS) {
        return zones[zone].inForce(Instant.ofEpochMilli(fromMs), Instant.ofEpochMilli(untilMs));
      }
      long beginMs = stretch * STRETCH_MS;
      known = tell(zones[zone], beginMs, beginMs + STRETCH_MS + BEYOND_MS);
      kept[place] = known;
    }
    return known.meets(fromMs, untilMs);
  }

  private static Kept tell(UasZone zone, long fromMs, long untilMs) {
    List<TimeSpan> spans =
        zone.periods(Instant.ofEpochMilli(fromMs), Instant.ofEpochMilli(untilMs));
    long[] periods = new long[2 * spans.size()];
    for (int i = 0; i < spans.size(); i++) {
      // milliseconds round down: what begins within one is in force in it
      periods[2 * i] = spans.get(i).from().toEpochMilli();
      periods[2 * i + 1] = spans.get(i).until().toEpochMilli();
    }
    return new Kept(fromMs, untilMs, periods);
  }
}
