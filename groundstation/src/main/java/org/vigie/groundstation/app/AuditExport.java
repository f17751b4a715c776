package org.vigie.groundstation.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.export.TrackFormat;
import org.vigie.groundstation.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit export}. */
@Command(
    name = "export",
    description = {
      "Writes a flight record's track, volume and events for other programs.",
      "Exit code 0: written. 1: written, but the record is damaged. 2: no such record or bad usage."
    },
    mixinStandardHelpOptions = true)
final class AuditExport implements Callable<Integer> {
  @Parameters(paramLabel = "RECORD", description = "The record's folder or zip.")
  private Path record = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "FILE.kml, FILE.geojson, FILE.gpx or FILE.csv.")
  private Path out = Path.of("");

  @Option(names = "--lang", description = "Of the events, fr or en; the system's otherwise.")
  private @Nullable String lang;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    try {
      Language language = ChosenLanguage.of(lang);
      ReportFiles.outside(record, out);
      TrackFormat format =
          TrackFormat.of(String.valueOf(out.getFileName()))
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "--out: " + out + " ends in none of .kml, .geojson, .gpx, .csv"));
      FlightReport report = OpenedRecord.report(record, (Path) null);
      String text = format.write(report, language);
      ReportFiles.write(out, text.getBytes(StandardCharsets.UTF_8));
      CommandLineOutput.of(spec).println(report.verification().verdict() + " " + out);
      return report.verification().passed() ? 0 : 1;
    } catch (BadInputException e) {
      CommandLineOutput.errors(spec).println(e.getMessage());
      return 2;
    }
  }
}
