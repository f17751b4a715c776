package org.vigie.geofence.zone.io;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.sun.SunEvent;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.DailyWindow;
import org.vigie.geofence.zone.DataSource;
import org.vigie.geofence.zone.DayMark;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.LocalText;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneAuthority;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.geofence.zone.ZoneVariant;

/** Zones with anything in any field, from a seed. */
final class RandomZones {
  private static final String[] WORDS = {
    "Zone",
    "Aérodrome de Saint-Étienne",
    "<b>HTML</b> & \"quotes\"",
    "\u2014 tiret \\ \n\tligne",
    "東京",
    "a",
    "U+1F681 \uD83D\uDE81",
    "null",
    "0",
    "YES; NO"
  };

  private final Random random;

  RandomZones(Random random) {
    this.random = random;
  }

  ZoneFile file(int zones) {
    List<UasZone> list = new ArrayList<>();
    for (int i = 0; i < zones; i++) {
      list.add(zone(i));
    }
    ZoneSource source =
        new ZoneSource(
            "r.json",
            random.nextBoolean() ? "" : word(),
            maybe(this::instant),
            maybe(this::instant),
            maybe(this::instant),
            random.nextInt(4) > 0);
    return new ZoneFile(list, List.of(), source);
  }

  private UasZone zone(int index) {
    boolean understood = random.nextInt(5) > 0;
    return new UasZone(
        pick("FR", "features/", "FR VG 001 é/~", "x-vigie") + index,
        pick("USA", "JPN", ""),
        pick(ZoneVariant.values()),
        understood ? pick(Restriction.values()) : Restriction.PROHIBITED,
        list(
            random.nextInt(8) == 0 ? 12 : 3,
            () -> pick("AIR_TRAFFIC", "FOREIGN_TERRITORY", "DAR", "OTHER", "MY_OWN")),
        !understood || random.nextBoolean()
            ? List.of(Applicability.PERMANENT)
            : some(3, this::period),
        some(
            3,
            () ->
                understood
                    ? solid()
                    : new ZoneGeometry(solid().projection(), VerticalBand.UNLIMITED)),
        information(),
        understood);
  }

  private ZoneInformation information() {
    return new ZoneInformation(
        list(3, this::text),
        list(3, this::text),
        list(2, this::text),
        list(3, this::word),
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt()),
        maybe(random::nextBoolean),
        random.nextBoolean() ? "" : word(),
        list(3, this::authority),
        random.nextBoolean() ? DataSource.UNKNOWN : dataSource(),
        random.nextBoolean() ? "" : extended());
  }

  /** Names that the formats know stand here for what a publisher meant by them. */
  private String extended() {
    return "{\"b\":[1,2.5,null,{\"c\":true}],\"a\":\""
        + random.nextInt()
        + "\",\""
        + pick("name", "country", "upper", "startDateTime", "featureId", "_x-vigie", "é&")
        + "\":"
        + pick("null", "{}", "[]", "-1.0E-7", "12345678901234567890123", "\"\"")
        + "}";
  }

  private DataSource dataSource() {
    return new DataSource(maybe(this::instant), maybe(this::instant), text());
  }

  private ZoneAuthority authority() {
    return new ZoneAuthority(
        list(2, this::text),
        list(2, this::text),
        list(2, this::text),
        random.nextBoolean() ? "" : "https://example.org",
        random.nextBoolean() ? "" : "a@example.org",
        random.nextBoolean() ? "" : "+33 4 00 00 00 00",
        pick("AUTHORIZATION", "NOTIFICATION", "INFORMATION", ""),
        pick("P10DT00H", "PT30M", ""));
  }

  private Applicability period() {
    Instant from = random.nextInt(4) == 0 ? Instant.MIN : instant();
    Instant until = random.nextInt(4) == 0 ? Instant.MAX : instant();
    return from.isAfter(until)
        ? new Applicability(until, from, list(3, this::window))
        : new Applicability(from, until, list(3, this::window));
  }

  private DailyWindow window() {
    Set<DayOfWeek> days = EnumSet.of(pick(DayOfWeek.values()), pick(DayOfWeek.values()));
    return new DailyWindow(
        random.nextBoolean() ? days : EnumSet.allOf(DayOfWeek.class), mark(), mark());
  }

  private DayMark mark() {
    return random.nextInt(3) == 0
        ? new DayMark.Event(pick(SunEvent.values()))
        : new DayMark.At(
            LocalTime.ofNanoOfDay((long) (random.nextDouble() * 86_400e9)),
            ZoneOffset.ofTotalSeconds(
                random.nextInt(8) == 0
                    ? random.nextInt(129_601) - 64_800
                    : 900 * (random.nextInt(97) - 48)));
  }

  private ZoneGeometry solid() {
    return new ZoneGeometry(random.nextInt(3) == 0 ? circle() : polygon(), band());
  }

  private HorizontalProjection circle() {
    LatLon centre = new LatLon(-80 + 160 * random.nextDouble(), -170 + 340 * random.nextDouble());
    return new HorizontalProjection.Circle(centre, 0.1 + 10_000 * random.nextDouble());
  }

  private HorizontalProjection polygon() {
    double latDeg = -80 + 160 * random.nextDouble();
    double lonDeg = -170 + 340 * random.nextDouble();
    List<GeoPolygon> holes = new ArrayList<>();
    int corners = 3 + random.nextInt(20);
    // with fewer corners an edge may pass through the holes
    if (corners >= 5 && random.nextInt(2) == 0) {
      holes.add(ring(latDeg, lonDeg, 0.001, 3 + random.nextInt(20)));
    }
    if (corners >= 12 && random.nextInt(2) == 0) {
      holes.add(ring(latDeg + 0.0025, lonDeg, 0.0005, 3 + random.nextInt(4)));
    }
    return new HorizontalProjection.Polygon(ring(latDeg, lonDeg, 0.01, corners), holes);
  }

  private GeoPolygon ring(double latDeg, double lonDeg, double sizeDeg, int corners) {
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + 0.5 * random.nextDouble()) / corners;
      double reachDeg = sizeDeg * (0.5 + random.nextDouble());
      ring.add(
          new LatLon(latDeg + reachDeg * Math.sin(angle), lonDeg + reachDeg * Math.cos(angle)));
    }
    return new GeoPolygon(ring);
  }

  private VerticalBand band() {
    double lowerM = 1000 * random.nextDouble() * 0.3048;
    double upperM = lowerM + 0.1 + 1000 * random.nextDouble();
    return new VerticalBand(
        random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : lowerM,
        pick(VerticalReference.values()),
        random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : upperM,
        pick(VerticalReference.values()));
  }

  private Instant instant() {
    double reachS = random.nextInt(8) == 0 ? 1e12 : 4e9;
    return Instant.ofEpochSecond(
        (long) (reachS * (random.nextDouble() - 0.1)), pick(0L, 123_000L, 999_999_999L));
  }

  private LocalText text() {
    return new LocalText(random.nextInt(8) == 0 ? "" : word(), pick("", "fr", "fr-FR", "en-GB"));
  }

  private String word() {
    return pick(WORDS);
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
  }

  private <T> List<T> list(int max, Supplier<T> value) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(max + 1); i > 0; i--) {
      list.add(value.get());
    }
    return list;
  }

  private <T> List<T> some(int max, Supplier<T> value) {
    List<T> list = new ArrayList<>(list(max - 1, value));
    list.add(value.get());
    return list;
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
