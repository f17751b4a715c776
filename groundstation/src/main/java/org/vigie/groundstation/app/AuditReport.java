package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.page.FlightPage;
import org.vigie.groundstation.flightlog.report.page.Words;
import org.vigie.groundstation.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit report}. */
@Command(
    name = "report",
    description = {
      "Writes the report of a flight record, PDF or HTML; needs no station and no network.",
      "Exit code 0: written. 1: written, and it says that the record is damaged. 2: no such record "
          + "or bad usage."
    },
    mixinStandardHelpOptions = true)
final class AuditReport implements Callable<Integer> {
  @Parameters(paramLabel = "RECORD", description = "The record's folder or zip.")
  private Path record = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "FILE.pdf or FILE.html; report-FLIGHT.pdf otherwise.")
  private @Nullable Path out;

  @Option(names = "--lang", description = "fr or en; the system's otherwise.")
  private @Nullable String lang;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The station's public key (station.pub); without it the one inside is used.")
  private @Nullable Path key;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try {
      Language language = ChosenLanguage.of(lang);
      Path given = out;
      if (given != null) {
        ReportFiles.outside(record, given);
        if (!ReportFiles.isPdf(given) && !ReportFiles.ending(given).equals("html")) {
          throw new BadInputException("--out: " + given + " ends in neither .pdf nor .html");
        }
      }
      FlightReport report = OpenedRecord.report(record, key);
      String flight = ReportFiles.safe(report.identity().flight());
      Path file = given == null ? Path.of("report-" + flight + ".pdf") : given;
      String page = FlightPage.of(report, language);
      String title = FlightPage.title(report, new Words(language));
      ReportFiles.page(file, page, title, ReportFiles.made(report));
      CommandLineOutput.of(spec).println(report.verification().verdict() + " " + file);
      return report.verification().passed() ? 0 : 1;
    } catch (BadInputException e) {
      CommandLineOutput.errors(spec).println(e.getMessage());
      return 2;
    }
  }
}
