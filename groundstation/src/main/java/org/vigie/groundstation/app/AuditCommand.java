package org.vigie.groundstation.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.verify.CheckResult;
import org.vigie.groundstation.flightlog.verify.Fault;
import org.vigie.groundstation.flightlog.verify.FolderSource;
import org.vigie.groundstation.flightlog.verify.RecordSource;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.ReportText;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.groundstation.flightlog.verify.ZipSource;
import org.vigie.groundstation.journal.seal.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit}: what a regulator does with a flight record, without any station. */
@Command(
    name = "audit",
    description = "Flight records: verify, report, export, and books over many.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AuditCommand.Verify.class,
      AuditReport.class,
      AuditExport.class,
      AuditLogbook.class,
      AuditRegister.class,
      AuditTotals.class,
      AuditOccurrence.class
    })
public final class AuditCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int NO = 1;
  private static final int BAD_INPUT = 2;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return BAD_INPUT;
  }

  /** {@code audit verify}. */
  @Command(
      name = "verify",
      description = {
        "Verifies a flight record; needs no station and no network.",
        "Exit code 0: it verifies. 1: it is damaged. 2: no such record or bad usage."
      },
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", description = "The record's folder or zip.")
    private Path record = Path.of("");

    @Option(
        names = "--key",
        paramLabel = "FILE",
        description = "The station's public key (station.pub); without it the one inside is used.")
    private @Nullable Path key;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Option(names = "--lang", description = "fr or en; the system's otherwise.")
    private @Nullable String lang;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
      String language = lang;
      if (language != null && !language.equals("fr") && !language.equals("en")) {
        err().println("--lang: fr, en");
        return BAD_INPUT;
      }
      ReportText texts = new ReportText(locale(language));
      if (!Files.exists(record)) {
        err().println(texts.text("absent", record));
        return BAD_INPUT;
      }
      Path keyFile = key;
      Optional<VerifierKey> given = Optional.empty();
      if (keyFile != null) {
        try {
          String vkey = Files.readString(keyFile, StandardCharsets.UTF_8);
          given = Optional.of(VerifierKey.parse(vkey.strip()));
        } catch (IOException | IllegalArgumentException e) {
          err().println(texts.text("bad-key", keyFile));
          return BAD_INPUT;
        }
      }
      VerificationReport report = RecordVerifier.verify(source(record), given);
      out().print(json ? json(report) : texts.write(report));
      out().flush();
      return report.passed() ? DONE : NO;
    }

    private static RecordSource source(Path record) {
      return Files.isDirectory(record) ? new FolderSource(record) : ZipSource.read(record);
    }

    private static Locale locale(@Nullable String language) {
      if (language != null) {
        return Locale.forLanguageTag(language);
      }
      boolean french = Locale.getDefault().getLanguage().equals("fr");
      return french ? Locale.FRENCH : Locale.ENGLISH;
    }

    private static String json(VerificationReport report) throws JsonProcessingException {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("verdict", report.verdict().name());
      members.put("station", report.station());
      members.put("flight", report.flight());
      members.put("key", report.key());
      members.put("entries", report.entries());
      members.put("telemetryBytes", report.telemetryBytes());
      List<Map<String, Object>> checks = new ArrayList<>();
      for (CheckResult result : report.results()) {
        checks.add(json(result));
      }
      members.put("checks", checks);
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      return mapper.writeValueAsString(members) + "\n";
    }

    private static Map<String, Object> json(CheckResult result) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("check", result.check().code());
      members.put("passed", result.passed());
      Fault fault = result.fault();
      if (fault != null) {
        members.put("part", result.part());
        members.put("fault", fault.code());
        members.put("details", result.details());
      }
      return members;
    }

    private PrintWriter out() {
      return command().commandLine().getOut();
    }

    private PrintWriter err() {
      return command().commandLine().getErr();
    }

    private CommandSpec command() {
      CommandSpec own = spec;
      if (own == null) {
        throw new IllegalStateException("run by picocli only");
      }
      return own;
    }
  }
}
