package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.app.seal.WitnessServer;
import org.vigie.groundstation.flightlog.witness.Witness;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.Cosigner;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.store.StationKeys;
import org.vigie.groundstation.store.WitnessKeys;

/** A whole station with a real witness: sealed while it runs, and when it stops. */
@Timeout(120)
class SealedStationTest {
  private static final String STATION = "demo-saint-etienne";
  private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");

  /** Ten station seconds a second: one checkpoint a second. */
  private static final String CLOCK = "2026-11-24T13:00:00Z,%s,10";

  @TempDir Path folder;

  @Test
  void a_station_is_sealed_cosigned_told_to_auditors_and_not_opened_when_it_was_cut()
      throws Exception {
    Path config = DemoStation.lay(folder, 0, "tcp:127.0.0.1:1");
    Path data = folder.resolve("data");
    NoteSigner signer = StationKeys.openOrCreate(data.resolve("station.key"), STATION);
    Cosigner cosigner =
        WitnessKeys.openOrCreate(folder.resolve("witness.key"), Optional.of("w.example/1"));
    try (WitnessServer witness =
        WitnessServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new Witness(cosigner, List.of(signer.key())),
            folder.resolve("witness.state"),
            () -> NOW)) {
      String seal =
          "seal: {everyS: 10, witnesses: [{url: \"http://127.0.0.1:%d\", key: \"%s\"}]}\n";
      Files.writeString(
          config,
          Files.readString(config)
              + seal.formatted(witness.address().getPort(), cosigner.key().toString()));
      Station station = StationStart.open(config, CLOCK.formatted(Instant.now()));
      try {
        SignedNote note = cosigned(station.port(), cosigner);
        assertThat(signer.key().signed(note)).isTrue();
        assertThat(Files.readString(folder.resolve("station.pub"))).isEqualTo(signer.key() + "\n");
      } finally {
        station.close();
      }
    }
    long size;
    try (SqliteJournal journal = SqliteJournal.open(data, EventCodec.of(List.of()))) {
      size = journal.size();
      // the entry that says that it stopped is sealed too
      assertThat(journal.checkpoints().findLast().orElseThrow().size()).isEqualTo(size);
      assertThat(journal.checkpoints().cosignedBy(cosigner.key().toString())).isPositive();
    }
    cut(data, size - 1);
    assertThatThrownBy(() -> StationStart.open(config, null))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("entries were removed")
        .hasMessageContaining("restore the data folder");
  }

  private static SignedNote cosigned(int port, Cosigner cosigner) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/checkpoint"))
            .header("Authorization", "Bearer token-of-demo-auditor-1")
            .timeout(Duration.ofSeconds(10))
            .build();
    HttpClient http = HttpClient.newHttpClient();
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              HttpResponse<byte[]> answer =
                  http.send(request, HttpResponse.BodyHandlers.ofByteArray());
              if (answer.statusCode() != 200) {
                return Optional.<SignedNote>empty();
              }
              SignedNote note = SignedNote.parse(answer.body());
              assertThat(Checkpoint.parse(note.text()).origin()).isEqualTo(STATION);
              return Optional.of(note).filter(n -> cosigner.key().times(n).contains(NOW));
            },
            Optional::isPresent)
        .orElseThrow();
  }

  private static void cut(Path data, long position) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.sqlite"));
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER entry_never_goes");
      statement.execute("DELETE FROM entry WHERE position >= " + position);
    }
  }
}
