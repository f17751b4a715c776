package org.vigie.geofence.zone;

import java.time.LocalTime;
import java.time.ZoneOffset;
import org.vigie.geofence.sun.SunEvent;

/**
 * A moment of a day at which a daily window starts or ends: a time on the clock or an event of the
 * sun, never both.
 *
 * @source EUROCAE ED-318, dailyPeriod: startTime or startEvent, endTime or endEvent
 */
public sealed interface DayMark {
  /**
   * A time on the clock.
   *
   * @param offset of that clock from UTC; the day it belongs to is that clock's day
   */
  record At(LocalTime time, ZoneOffset offset) implements DayMark {}

  /** An event of the sun at the zone's place, on the solar day there. */
  record Event(SunEvent event) implements DayMark {}
}
