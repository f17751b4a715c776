package org.vigie.groundstation.console.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.vigie.groundstation.text.Texts;

/** Moments for people: local time, UTC beside it. */
public final class Moments {
  private final DateTimeFormatter seconds;
  private final DateTimeFormatter minutes;
  private final DateTimeFormatter day;
  private final ZoneId zone;

  public Moments(ZoneId zone, Texts texts) {
    this.zone = zone;
    this.seconds = DateTimeFormatter.ofPattern("HH:mm:ss", texts.locale());
    this.minutes = DateTimeFormatter.ofPattern("HH:mm", texts.locale());
    this.day = DateTimeFormatter.ofPattern(texts.get("console.day"), texts.locale());
  }

  public String local(Instant at) {
    return seconds.format(at.atZone(zone));
  }

  public String utc(Instant at) {
    return minutes.format(at.atZone(ZoneOffset.UTC)) + " UTC";
  }

  /** For example {@code 14:03:22 (13:03 UTC)}. */
  public String both(Instant at) {
    return local(at) + " (" + utc(at) + ")";
  }

  /** For example {@code 14 Nov}. */
  public String day(Instant at) {
    return day.format(at.atZone(zone));
  }
}
