package org.vigie.groundstation.flightlog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that were never a record, and bytes made to hurt a reader. */
class HostileRecordTest {
  @TempDir Path folder;

  private VerificationReport verify() {
    return RecordVerifier.verify(new FolderSource(folder), Optional.empty());
  }

  @Test
  void an_empty_folder_is_no_record() {
    VerificationReport report = verify();
    assertThat(report.verdict()).isEqualTo(Verdict.DAMAGED);
    assertThat(report.faults()).extracting(CheckResult::part).contains("record.json");
  }

  @Test
  void garbage_for_a_list_is_told_and_nothing_is_thrown() throws IOException {
    String deep = "[".repeat(100_000);
    for (String text :
        List.of(
            "",
            "nonsense",
            "{}",
            "[]",
            "null",
            deep,
            "{\"files\":" + deep,
            "{\"files\":null,\"format\":\"vigie-record/1\",\"key\":null}",
            "{\"format\":\"vigie-record/1\"}",
            "{\"a\":1e999}",
            "{\"a\":1,\"a\":1}")) {
      Files.writeString(folder.resolve("record.json"), text);
      Files.writeString(folder.resolve("record.sig"), text);
      assertThat(verify().verdict()).isEqualTo(Verdict.DAMAGED);
      assertThat(verify().faults())
          .extracting(CheckResult::part)
          .contains("record.json", "record.sig");
    }
  }

  @Test
  void names_that_lead_out_of_the_record_and_links_are_not_followed() throws IOException {
    Path record = Files.createDirectory(folder.resolve("record"));
    Files.writeString(folder.resolve("outside"), "secret");
    Files.createSymbolicLink(record.resolve("link"), folder.resolve("outside"));
    FolderSource source = new FolderSource(record);
    assertThat(source.names()).containsExactly("link");
    for (String name : List.of("../outside", "link", "/etc/hostname", "missing")) {
      assertThat(opens(source, name)).as(name).isFalse();
    }
  }

  private static boolean opens(FolderSource source, String name) {
    try (InputStream in = source.open(name)) {
      return in.read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void the_scanner_counts_the_records_of_a_recorded_flight_in_any_pieces() throws IOException {
    byte[] tlog;
    try (InputStream in = HostileRecordTest.class.getResourceAsStream("../arducopter-start.tlog")) {
      assertThat(in).isNotNull();
      tlog = in.readAllBytes();
    }
    for (int piece : List.of(1, 2, 7, 100, tlog.length)) {
      TelemetryScanner scanner = new TelemetryScanner();
      for (int at = 0; at < tlog.length; at += piece) {
        int to = Math.min(tlog.length, at + piece);
        scanner.accept(Arrays.copyOfRange(tlog, at, to), to - at);
      }
      // counted once with a reader of the records written in Python, when the file was cut
      assertThat(scanner.frames()).isEqualTo(890);
      assertThat(scanner.atBoundary()).isTrue();
    }
    TelemetryScanner text = new TelemetryScanner();
    byte[] bytes = "this is no telemetry at all".getBytes(StandardCharsets.UTF_8);
    text.accept(bytes, bytes.length);
    assertThat(text.atBoundary()).isFalse();
  }
}
