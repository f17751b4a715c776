package org.vigie.geofence.zone.index;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.DailyWindow;

/** Zones with hours. */
final class Hours {
  private Hours() {}

  static Applicability on(DayOfWeek day, int fromHour, int untilHour) {
    return new Applicability(
        Instant.MIN,
        Instant.MAX,
        List.of(
            DailyWindow.utc(Set.of(day), LocalTime.of(fromHour, 0), LocalTime.of(untilHour, 0))));
  }
}
