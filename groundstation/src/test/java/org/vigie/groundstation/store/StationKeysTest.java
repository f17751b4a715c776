package org.vigie.groundstation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.VerifierKey;

class StationKeysTest {
  @TempDir Path folder;

  @Test
  void a_key_is_made_once_and_only_its_owner_reads_it() throws Exception {
    Path file = folder.resolve("keys/station.key");
    NoteSigner first = StationKeys.openOrCreate(file, "demo-station");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    NoteSigner again = StationKeys.openOrCreate(file, "demo-station");
    assertThat(again.key()).isEqualTo(first.key());
    assertThat(first.key().name()).isEqualTo("demo-station");
    VerifierKey published = VerifierKey.parse(first.key().toString());
    assertThat(published.signed(again.sign("text\n"))).isTrue();
  }

  @Test
  void a_key_that_others_may_read_is_refused() throws Exception {
    Path file = folder.resolve("station.key");
    StationKeys.openOrCreate(file, "s");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> StationKeys.openOrCreate(file, "s")).hasMessageContaining("chmod 600");
  }

  @Test
  void a_key_of_another_station_or_no_key_is_refused_without_quoting_it() throws Exception {
    Path file = folder.resolve("station.key");
    StationKeys.openOrCreate(file, "s");
    assertThatThrownBy(() -> StationKeys.openOrCreate(file, "t"))
        .hasMessageContaining("of station s");
    String other = StationKeys.openOrCreate(folder.resolve("other.key"), "s").key().toString();
    String secret = Files.readAllLines(file).get(1);
    Files.writeString(file, other + "\n" + secret + "\n");
    assertThatThrownBy(() -> StationKeys.openOrCreate(file, "s"))
        .hasMessageContaining("does not hold a vkey and its private key")
        .hasMessageNotContaining(secret);
    Files.writeString(file, "nonsense");
    assertThatThrownBy(() -> StationKeys.openOrCreate(file, "s")).hasMessageContaining("line 1");
  }
}
