package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.vigie.groundstation.flightlog.report.book.BookLine;
import org.vigie.groundstation.flightlog.report.export.Csv;
import org.vigie.groundstation.flightlog.report.page.Sheet;
import org.vigie.groundstation.flightlog.report.page.Words;
import org.vigie.groundstation.flightlog.verify.Verdict;

/** Writes a table about many flights as its file's name says: PDF, HTML or CSV. */
final class SheetOut {
  private SheetOut() {}

  static void write(Path out, Sheet sheet, Words words, List<BookLine> lines)
      throws BadInputException, IOException {
    switch (ReportFiles.ending(out)) {
      case "csv" ->
          ReportFiles.write(
              out, Csv.of(sheet.headings(), sheet.rows()).getBytes(StandardCharsets.UTF_8));
      case "html", "pdf" -> ReportFiles.page(out, sheet.page(words), sheet.title(), newest(lines));
      default ->
          throw new BadInputException("--out: " + out + " ends in none of .pdf, .html, .csv");
    }
  }

  /** The document's own date, for no clock is asked: the newest flight's. */
  private static Instant newest(List<BookLine> lines) {
    return lines.stream()
        .map(BookLine::day)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  static int exit(List<BookLine> lines) {
    return lines.stream().anyMatch(line -> line.verdict() == Verdict.DAMAGED) ? 1 : 0;
  }
}
