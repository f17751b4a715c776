package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.page.OccurrencePage;
import org.vigie.groundstation.flightlog.report.page.Words;
import org.vigie.groundstation.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit occurrence}. */
@Command(
    name = "occurrence",
    description = {
      "Drafts an occurrence report (Regulation (EU) 376/2014) from a flight record; sends nothing.",
      "Exit code 0: written. 1: written, but the record is damaged. 2: no such record or bad usage."
    },
    mixinStandardHelpOptions = true)
final class AuditOccurrence implements Callable<Integer> {
  @Parameters(paramLabel = "RECORD", description = "The record's folder or zip.")
  private Path record = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "FILE.html or FILE.pdf; occurrence-FLIGHT.html otherwise.")
  private @Nullable Path out;

  @Option(names = "--lang", description = "fr or en; the system's otherwise.")
  private @Nullable String lang;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try {
      Language language = ChosenLanguage.of(lang);
      Path given = out;
      if (given != null) {
        ReportFiles.outside(record, given);
      }
      FlightReport report = OpenedRecord.report(record, (Path) null);
      String flight = ReportFiles.safe(report.identity().flight());
      Path file = given == null ? Path.of("occurrence-" + flight + ".html") : given;
      String title = OccurrencePage.title(report, new Words(language));
      String page = OccurrencePage.of(report, language);
      ReportFiles.page(file, page, title, ReportFiles.made(report));
      CommandLineOutput.of(spec).println(report.verification().verdict() + " " + file);
      return report.verification().passed() ? 0 : 1;
    } catch (BadInputException e) {
      CommandLineOutput.errors(spec).println(e.getMessage());
      return 2;
    }
  }
}
