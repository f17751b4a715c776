package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.report.book.BookLine;
import org.vigie.groundstation.flightlog.report.book.Register;
import org.vigie.groundstation.flightlog.report.page.Sheet;
import org.vigie.groundstation.flightlog.report.page.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit register}. */
@Command(
    name = "register",
    description = {
      "The register of a week's interventions for the prefect (CSI, L242-5 VI).",
      "Exit code 0: written. 1: written, but a record is damaged. 2: no such folder or bad usage."
    },
    mixinStandardHelpOptions = true)
final class AuditRegister implements Callable<Integer> {
  @Parameters(paramLabel = "RECORDS", description = "A folder of records and zips of records.")
  private Path records = Path.of("");

  @Option(
      names = "--week",
      paramLabel = "WEEK",
      required = true,
      description = "A week of ISO 8601, for example 2026-W48.")
  private String week = "";

  @Option(names = "--out", paramLabel = "FILE", description = "FILE.pdf, FILE.html or FILE.csv.")
  private @Nullable Path out;

  @Option(names = "--lang", description = "fr or en; the system's otherwise.")
  private @Nullable String lang;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try {
      Words words = new Words(ChosenLanguage.of(lang));
      Register.Week chosen =
          Register.Week.parse(week)
              .orElseThrow(() -> new BadInputException("--week: \"" + week + "\", not 2026-W48"));
      List<BookLine> lines = RecordShelf.lines(records);
      Sheet sheet = Register.of(lines, chosen, words);
      Path file = out == null ? Path.of("register-" + chosen.text() + ".pdf") : out;
      SheetOut.write(file, sheet, words, lines);
      CommandLineOutput.of(spec).println(file);
      return SheetOut.exit(lines);
    } catch (BadInputException e) {
      CommandLineOutput.errors(spec).println(e.getMessage());
      return 2;
    }
  }
}
