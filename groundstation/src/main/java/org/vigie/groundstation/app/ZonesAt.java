package org.vigie.groundstation.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.zones.PointAnswers;
import org.vigie.groundstation.zones.PointLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zones at}. */
@Command(
    name = "at",
    description = {
      "Answers each line of a file of points with the zones in force there, one JSON line each.",
      "A point is lat,lon,height,reference,instant: degrees, metres, AGL, AMSL or WGS84, ISO 8601.",
      "Heights of another reference than a zone's are converted where terrain is given, and by"
          + " EGM96; what cannot be converted counts as inside.",
      "Exit code 0: every line answered (none, if none asks). 2: a line cannot be read, the others are answered; or a"
          + " zone file cannot be read at all."
    },
    mixinStandardHelpOptions = true)
final class ZonesAt implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int BAD_INPUT = 2;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Zone files.")
  private List<Path> files = List.of();

  @Option(
      names = "--points",
      paramLabel = "POINTS.csv",
      required = true,
      description = "The points; - for standard input.")
  private String points = "";

  @Option(
      names = "--terrain",
      paramLabel = "FILE",
      description = "Ground: ESRI ASCII grid, SRTM .hgt or GeoTIFF; may be given several times.")
  private List<Path> terrain = List.of();

  @Spec private @Nullable CommandSpec spec;

  ZonesAt() {}

  @Override
  public Integer call() throws Exception {
    PointAnswers answers =
        new PointAnswers(
            ZonesCommand.read(files), TerrainFiles.read(terrain), ScaledClock.wall().now());
    PrintWriter out = CommandLineOutput.of(spec);
    boolean all;
    try (Reader reader =
        new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
      all = answer(answers, new PointLines(reader), out);
    } catch (IOException e) {
      throw new BadInputException(points + ": cannot be read: " + e.getMessage());
    }
    out.flush();
    return all ? DONE : BAD_INPUT;
  }

  private InputStream open() throws IOException {
    return points.equals("-") ? System.in : Files.newInputStream(Path.of(points));
  }

  /** Whether every line could be answered. */
  private boolean answer(PointAnswers answers, PointLines lines, PrintWriter out)
      throws IOException {
    boolean all = true;
    boolean asked = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      int number = lines.number();
      if (PointAnswers.isNone(asked, line)) {
        continue;
      }
      asked = true;
      try {
        out.println(answers.answer(points, number, line));
      } catch (DocumentException e) {
        out.println(PointAnswers.unanswered(number, e));
        all = false;
      }
      if (CommandLineOutput.isLost(out)) {
        return false;
      }
    }
    return all;
  }
}
