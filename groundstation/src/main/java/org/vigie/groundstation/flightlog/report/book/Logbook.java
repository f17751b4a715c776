package org.vigie.groundstation.flightlog.report.book;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flightlog.report.export.Csv;
import org.vigie.groundstation.text.PlanWords;

/**
 * The logbook of a pilot, or of all: every flight that left the ground, in order, with running
 * totals of each aircraft. What the record cannot know (defects, repairs, what the pilot saw) has
 * its columns, for people to fill in.
 *
 * @source Regulation (EU) 2019/947, UAS.SPEC.050 (1)(g); UK CAA CAP 722, AMC1 UAS.SPEC.050
 */
public final class Logbook {
  private static final List<String> HEADINGS =
      List.of(
          "flight",
          "takeOffUtc",
          "takeOffPlace",
          "landingUtc",
          "landingPlace",
          "duration",
          "aircraft",
          "aircraftSerial",
          "aircraftTotal",
          "pilots",
          "service",
          "operatorNumber",
          "activity",
          "authorisations",
          "lineOfSight",
          "preFlightChecks",
          "unusualOccurrences",
          "supervisionFindings",
          "outcome",
          "recordVerdict",
          "recordSha256",
          "siteSurvey",
          "defects",
          "repairsAndConfiguration",
          "remarks");

  private static final String UNKNOWN = "unknown";

  /** For people to fill in. */
  private static final String BLANK = "";

  private Logbook() {}

  /**
   * The logbook as CSV: codes and ISO 8601, the same in every language.
   *
   * @param pilot whose; absent for everybody's
   */
  public static String csv(List<BookLine> flights, @Nullable String pilot) {
    Map<String, Duration> totals = new HashMap<>();
    List<List<String>> rows = new ArrayList<>();
    flights.stream()
        .filter(BookLine::flew)
        .sorted(
            Comparator.comparing((BookLine line) -> line.findDay().map(Object::toString).orElse(""))
                .thenComparing(line -> String.valueOf(line.takenOff()))
                .thenComparing(line -> line.who().flight()))
        .forEach(
            line -> {
              Duration total =
                  totals.merge(
                      line.who().aircraft(),
                      line.findAirborne().orElse(Duration.ZERO),
                      Duration::plus);
              if (pilot == null || line.pilots().contains(pilot)) {
                rows.add(row(line, total));
              }
            });
    return Csv.of(HEADINGS, rows);
  }

  private static List<String> row(BookLine line, Duration total) {
    return List.of(
        known(line.who().flight()),
        instant(line.takenOff()),
        place(line.who().home()),
        instant(line.landed()),
        place(line.landing()),
        line.findAirborne().map(Logbook::clock).orElse(UNKNOWN),
        known(line.who().aircraft()),
        known(line.serial()),
        clock(total),
        known(String.join(" ", line.pilots())),
        known(line.who().service()),
        known(line.operatorNumber()),
        known(line.who().purpose()),
        known(String.join(" ", line.authorisations())),
        UNKNOWN,
        checks(line),
        String.join(" ", line.unusual()),
        Long.toString(line.findings()),
        known(line.who().outcome()),
        line.verdict().name(),
        known(line.recordHash()),
        BLANK,
        BLANK,
        BLANK,
        BLANK);
  }

  private static String checks(BookLine line) {
    Boolean checked = line.checked();
    return checked == null ? UNKNOWN : checked ? "passed" : "failed";
  }

  private static String known(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }

  private static String instant(@Nullable Instant at) {
    return at == null ? UNKNOWN : at.toString();
  }

  private static String place(@Nullable LatLon place) {
    return place == null ? UNKNOWN : PlanWords.place(place);
  }

  /** Hours, minutes, seconds. */
  static String clock(Duration time) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
