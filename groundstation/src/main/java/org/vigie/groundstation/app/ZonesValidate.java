package org.vigie.groundstation.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
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
      "Exit code 0: understood. 1: something blocks. 2: a file cannot be read at all; the"
          + " others are told."
    },
    mixinStandardHelpOptions = true)
final class ZonesValidate implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int BLOCKED = 1;
  private static final int BAD_INPUT = 2;

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
    ZoneReport report = new ZoneReport(texts, now);
    List<ZoneFile> read = new ArrayList<>();
    List<ObjectNode> nodes = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    PrintWriter err = CommandLineOutput.errors(spec);
    for (Path path : files) {
      try {
        ZoneFile file = ZonesCommand.read(path);
        read.add(file);
        nodes.add(ZoneJson.file(file, now));
        lines.addAll(report.lines(file));
      } catch (BadInputException | DocumentException e) {
        String why = String.valueOf(e.getMessage());
        err.println(why);
        nodes.add(ZoneJson.unreadable(path.toString(), why));
        lines.addAll(report.unreadable(path.toString(), why));
      }
      lines.add("");
    }
    err.flush();
    int unreadable = files.size() - read.size();
    PrintWriter out = CommandLineOutput.of(spec);
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      out.println(mapper.writeValueAsString(ZoneJson.of(nodes)));
    } else {
      lines.forEach(out::println);
      report.summary(read, unreadable).forEach(out::println);
    }
    out.flush();
    if (unreadable > 0) {
      return BAD_INPUT;
    }
    return read.stream().anyMatch(ZonesValidate::blocks) ? BLOCKED : DONE;
  }

  private static boolean blocks(ZoneFile file) {
    return !file.source().complete() || !file.blocking().isEmpty();
  }
}
