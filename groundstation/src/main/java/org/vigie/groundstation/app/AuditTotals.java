package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.report.book.BookLine;
import org.vigie.groundstation.flightlog.report.book.Totals;
import org.vigie.groundstation.flightlog.report.page.Sheet;
import org.vigie.groundstation.flightlog.report.page.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit totals}. */
@Command(
    name = "totals",
    description = {
      "What a year's flights add up to, by service, aircraft and pilot.",
      "Exit code 0: written. 1: written, but a record is damaged. 2: no such folder or bad usage."
    },
    mixinStandardHelpOptions = true)
final class AuditTotals implements Callable<Integer> {
  @Parameters(paramLabel = "RECORDS", description = "A folder of records and zips of records.")
  private Path records = Path.of("");

  @Option(names = "--year", paramLabel = "YEAR", required = true, description = "Legal time's.")
  private int year;

  @Option(names = "--out", paramLabel = "FILE", description = "FILE.pdf, FILE.html or FILE.csv.")
  private @Nullable Path out;

  @Option(names = "--lang", description = "fr or en; the system's otherwise.")
  private @Nullable String lang;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try {
      Words words = new Words(ChosenLanguage.of(lang));
      List<BookLine> lines = RecordShelf.lines(records);
      Sheet sheet = Totals.of(lines, year, words);
      Path file = out == null ? Path.of("totals-" + year + ".pdf") : out;
      SheetOut.write(file, sheet, words, lines);
      CommandLineOutput.of(spec).println(file);
      return SheetOut.exit(lines);
    } catch (BadInputException e) {
      CommandLineOutput.errors(spec).println(e.getMessage());
      return 2;
    }
  }
}
