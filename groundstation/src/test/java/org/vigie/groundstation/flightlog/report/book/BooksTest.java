package org.vigie.groundstation.flightlog.report.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.Records;
import org.vigie.groundstation.flightlog.report.page.Sheet;
import org.vigie.groundstation.flightlog.report.page.Words;
import org.vigie.groundstation.text.Language;

class BooksTest {
  @TempDir Path folder;
  private final Words words = new Words(Language.EN);
  private BookLine flown;
  private BookLine refused;
  private Duration air;

  @BeforeEach
  void read() throws Exception {
    FlightReport report = Records.flown(Files.createDirectory(folder.resolve("flown"))).report();
    flown = BookLine.of(report);
    refused = BookLine.of(Records.refused(folder).report());
    air = Duration.between(report.milestones().takenOff(), report.milestones().landed());
  }

  @Test
  void the_logbook_has_the_flights_that_flew_with_running_totals() {
    List<String> lines = Logbook.csv(List.of(flown, refused, flown), null).lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(air).isPositive();
    assertThat(lines.get(1)).startsWith("F1,2026-11-21T10:00:").contains(clock(air), "pilot-1");
    assertThat(lines.get(2)).contains(clock(air.multipliedBy(2)));
    assertThat(Logbook.csv(List.of(flown), "somebody-else").lines()).hasSize(1);
    assertThat(Logbook.csv(List.of(flown), "pilot-1").lines()).hasSize(2);
  }

  private static String clock(Duration time) {
    return Logbook.clock(time);
  }

  @Test
  void a_week_begins_on_its_monday() {
    assertThat(Register.Week.parse("2026-W48").orElseThrow().monday())
        .isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(Register.Week.parse("2027-W01").orElseThrow().monday())
        .isEqualTo(LocalDate.of(2027, 1, 4));
    assertThat(Register.Week.parse("2026-W53")).isPresent();
    for (String none : List.of("2025-W53", "2026-W00", "2026-W54", "2026-48", "W48", "")) {
      assertThat(Register.Week.parse(none)).as(none).isEmpty();
    }
  }

  @Test
  void the_register_has_its_weeks_flights_and_counts_those_that_stayed_on_the_ground() {
    Sheet week47 =
        Register.of(List.of(flown, refused), Register.Week.parse("2026-W47").orElseThrow(), words);
    Sheet week48 =
        Register.of(List.of(flown, refused), Register.Week.parse("2026-W48").orElseThrow(), words);

    assertThat(week47.rows()).hasSize(1);
    assertThat(week47.rows().get(0)).contains("F1", "sdis42");
    assertThat(week47.notes()).contains(words.get("register.not-flown", 0));
    assertThat(week48.rows()).isEmpty();
    assertThat(week48.notes()).contains(words.get("register.not-flown", 1));
    assertThat(week47.page(words)).contains("L242-5", "A4 landscape");
  }

  @Test
  void a_years_totals_add_up() {
    Sheet year = Totals.of(List.of(flown, flown, refused), 2026, words);

    List<String> all = year.rows().get(year.rows().size() - 1);
    assertThat(all.subList(0, 5)).containsExactly("all", "3", "2", "1", clock(air.multipliedBy(2)));
    assertThat(year.rows())
        .extracting(row -> row.get(0))
        .contains("service sdis42", "pilot pilot-1");
    assertThat(Totals.of(List.of(flown, refused), 2025, words).rows()).hasSize(1);
  }
}
