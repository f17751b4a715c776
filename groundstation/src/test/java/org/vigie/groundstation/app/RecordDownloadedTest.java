package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.FlightLog;
import org.vigie.groundstation.flightlog.Sealer;
import org.vigie.groundstation.flightlog.TestFlight;
import org.vigie.groundstation.flightlog.Witnesses;
import org.vigie.groundstation.flightlog.verify.RecordVerifier;
import org.vigie.groundstation.flightlog.verify.Verdict;
import org.vigie.groundstation.flightlog.verify.ZipSource;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.store.StationKeys;

class RecordDownloadedTest {
  @TempDir Path folder;

  @Test
  void a_record_that_is_downloaded_verifies_and_leaves_nothing_behind() throws Exception {
    Path record;
    try (TestFlight flight = new TestFlight(folder)) {
      record = flight.flyWell();
    }
    Path records = folder.resolve("records");
    NoteSigner signer = StationKeys.openOrCreate(folder.resolve("other.key"), "other");
    Path zip = folder.resolve("downloaded.zip");
    try (SqliteJournal journal =
        SqliteJournal.open(folder.resolve("other"), EventCodec.of(List.of()))) {
      Sealer sealer =
          new Sealer(journal.tree(), journal.checkpoints(), signer, () -> Instant.EPOCH);
      FlightLog log = new FlightLog(journal, sealer, Witnesses.NONE, records, Runnable::run);
      RecordZips zips = new RecordZips(log);
      assertThat(zips.openZip("F2")).isEmpty();
      try (InputStream in = zips.openZip(TestFlight.FLIGHT).orElseThrow()) {
        Files.copy(in, zip);
      }
    }
    assertThat(RecordVerifier.verify(ZipSource.read(zip), Optional.empty()).verdict())
        .isEqualTo(Verdict.CONSISTENT);
    assertThat(records.toFile().list()).containsExactly(String.valueOf(record.getFileName()));
  }
}
