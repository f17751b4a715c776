package org.vigie.groundstation.flightlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
