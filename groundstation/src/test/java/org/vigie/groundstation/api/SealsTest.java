package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.ConsistencyProof;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.journal.seal.VerifierKey;

/** What an auditor asks of the journal's seals. */
class SealsTest {
  private static ApiFixture api;
  private static NoteSigner signer;

  @BeforeAll
  static void start() throws Exception {
    api = new ApiFixture();
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    signer =
        new NoteSigner(VerifierKey.of("s", (EdECPublicKey) pair.getPublic()), pair.getPrivate());
    assertThat(api.get(Role.AUDITOR, "/api/checkpoint").status()).isEqualTo(404);
    assertThat(api.get(Role.AUDITOR, "/api/consistency?from=1").status()).isEqualTo(400);
    for (int size = 1; size <= 20; size++) {
      api.tree.append(MerkleHash.leaf(new byte[] {(byte) size}));
      if (size % 5 == 0) {
        Checkpoint checkpoint = new Checkpoint("s", size, api.tree.root(size));
        api.checkpoints.keep(
            new SealedCheckpoint(
                Instant.ofEpochSecond(size), checkpoint, signer.sign(checkpoint.text())));
      }
    }
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void the_latest_checkpoint_is_a_note_that_verifies() throws Exception {
    ApiFixture.Answer answer = api.get(Role.AUDITOR, "/api/checkpoint");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    SignedNote note = SignedNote.parse(answer.text().getBytes(StandardCharsets.UTF_8));
    assertThat(signer.key().signed(note)).isTrue();
    assertThat(Checkpoint.parse(note.text()).treeSize()).isEqualTo(20);
  }

  @Test
  void checkpoints_come_from_a_size_on() throws Exception {
    JsonNode all = api.get(Role.AUDITOR, "/api/checkpoints").json().path("checkpoints");
    assertThat(all.findValuesAsText("size")).containsExactly("5", "10", "15", "20");
    JsonNode late = api.get(Role.ADMINISTRATOR, "/api/checkpoints?from=11").json();
    assertThat(late.path("checkpoints").findValuesAsText("size")).containsExactly("15", "20");
    assertThat(api.get(Role.AUDITOR, "/api/checkpoints?from=21").json().path("checkpoints"))
        .isEmpty();
  }

  @Test
  void a_proof_leads_from_one_size_to_the_other() throws Exception {
    for (int from = 1; from <= 20; from++) {
      JsonNode answer = api.get(Role.AUDITOR, "/api/consistency?from=" + from + "&to=20").json();
      List<MerkleHash> path = new ArrayList<>();
      answer.path("proof").forEach(hash -> path.add(MerkleHash.parse(hash.asText())));
      assertThat(
              new ConsistencyProof(from, 20, path).proves(api.tree.root(from), api.tree.root(20)))
          .isTrue();
    }
    assertThat(api.get(Role.AUDITOR, "/api/consistency?from=3").json().path("to").asInt())
        .isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?from=0", "?from=21", "?from=4&to=3", "?from=x", "?from=1&to=21"})
  void what_is_no_growth_is_refused(String query) throws Exception {
    ApiFixture.Answer answer = api.get(Role.AUDITOR, "/api/consistency" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).hasSize(1);
  }

  @Test
  void operators_and_pilots_are_not_asked() throws Exception {
    for (String path : List.of("/api/checkpoint", "/api/checkpoints", "/api/consistency?from=1")) {
      assertThat(api.get(Role.PILOT, path).status()).isEqualTo(403);
      assertThat(api.get(Role.OPERATOR, path).status()).isEqualTo(403);
    }
  }
}
