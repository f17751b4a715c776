package org.vigie.groundstation.flightlog.report.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.compliance.evidence.Validity;
import org.vigie.groundstation.text.EntryWords;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.PlanWords;
import org.vigie.groundstation.text.Texts;

/** What a page says, in its language; what is not known is told as unknown. Immutable. */
public final class Words {
  private static final String BUNDLE = "org.vigie.groundstation.flightlog.report.page.report";
  private static final DateTimeFormatter ISO_DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter FRENCH_DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TENTHS =
      DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT);
  private static final double MEGA = 1e6;
  private static final double KILO = 1e3;

  private final Language language;
  private final Texts own;
  private final Texts shared;
  private final EntryWords entries;

  public Words(Language language) {
    this.language = language;
    this.own = Texts.of(BUNDLE, language);
    this.shared = Texts.in(language);
    this.entries = new EntryWords(shared, flight -> List.of());
  }

  public Language language() {
    return language;
  }

  /** A text of reports. */
  public String get(String key, Object... arguments) {
    return own.get(key, arguments);
  }

  /** The name of a code that screens show too. */
  public String shared(String prefix, String code) {
    return code.isEmpty() ? unknown() : shared.name(prefix, code);
  }

  /** The name of a code that only reports show. */
  public String name(String prefix, String code) {
    return code.isEmpty() ? unknown() : own.name(prefix, code);
  }

  EntryWords entries() {
    return entries;
  }

  /** What stands for everything that the record does not tell. */
  public String unknown() {
    return own.get("unknown");
  }

  /** The text itself, or that it is unknown. */
  public String known(@Nullable String text) {
    return text == null || text.isEmpty() ? unknown() : text;
  }

  /** Day of legal time in metropolitan France. */
  public String day(LocalDate day) {
    return (language == Language.FR ? FRENCH_DAY : ISO_DAY).format(day);
  }

  /** Day, UTC. */
  public String day(Instant at) {
    return day(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Hours, minutes and seconds, UTC. */
  public String time(Instant at) {
    return SECONDS.format(at.atZone(ZoneOffset.UTC));
  }

  /** The same to a tenth of a second. */
  String exactTime(Instant at) {
    return TENTHS.format(at.atZone(ZoneOffset.UTC));
  }

  /** Day and time, UTC. */
  public String moment(@Nullable Instant at) {
    return at == null ? unknown() : day(at) + " " + time(at) + " UTC";
  }

  /** Day and time where most of the services are. */
  public String legal(Instant at) {
    ZoneId zone = Validity.LEGAL_ZONE;
    return day(LocalDate.ofInstant(at, zone)) + " " + SECONDS.format(at.atZone(zone));
  }

  /** Degrees. */
  public String place(@Nullable LatLon place) {
    return place == null ? unknown() : PlanWords.place(place);
  }

  /** A number to a tenth, with its unit. */
  public String number(@Nullable Double value, String unit) {
    return value == null ? unknown() : new PlanWords(shared).number(value, unit);
  }

  /** Seconds, from a minute on with minutes. */
  public String duration(@Nullable Duration time) {
    return time == null ? unknown() : new PlanWords(shared).duration(time.toMillis() / KILO);
  }

  /** A short time, to a tenth of a second. */
  String seconds(@Nullable Duration time) {
    return time == null ? unknown() : number(time.toMillis() / KILO, "s");
  }

  String bytes(long bytes) {
    if (bytes < 0) {
      return unknown();
    }
    return bytes < MEGA
        ? number(Math.ceil(bytes / KILO), get("unit.kb"))
        : number(bytes / MEGA, get("unit.mb"));
  }
}
