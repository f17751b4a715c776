package org.vigie.groundstation.flightlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.verify.CheckResult;
import org.vigie.groundstation.flightlog.verify.Fault;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Verdict;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.groundstation.flightlog.verify.ZipSource;
import org.vigie.groundstation.journal.seal.VerifierKey;

/** The zip of a real flight's record, and others that unpack to the very same files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class RecordZipTest {
  private static final long SEED = 20261122;
  private static final int FLIPS = 300;

  @TempDir Path folder;
  private MemoryRecord record = new MemoryRecord();
  private byte[] zip = {};
  private Optional<VerifierKey> key = Optional.empty();

  @BeforeAll
  void fly(@TempDir Path station) throws Exception {
    try (TestFlight flight = new TestFlight(station)) {
      Path written = flight.flyWell();
      record = MemoryRecord.of(written);
      key = Optional.of(flight.signer.key());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      RecordZip.write(written, out);
      zip = out.toByteArray();
    }
  }

  private VerificationReport verify(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("record.zip"), bytes);
    return RecordVerifier.verify(ZipSource.read(file), key);
  }

  private void assertDamaged(byte[] bytes, String what) throws IOException {
    VerificationReport report = verify(bytes);
    assertThat(report.verdict()).as(what).isEqualTo(Verdict.DAMAGED);
    assertThat(report.faults()).as(what).extracting(CheckResult::part).contains("record.zip");
  }

  @Test
  void the_zip_of_a_record_verifies_like_its_folder() throws Exception {
    assertThat(verify(zip).faults()).isEmpty();
    assertThat(verify(zip)).isEqualTo(RecordVerifier.verify(record, key));
    assertThat(verify(zip).verdict()).isEqualTo(Verdict.SIGNED);
  }

  @Test
  void any_reader_of_zips_finds_the_files() throws Exception {
    SortedMap<String, byte[]> found = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        assertThat(e.getMethod()).isEqualTo(ZipEntry.STORED);
        found.put(e.getName(), in.readAllBytes());
      }
    }
    assertThat(found.keySet()).isEqualTo(record.files.keySet());
    found.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(record.get(name)));
    Path file = Files.write(folder.resolve("r.zip"), zip);
    try (ZipFile central = new ZipFile(file.toFile())) {
      assertThat(central.stream().map(ZipEntry::getName)).containsExactlyElementsOf(found.keySet());
    }
  }

  @Test
  void the_same_record_gives_the_same_bytes() throws Exception {
    assertThat(canonical(record)).isEqualTo(zip);
  }

  private static byte[] canonical(MemoryRecord of) throws IOException {
    SortedMap<String, RecordBytes> files = new TreeMap<>();
    of.files.forEach((name, bytes) -> files.put(name, RecordBytes.of(bytes)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordZip.write(files, out);
    return out.toByteArray();
  }

  @Test
  void a_flipped_bit_anywhere_in_the_zip_is_found() throws Exception {
    Random random = new Random(SEED);
    int tail = 2_000;
    for (int i = 0; i < FLIPS; i++) {
      // headers, directory and end are few of the bytes: they get their share of flips
      int at =
          switch (i % 3) {
            case 0 -> random.nextInt(zip.length);
            case 1 -> random.nextInt(60);
            default -> zip.length - 1 - random.nextInt(tail);
          };
      byte[] changed = zip.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertDamaged(changed, "byte " + at);
    }
  }

  @Test
  void bytes_before_or_after_and_a_cut_are_found() throws Exception {
    byte[] longer = Arrays.copyOf(zip, zip.length + 1);
    assertDamaged(longer, "appended");
    byte[] shifted = new byte[zip.length + 1];
    System.arraycopy(zip, 0, shifted, 1, zip.length);
    assertDamaged(shifted, "prepended");
    assertDamaged(new byte[0], "empty");
    for (int cut : List.of(1, 22, 23, zip.length / 2, zip.length - 3)) {
      assertDamaged(Arrays.copyOf(zip, zip.length - cut), "cut by " + cut);
    }
  }

  @Test
  void the_same_files_packed_otherwise_are_found() throws Exception {
    List<String> names = new ArrayList<>(record.files.keySet());
    assertDamaged(packed(names, ZipEntry.DEFLATED), "recompressed");
    assertDamaged(packed(names, ZipEntry.STORED), "stored by another program");
    Collections.reverse(names);
    assertDamaged(packed(names, ZipEntry.STORED), "reordered");
  }

  private byte[] packed(List<String> names, int method) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream other = new ZipOutputStream(out)) {
      for (String name : names) {
        byte[] bytes = record.get(name);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        if (method == ZipEntry.STORED) {
          CRC32 crc = new CRC32();
          crc.update(bytes);
          entry.setCrc(crc.getValue());
          entry.setSize(bytes.length);
        }
        other.putNextEntry(entry);
        other.write(bytes);
      }
    }
    return out.toByteArray();
  }

  @Test
  void a_second_file_of_the_same_name_and_names_that_lead_elsewhere_are_found() throws Exception {
    // names of the same length, so that only the names are changed
    for (String other :
        List.of("plan.json", "../x.json", "/etc/hosts", "a\\b.json", "inputs/.js")) {
      String twin = "plan.jsoo".length() == other.length() ? "plan.jsoo" : "plan.jsoo1";
      byte[] crafted = canonical(record.with(twin, record.get("plan.json")));
      assertDamaged(replaced(crafted, twin, other), other);
    }
  }

  private static byte[] replaced(byte[] bytes, String from, String to) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_file_that_is_not_listed_is_found_in_a_canonical_zip_too() throws Exception {
    VerificationReport report = verify(canonical(record.with("note.txt", new byte[] {1})));
    assertThat(report.verdict()).isEqualTo(Verdict.DAMAGED);
    assertThat(report.faults())
        .anyMatch(f -> f.part().equals("note.txt") && f.fault() == Fault.UNLISTED);
  }

  @Test
  void a_name_that_no_record_has_and_a_file_that_changes_are_not_written() {
    for (String name : List.of("../x", "/x", "a/../b", "", "é", ".hidden")) {
      SortedMap<String, RecordBytes> files = new TreeMap<>();
      files.put(name, RecordBytes.of("x"));
      assertThatThrownBy(() -> RecordZip.write(files, OutputStream.nullOutputStream()))
          .as(name)
          .isInstanceOf(IOException.class);
    }
    byte[][] versions = {{1}, {2}};
    int[] read = {0};
    SortedMap<String, RecordBytes> changing = new TreeMap<>();
    changing.put("plan.json", () -> new ByteArrayInputStream(versions[read[0]++]));
    assertThatThrownBy(() -> RecordZip.write(changing, OutputStream.nullOutputStream()))
        .hasMessageContaining("changed");
  }
}
