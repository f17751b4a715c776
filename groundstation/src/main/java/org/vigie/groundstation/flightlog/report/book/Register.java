package org.vigie.groundstation.flightlog.report.book;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.groundstation.compliance.evidence.Validity;
import org.vigie.groundstation.flightlog.report.page.Sheet;
import org.vigie.groundstation.flightlog.report.page.Words;

/**
 * The register of a week's interventions, for the prefect.
 *
 * @source Code de la sécurité intérieure, L242-4 (purpose, recording duration, people with access,
 *     live relay included), L242-5 VI (each intervention, weekly to the prefect), R242-9
 */
public final class Register {
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final List<String> COLUMNS =
      List.of(
          "when",
          "flight",
          "service",
          "purpose",
          "place",
          "aircraft",
          "pilot",
          "air",
          "recorded",
          "access",
          "refused",
          "basis");
  private static final List<Integer> WIDTHS = List.of(9, 9, 7, 9, 9, 9, 8, 7, 7, 10, 8, 8);

  private Register() {}

  /**
   * A week of ISO 8601, for example {@code 2026-W48}.
   *
   * @param monday its first day, of legal time
   */
  public record Week(String text, LocalDate monday) {
    /** Reads a week; nothing if there is no such week. */
    public static Optional<Week> parse(String text) {
      Matcher matcher = WEEK.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int year = Integer.parseInt(matcher.group(1));
      int week = Integer.parseInt(matcher.group(2));
      // 4 January is always in a year's first week
      LocalDate january = LocalDate.of(year, 1, 4);
      if (week < 1 || week > january.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum()) {
        return Optional.empty();
      }
      LocalDate monday = january.with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(week - 1L);
      return Optional.of(new Week(text, monday));
    }

    boolean holds(LocalDate day) {
      return !day.isBefore(monday) && day.isBefore(monday.plusWeeks(1));
    }
  }

  /** The week's register: flights that left the ground; those that did not are counted below. */
  public static Sheet of(List<BookLine> flights, Week week, Words words) {
    List<BookLine> mine =
        flights.stream()
            .filter(line -> line.findDay().filter(week::holds).isPresent())
            .sorted(
                Comparator.comparing((BookLine line) -> String.valueOf(line.day()))
                    .thenComparing(line -> line.who().flight()))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    mine.stream().filter(BookLine::flew).forEach(line -> rows.add(row(line, words)));
    String title =
        words.get(
            "register.title",
            week.text(),
            words.day(week.monday()),
            words.day(week.monday().plusDays(6)));
    long undated = flights.stream().filter(line -> line.findDay().isEmpty()).count();
    List<String> notes = new ArrayList<>();
    notes.add(words.get("register.law"));
    notes.add(words.get("register.not-flown", mine.size() - rows.size()));
    if (undated > 0) {
      notes.add(words.get("register.undated", undated));
    }
    return new Sheet(
        title,
        COLUMNS.stream().map(column -> words.get("register." + column)).toList(),
        WIDTHS,
        rows,
        notes);
  }

  private static List<String> row(BookLine line, Words words) {
    return List.of(
        line.day() == null ? words.unknown() : words.legal(line.day()),
        line.who().flight() + (line.verdict().name().equals("DAMAGED") ? " DAMAGED" : ""),
        words.known(line.who().service()),
        words.name("purpose", line.who().purpose()),
        words.place(line.who().place()) + commune(line),
        words.known(line.who().aircraft()) + (line.serial().isEmpty() ? "" : " " + line.serial()),
        words.known(String.join(", ", line.pilots())),
        line.findAirborne().map(Logbook::clock).orElse(words.unknown()),
        Logbook.clock(line.recorded()),
        people(String.join(", ", line.watched()), words),
        people(String.join(", ", line.turnedAway()), words),
        basis(line, words));
  }

  private static String commune(BookLine line) {
    return line.who().commune().isEmpty() ? "" : " (" + line.who().commune() + ")";
  }

  private static String people(String names, Words words) {
    return names.isEmpty() ? words.get("register.nobody") : names;
  }

  private static String basis(BookLine line, Words words) {
    List<String> papers = line.orders().isEmpty() ? line.authorisations() : line.orders();
    return words.known(String.join(", ", papers));
  }

  /** The zone whose days a register's weeks are made of. */
  public static String zone() {
    return Validity.LEGAL_ZONE.getId();
  }
}
