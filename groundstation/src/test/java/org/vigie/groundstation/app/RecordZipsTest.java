package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordZipsTest {
  @TempDir Path folder;

  private byte[] zip() throws IOException {
    try (InputStream in = RecordZips.zip(folder.resolve("F-1"))) {
      return in.readAllBytes();
    }
  }

  private void write(String name, String text, Instant modified) throws IOException {
    Path file = folder.resolve("F-1").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  @Test
  void a_record_gives_the_same_bytes_whenever_it_is_asked_for_and_written() throws Exception {
    write("record.json", "{}", Instant.parse("2026-11-24T13:00:00Z"));
    write("inputs/abc", "zones", Instant.parse("2026-11-24T13:00:01Z"));
    byte[] first = zip();
    assertThat(zip()).isEqualTo(first);
    write("inputs/abc", "zones", Instant.parse("2027-01-01T00:00:00Z"));
    write("record.json", "{}", Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(zip()).isEqualTo(first);
  }

  @Test
  void it_holds_every_file_once_in_the_order_of_names() throws Exception {
    write("record.json", "{}", Instant.EPOCH);
    write("inputs/abc", "zones", Instant.EPOCH);
    write("entries.jsonl", "e", Instant.EPOCH);
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(names).containsExactly("entries.jsonl", "inputs/abc", "record.json");
    assertThat(texts).containsExactly("e", "zones", "{}");
  }
}
