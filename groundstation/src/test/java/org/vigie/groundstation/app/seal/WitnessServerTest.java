package org.vigie.groundstation.app.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.witness.AddCheckpoint;
import org.vigie.groundstation.flightlog.witness.Witness;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.Cosigner;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.MerkleTree;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.store.StationKeys;
import org.vigie.groundstation.store.WitnessKeys;

/** A witness as others see it: over HTTP, and after it died. */
@Timeout(60)
class WitnessServerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final MerkleTree tree = new MerkleTree();
  private NoteSigner log;
  private Cosigner cosigner;

  @BeforeEach
  void keys() throws Exception {
    log = StationKeys.openOrCreate(folder.resolve("station.key"), "station-1");
    cosigner = WitnessKeys.openOrCreate(folder.resolve("witness.key"), Optional.of("w.example/1"));
    grow(3);
  }

  private void grow(int leaves) {
    for (int i = 0; i < leaves; i++) {
      tree.append(MerkleHash.leaf(new byte[] {(byte) tree.size()}));
    }
  }

  private WitnessServer start() throws Exception {
    return WitnessServer.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        new Witness(cosigner, List.of(log.key())),
        folder.resolve("state/witness.state"),
        () -> NOW);
  }

  private AddCheckpoint request(long old) {
    SignedNote note =
        log.sign(new Checkpoint("station-1", tree.size(), tree.root(tree.size())).text());
    List<MerkleHash> proof = old == 0 ? List.of() : tree.consistency(old, tree.size()).path();
    return AddCheckpoint.of(old, proof, note);
  }

  private HttpResponse<String> send(WitnessServer server, String method, String path, String body)
      throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    return http.send(
        HttpRequest.newBuilder(uri)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(WitnessServer server, String body) throws Exception {
    return send(server, "POST", "/add-checkpoint", body);
  }

  @Test
  void it_cosigns_what_grows_and_remembers_it_when_it_comes_up_again() throws Exception {
    try (WitnessServer server = start()) {
      HttpResponse<String> answer = post(server, request(0).body());
      assertThat(answer.statusCode()).isEqualTo(200);
      String note = request(0).note().serialise() + answer.body();
      assertThat(cosigner.key().times(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8))))
          .containsExactly(NOW);
    }
    assertThat(folder.resolve("state/witness.state"))
        .hasContent("station-1 3 " + tree.root(3).base64() + "\n");
    grow(2);
    try (WitnessServer server = start()) {
      HttpResponse<String> conflict = post(server, request(0).body());
      assertThat(conflict.statusCode()).isEqualTo(409);
      assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
      assertThat(conflict.body()).isEqualTo("3\n");
      assertThat(post(server, request(3).body()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void what_it_cannot_keep_it_does_not_cosign() throws Exception {
    try (WitnessServer server = start()) {
      // a folder in the way of the file that is written first
      Files.createDirectories(folder.resolve("state/witness.state.new/x"));
      HttpResponse<String> failed = post(server, request(0).body());
      assertThat(failed.statusCode()).isEqualTo(500);
      assertThat(failed.body()).doesNotContain("\u2014");
      Files.delete(folder.resolve("state/witness.state.new/x"));
      assertThat(post(server, request(0).body()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void other_paths_methods_and_endless_bodies_are_refused() throws Exception {
    try (WitnessServer server = start()) {
      assertThat(send(server, "GET", "/add-checkpoint", "").statusCode()).isEqualTo(405);
      assertThat(send(server, "POST", "/", "").statusCode()).isEqualTo(404);
      assertThat(send(server, "POST", "/sign-subtree", "").statusCode()).isEqualTo(404);
      String longer = "old 0\n\n" + "x".repeat(AddCheckpoint.MAX_BYTES);
      assertThat(post(server, longer).statusCode()).isEqualTo(400);
      assertThat(post(server, request(0).body()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void two_witnesses_never_share_a_memory() throws Exception {
    try (WitnessServer server = start()) {
      assertThat(server.address().getPort()).isPositive();
      assertThatThrownBy(this::start).hasMessageContaining("in use by another witness");
    }
    start().close();
  }

  @Test
  void a_damaged_memory_is_told_and_not_begun_anew() throws Exception {
    Path state = folder.resolve("state/witness.state");
    Files.createDirectories(folder.resolve("state"));
    String root = tree.root(3).base64();
    for (String text :
        List.of(
            "station-1 3\n",
            "station-1 3 " + root + "x\n",
            "station-1 3 " + root + "\nstation-1 3 " + root + "\n")) {
      Files.writeString(state, text);
      assertThatThrownBy(this::start).hasMessageContaining("restore it from a back-up");
    }
  }

  @Test
  void a_key_is_made_once_with_a_name() throws Exception {
    Path other = folder.resolve("other.key");
    assertThatThrownBy(() -> WitnessKeys.openOrCreate(other, Optional.empty()))
        .hasMessageContaining("--name");
    assertThat(WitnessKeys.openOrCreate(folder.resolve("witness.key"), Optional.empty()).key())
        .isEqualTo(cosigner.key());
    assertThatThrownBy(
            () -> WitnessKeys.openOrCreate(folder.resolve("witness.key"), Optional.of("x")))
        .hasMessageContaining("not of x");
    assertThatThrownBy(
            () -> WitnessKeys.openOrCreate(folder.resolve("station.key"), Optional.empty()))
        .hasMessageContaining("does not hold a vkey");
  }
}
