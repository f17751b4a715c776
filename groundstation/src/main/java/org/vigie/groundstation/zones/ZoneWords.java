package org.vigie.groundstation.zones;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.DailyWindow;
import org.vigie.geofence.zone.DayMark;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.groundstation.text.Texts;

/** A zone in words: what it demands, between which heights, where and when. */
final class ZoneWords {
  private static final int WEEK = 7;
  private static final int DAY_LETTERS = 3;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Texts texts;

  ZoneWords(Texts texts) {
    this.texts = texts;
  }

  String restriction(UasZone zone) {
    return zone.understood()
        ? texts.get("zones.restriction." + code(zone.restriction()))
        : texts.get("zones.restriction.not-understood");
  }

  private static String code(Restriction restriction) {
    return restriction.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String heights(VerticalBand band) {
    return texts.get(
        "zones.heights",
        limit(band.lowerM(), band.lowerReference()),
        limit(band.upperM(), band.upperReference()));
  }

  private String limit(double metres, VerticalReference reference) {
    if (Double.isInfinite(metres)) {
      return texts.get(metres < 0 ? "zones.heights.surface" : "zones.heights.unlimited");
    }
    // a rounded limit must not look wider than it is
    String figure =
        metres == Math.rint(metres)
            ? String.format(Locale.ROOT, "%.0f", metres)
            : String.format(Locale.ROOT, "%.1f", metres);
    return figure + " m " + reference;
  }

  String place(ZoneGeometry solid) {
    if (solid.projection() instanceof HorizontalProjection.Circle circle) {
      return texts.get("zones.circle", length(circle.radiusM()), point(circle.centre()));
    }
    HorizontalProjection.Polygon polygon = (HorizontalProjection.Polygon) solid.projection();
    int corners = polygon.outer().ring().size();
    LatLon first = polygon.outer().ring().get(0);
    return polygon.holes().isEmpty()
        ? texts.get("zones.polygon", corners, point(first))
        : texts.get("zones.polygon.holes", corners, polygon.holes().size(), point(first));
  }

  private static String point(LatLon point) {
    return String.format(Locale.ROOT, "%.5f, %.5f", point.latDeg(), point.lonDeg());
  }

  private static String length(double metres) {
    return metres < 1000
        ? String.format(Locale.ROOT, "%.0f m", metres)
        : String.format(Locale.ROOT, "%.1f km", metres / 1000);
  }

  String times(UasZone zone) {
    List<String> periods = new ArrayList<>();
    for (Applicability period : zone.applicability()) {
      periods.add(period(period));
    }
    return String.join("; ", periods);
  }

  private String period(Applicability period) {
    boolean begun = period.from().equals(Instant.MIN);
    boolean endless = period.until().equals(Instant.MAX);
    String span =
        begun && endless
            ? texts.get("zones.always")
            : begun
                ? texts.get("zones.until", MINUTE.format(period.until()))
                : endless
                    ? texts.get("zones.from", MINUTE.format(period.from()))
                    : texts.get(
                        "zones.between",
                        MINUTE.format(period.from()),
                        MINUTE.format(period.until()));
    List<String> windows = period.windows().stream().map(this::window).toList();
    return windows.isEmpty() ? span : span + ", " + String.join(", ", windows);
  }

  private String window(DailyWindow window) {
    String days =
        window.days().size() == WEEK
            ? texts.get("zones.daily")
            : String.join(
                " ",
                window.days().stream()
                    .sorted()
                    .map(day -> texts.get("zones.day." + day.name().substring(0, DAY_LETTERS)))
                    .toList());
    return days + " " + mark(window.start()) + "\u2013" + mark(window.end());
  }

  private String mark(DayMark mark) {
    if (mark instanceof DayMark.Event sun) {
      return texts.get("zones.sun." + sun.event().name());
    }
    DayMark.At at = (DayMark.At) mark;
    return at.time() + at.offset().getId();
  }

  /** How old something is, in whole days, hours or minutes. */
  String age(Instant made, Instant now) {
    if (made.isAfter(now)) {
      return texts.get("zones.age.future");
    }
    long minutes = Math.max(0, ChronoUnit.MINUTES.between(made, now));
    long hours = minutes / 60;
    long days = hours / 24;
    return days > 0
        ? texts.get("zones.age.days", days)
        : hours > 0 ? texts.get("zones.age.hours", hours) : texts.get("zones.age.minutes", minutes);
  }
}
