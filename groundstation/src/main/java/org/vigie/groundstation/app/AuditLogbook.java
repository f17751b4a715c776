package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.report.book.BookLine;
import org.vigie.groundstation.flightlog.report.book.Logbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit logbook}. */
@Command(
    name = "logbook",
    description = {
      "The logbook over a folder of flight records, as CSV.",
      "Exit code 0: done. 1: done, but a record is damaged. 2: no such folder or bad usage."
    },
    mixinStandardHelpOptions = true)
final class AuditLogbook implements Callable<Integer> {
  @Parameters(paramLabel = "RECORDS", description = "A folder of records and zips of records.")
  private Path records = Path.of("");

  @Option(names = "--pilot", paramLabel = "ID", description = "Whose; everybody's otherwise.")
  private @Nullable String pilot;

  @Option(names = "--out", paramLabel = "FILE", description = "FILE.csv; printed otherwise.")
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try {
      List<BookLine> lines = RecordShelf.lines(records);
      String csv = Logbook.csv(lines, pilot);
      Path file = out;
      if (file == null) {
        CommandLineOutput.of(spec).print(csv);
        CommandLineOutput.of(spec).flush();
      } else {
        ReportFiles.write(file, csv.getBytes(StandardCharsets.UTF_8));
      }
      return SheetOut.exit(lines);
    } catch (BadInputException e) {
      CommandLineOutput.errors(spec).println(e.getMessage());
      return 2;
    }
  }
}
