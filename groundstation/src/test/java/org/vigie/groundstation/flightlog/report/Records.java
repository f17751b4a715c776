package org.vigie.groundstation.flightlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.groundstation.flightlog.TestFlight;
import org.vigie.groundstation.flightlog.verify.FolderSource;
import org.vigie.groundstation.flightlog.verify.RecordSource;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.ZipSource;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.TlogReader;
import org.vigie.groundstation.mavlink.TlogRecord;

/** Records for the tests of reports: in memory, so that they can be bent. */
public final class Records implements RecordSource {
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private static Records of(RecordSource source) throws IOException {
    Records records = new Records();
    for (String name : source.names()) {
      try (InputStream in = source.open(name)) {
        records.files.put(name, in.readAllBytes());
      }
    }
    return records;
  }

  /** A flight that was planned, proved and refused by the rules: a record of the demonstration. */
  public static Records refused(Path folder) throws IOException {
    Path zip = folder.resolve("refused.zip");
    try (InputStream in = Records.class.getResourceAsStream("refused.zip")) {
      assertThat(in).isNotNull();
      Files.copy(in, zip);
    }
    return of(ZipSource.read(zip));
  }

  /** A flight with the telemetry of a real aircraft, without a plan that a planner made. */
  public static Records flown(Path folder) throws Exception {
    try (TestFlight flight = new TestFlight(folder)) {
      Path record = flight.flyWell();
      return of(new FolderSource(record));
    }
  }

  /** A recorded flight of a real autopilot, out of its fence and home again. */
  static byte[] recordedFlight() throws IOException {
    try (InputStream in =
        Records.class.getResourceAsStream(
            "/org/vigie/groundstation/recorded/a1-ap-fence-polygon-rtl.tlog")) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }

  /** The flown record with that flight's telemetry, as if it had been heard during this one. */
  public static Records tracked(Path folder) throws Exception {
    Records record = flown(folder);
    FlightReport report = record.report();
    Instant from = Objects.requireNonNull(report.milestones().takenOff());
    Instant to = Objects.requireNonNull(report.milestones().landed());
    TlogReader reader = new TlogReader(recordedFlight());
    List<Frame> frames = new ArrayList<>();
    for (Optional<TlogRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
      frames.add(next.get().frame());
    }
    Duration step = Duration.between(from, to).dividedBy(frames.size());
    ByteArrayOutputStream tlog = new ByteArrayOutputStream();
    for (int i = 0; i < frames.size(); i++) {
      tlog.write(new TlogRecord(from.plus(step.multipliedBy(i)), frames.get(i)).bytes());
    }
    return record.with("telemetry.tlog", tlog.toByteArray());
  }

  public Records with(String name, byte[] bytes) {
    Records bent = new Records();
    bent.files.putAll(files);
    bent.files.put(name, bytes);
    return bent;
  }

  public byte[] get(String name) {
    return files.getOrDefault(name, new byte[0]).clone();
  }

  public FlightReport report() {
    return FlightReading.read(this, RecordVerifier.verify(this, Optional.empty()));
  }

  @Override
  public SortedSet<String> names() {
    return new TreeSet<>(files.keySet());
  }

  @Override
  public InputStream open(String name) throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new NoSuchFileException(name);
    }
    return new ByteArrayInputStream(bytes);
  }
}
