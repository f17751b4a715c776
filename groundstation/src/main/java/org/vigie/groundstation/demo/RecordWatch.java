package org.vigie.groundstation.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.groundstation.flightlog.verify.VerificationReport;

/**
 * Verifies flight records as they appear.
 *
 * @threading confined to the demo's thread
 */
final class RecordWatch {
  private final Path records;
  private final Path key;
  private final Story story;
  private final Map<Path, Boolean> seen = new LinkedHashMap<>();

  RecordWatch(Path records, Path key, Story story) {
    this.records = records;
    this.key = key;
    this.story = story;
  }

  /** Tells the verdict on every record that was not there at the last look. */
  void look() throws IOException {
    if (!Files.isDirectory(records)) {
      return;
    }
    List<Path> found;
    try (Stream<Path> list = Files.list(records)) {
      found = list.filter(path -> Files.exists(path.resolve("record.sig"))).sorted().toList();
    }
    for (Path record : found) {
      if (!seen.containsKey(record)) {
        VerificationReport report = Summary.verify(record, key);
        seen.put(record, report.passed());
        story.say("demo.record.verified", record.toString(), report.verdict().name());
      }
    }
  }

  /** Whether every record that was seen verifies. */
  boolean allVerify() {
    return seen.values().stream().allMatch(passed -> passed);
  }

  /** The record seen last. */
  Optional<Path> last() {
    return seen.keySet().stream().reduce((first, second) -> second);
  }
}
