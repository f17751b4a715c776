package org.vigie.groundstation.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.zone.io.ZoneFile;
import org.vigie.groundstation.text.Texts;
import org.vigie.groundstation.zones.ZoneJson;
import org.vigie.groundstation.zones.ZoneReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zones validate}. */
@Command(
    name = "validate",
    description = {
      "Prints the zones of files, what deviates in them, what they cover and how old they are.",
      "Exit code 0: understood. 1: something blocks. 2: a file cannot be read at all."
    },
    mixinStandardHelpOptions = true)
final class ZonesValidate implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int BLOCKED = 1;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Zone files.")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  @Option(names = "--lang", description = "fr or en; the system's otherwise.")
  private @Nullable String lang;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "The moment to which ages count; now otherwise.")
  private @Nullable Instant at;

  @Spec private @Nullable CommandSpec spec;

  ZonesValidate() {}

  @Override
  public Integer call() throws Exception {
    Texts texts = Texts.in(ChosenLanguage.of(lang));
    Instant now = at == null ? ScaledClock.wall().now() : at;
    List<ZoneFile> read = ZonesCommand.read(files);
    PrintWriter out = CommandLineOutput.of(spec);
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      out.println(mapper.writeValueAsString(ZoneJson.of(read, now)));
    } else {
      ZoneReport report = new ZoneReport(texts, now);
      for (ZoneFile file : read) {
        report.lines(file).forEach(out::println);
        out.println();
      }
      out.println(report.summary(read));
    }
    out.flush();
    return read.stream().anyMatch(ZonesValidate::blocks) ? BLOCKED : DONE;
  }

  private static boolean blocks(ZoneFile file) {
    return !file.source().complete() || !file.blocking().isEmpty();
  }
}
