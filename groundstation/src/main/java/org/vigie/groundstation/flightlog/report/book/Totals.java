package org.vigie.groundstation.flightlog.report.book;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.groundstation.flightlog.report.page.Sheet;
import org.vigie.groundstation.flightlog.report.page.Words;
import org.vigie.groundstation.flightlog.verify.Verdict;

/** What a year's flights add up to, for each service, aircraft and pilot, and in all. */
public final class Totals {
  private static final List<String> COLUMNS =
      List.of(
          "who",
          "asked",
          "flown",
          "refused",
          "air",
          "recorded",
          "watched",
          "turned-away",
          "findings",
          "unusual",
          "damaged");
  private static final List<Integer> WIDTHS = List.of(24, 8, 8, 8, 10, 10, 7, 7, 6, 6, 6);

  private int asked;
  private int flown;
  private int refused;
  private Duration air = Duration.ZERO;
  private Duration recorded = Duration.ZERO;
  private int watched;
  private int turnedAway;
  private long findings;
  private int unusual;
  private int damaged;

  private Totals() {}

  /** The totals of a year of legal time. */
  public static Sheet of(List<BookLine> flights, int year, Words words) {
    Totals all = new Totals();
    Map<String, Totals> parts = new TreeMap<>();
    long undated = 0;
    for (BookLine line : flights) {
      if (line.findDay().isEmpty()) {
        undated++;
      } else if (line.findDay().get().getYear() == year) {
        all.add(line);
        part(parts, words.get("totals.service", words.known(line.who().service()))).add(line);
        part(parts, words.get("totals.aircraft", words.known(line.who().aircraft()))).add(line);
        String pilot = line.pilots().isEmpty() ? "" : line.pilots().get(0);
        part(parts, words.get("totals.pilot", words.known(pilot))).add(line);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    parts.forEach((who, totals) -> rows.add(totals.row(who)));
    rows.add(all.row(words.get("totals.all")));
    List<String> notes = new ArrayList<>(List.of(words.get("totals.note")));
    if (undated > 0) {
      notes.add(words.get("register.undated", undated));
    }
    return new Sheet(
        words.get("totals.title", Integer.toString(year)),
        COLUMNS.stream().map(column -> words.get("totals." + column)).toList(),
        WIDTHS,
        rows,
        notes);
  }

  private static Totals part(Map<String, Totals> parts, String who) {
    return parts.computeIfAbsent(who, any -> new Totals());
  }

  private void add(BookLine line) {
    asked++;
    flown += line.flew() ? 1 : 0;
    refused += line.who().outcome().equals("REFUSED") ? 1 : 0;
    air = air.plus(line.findAirborne().orElse(Duration.ZERO));
    recorded = recorded.plus(line.recorded());
    watched += line.watched().size();
    turnedAway += line.turnedAway().size();
    findings += line.findings();
    unusual += line.unusual().isEmpty() ? 0 : 1;
    damaged += line.verdict() == Verdict.DAMAGED ? 1 : 0;
  }

  private List<String> row(String who) {
    return List.of(
        who,
        Integer.toString(asked),
        Integer.toString(flown),
        Integer.toString(refused),
        Logbook.clock(air),
        Logbook.clock(recorded),
        Integer.toString(watched),
        Integer.toString(turnedAway),
        Long.toString(findings),
        Integer.toString(unusual),
        Integer.toString(damaged));
  }
}
