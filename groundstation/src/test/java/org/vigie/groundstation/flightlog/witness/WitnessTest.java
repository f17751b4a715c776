package org.vigie.groundstation.flightlog.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.Cosigner;
import org.vigie.groundstation.journal.seal.CosignerKey;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.MerkleTree;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.journal.seal.VerifierKey;

/** Every status of C2SP tlog-witness, asked for in its own words. */
class WitnessTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String LOG = "station-1";

  private final Map<String, Seen> memory = new HashMap<>();
  private MerkleTree tree = new MerkleTree();
  private NoteSigner log;
  private Cosigner cosigner;
  private Witness witness;

  @BeforeEach
  void start() throws Exception {
    log = signer(LOG);
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    CosignerKey key = CosignerKey.of("witness.example/w1", (EdECPublicKey) pair.getPublic());
    cosigner = new Cosigner(key, pair.getPrivate());
    witness = new Witness(cosigner, List.of(log.key()));
    grow(5);
  }

  private static NoteSigner signer(String name) throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return new NoteSigner(
        VerifierKey.of(name, (EdECPublicKey) pair.getPublic()), pair.getPrivate());
  }

  private void grow(int leaves) {
    for (int i = 0; i < leaves; i++) {
      tree.append(MerkleHash.leaf(("leaf " + tree.size()).getBytes(StandardCharsets.UTF_8)));
    }
  }

  private SignedNote note() {
    return log.sign(new Checkpoint(LOG, tree.size(), tree.root(tree.size())).text());
  }

  private List<MerkleHash> proof(long from) {
    return from == 0 ? List.of() : tree.consistency(from, tree.size()).path();
  }

  private WitnessAnswer send(String body) {
    WitnessAnswer answer = witness.add(body.getBytes(StandardCharsets.UTF_8), memory, NOW);
    WitnessAnswer.Growth seen = answer.seen();
    if (seen != null) {
      memory.put(seen.origin(), seen.seen());
    }
    assertThat(answer.status() == 200).isEqualTo(seen != null);
    return answer;
  }

  private WitnessAnswer send(long old) {
    return send(AddCheckpoint.of(old, proof(old), note()).body());
  }

  @Test
  void a_first_checkpoint_and_what_grows_from_it_are_cosigned() {
    for (long old = 0; old < 100; old = tree.size(), grow(1 + (int) (old % 7))) {
      WitnessAnswer answer = send(old);
      assertThat(answer.status()).as("from %d", old).isEqualTo(200);
      SignedNote cosigned =
          SignedNote.parse((note().serialise() + answer.body()).getBytes(StandardCharsets.UTF_8));
      assertThat(cosigner.key().times(cosigned)).containsExactly(NOW);
      assertThat(memory.get(LOG)).isEqualTo(new Seen(tree.size(), tree.root(tree.size())));
    }
  }

  @Test
  void the_same_checkpoint_is_cosigned_again_and_another_of_its_size_is_not() {
    assertThat(send(0).status()).isEqualTo(200);
    assertThat(send(5).status()).isEqualTo(200);
    tree = new MerkleTree();
    tree.append(MerkleHash.leaf(new byte[] {1}));
    grow(4);
    assertThat(send(AddCheckpoint.of(5, List.of(), note()).body()).status()).isEqualTo(422);
  }

  @Test
  void a_wrong_old_size_is_told_the_right_one() {
    send(0);
    grow(3);
    for (long old : new long[] {0, 4, 6, 8}) {
      WitnessAnswer answer = send(AddCheckpoint.of(old, List.of(), note()).body());
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
      assertThat(answer.body()).isEqualTo("5\n");
    }
    assertThat(send(5).status()).isEqualTo(200);
  }

  @Test
  void an_old_size_above_the_checkpoints_is_a_bad_request() {
    send(0);
    assertThat(send(AddCheckpoint.of(6, List.of(), note()).body()).status()).isEqualTo(400);
  }

  @Test
  void a_journal_that_was_rewritten_or_cut_is_never_cosigned() {
    grow(15);
    send(0);
    MerkleTree honest = tree;
    tree = new MerkleTree();
    tree.append(MerkleHash.leaf("rewritten".getBytes(StandardCharsets.UTF_8)));
    grow(29);
    assertThat(send(20).status()).isEqualTo(422);
    tree = new MerkleTree();
    grow(10);
    assertThat(send(0).status()).isEqualTo(409);
    assertThat(send(10).status()).isEqualTo(409);
    tree = honest;
    grow(1);
    assertThat(send(20).status()).isEqualTo(200);
  }

  @Test
  void a_proof_that_is_cut_longer_changed_or_not_asked_for_proves_nothing() {
    List<MerkleHash> unasked = List.of(MerkleHash.ofEmptyTree());
    assertThat(send(AddCheckpoint.of(0, unasked, note()).body()).status()).isEqualTo(422);
    send(0);
    assertThat(send(AddCheckpoint.of(5, unasked, note()).body()).status()).isEqualTo(422);
    grow(8);
    List<MerkleHash> good = proof(5);
    for (int i = 0; i < good.size(); i++) {
      List<MerkleHash> cut = new ArrayList<>(good);
      cut.remove(i);
      assertThat(send(AddCheckpoint.of(5, cut, note()).body()).status()).isEqualTo(422);
      List<MerkleHash> changed = new ArrayList<>(good);
      changed.set(i, MerkleHash.ofEmptyTree());
      assertThat(send(AddCheckpoint.of(5, changed, note()).body()).status()).isEqualTo(422);
    }
    assertThat(send(5).status()).isEqualTo(200);
  }

  @Test
  void an_empty_log_has_the_root_of_the_empty_tree() {
    tree = new MerkleTree();
    assertThat(send(0).status()).isEqualTo(200);
    SignedNote wrong = log.sign(new Checkpoint(LOG, 0, MerkleHash.leaf(new byte[0])).text());
    assertThat(send(AddCheckpoint.of(0, List.of(), wrong).body()).status()).isEqualTo(422);
  }

  @Test
  void a_log_that_it_does_not_know_is_not_found() throws Exception {
    SignedNote other =
        signer("station-2").sign(new Checkpoint("station-2", 5, tree.root(5)).text());
    assertThat(send(AddCheckpoint.of(0, List.of(), other).body()).status()).isEqualTo(404);
  }

  @Test
  void a_stranger_signs_nothing_and_a_bad_signature_beside_a_good_one_spoils_it() throws Exception {
    String text = note().text();
    SignedNote forged = signer(LOG).sign(text);
    assertThat(send(AddCheckpoint.of(0, List.of(), forged).body()).status()).isEqualTo(403);
    byte[] bad = Base64.getDecoder().decode(note().signatures().get(0).base64());
    bad[10] ^= 1;
    SignedNote.Signature line =
        new SignedNote.Signature(LOG, Base64.getEncoder().encodeToString(bad));
    SignedNote both = new SignedNote(text, List.of(note().signatures().get(0), line));
    assertThat(send(AddCheckpoint.of(0, List.of(), both).body()).status()).isEqualTo(403);
    SignedNote withStranger =
        new SignedNote(text, List.of(forged.signatures().get(0), note().signatures().get(0)));
    assertThat(send(AddCheckpoint.of(0, List.of(), withStranger).body()).status()).isEqualTo(200);
  }

  @Test
  void both_keys_of_a_log_count_while_it_changes_them() throws Exception {
    NoteSigner fresh = signer(LOG);
    witness = new Witness(cosigner, List.of(log.key(), fresh.key()));
    assertThat(send(0).status()).isEqualTo(200);
    log = fresh;
    grow(1);
    assertThat(send(5).status()).isEqualTo(200);
  }

  @Test
  void lines_of_an_extension_are_cosigned_with_the_checkpoint() {
    SignedNote extended = log.sign(note().text() + "more 1\n");
    WitnessAnswer answer = send(AddCheckpoint.of(0, List.of(), extended).body());
    assertThat(answer.status()).isEqualTo(200);
    SignedNote cosigned =
        SignedNote.parse((extended.serialise() + answer.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(cosigner.key().times(cosigned)).containsExactly(NOW);
  }

  @Test
  void what_is_no_request_is_a_bad_one() {
    String good = AddCheckpoint.of(0, List.of(), note()).body();
    String hash = MerkleHash.ofEmptyTree().base64() + "\n";
    for (String body :
        List.of(
            "",
            "old 0\n",
            "old 0\n\n",
            good.substring(0, good.length() - 1),
            good + "\n",
            good.replace("old 0", "old 00"),
            good.replace("old 0", "old -1"),
            good.replace("old 0", "old +0"),
            good.replace("old 0", "old  0"),
            good.replace("old 0", "Old 0"),
            good.replace("old 0", "old 9223372036854775808"),
            good.replace("old 0\n", "old 0\r\n"),
            good.replace("old 0\n", "old 0\n\n"),
            good.replace("old 0\n", "old 0\nAAAA\n"),
            good.replace("old 0\n", "old 0\n" + hash.replace("=", "")),
            good.replace("old 0\n", "old 0\n" + hash.repeat(64)),
            good.replace("\n5\n", "\n05\n"),
            good.replace("\u2014", "-"))) {
      assertThat(send(body).status()).as(body).isEqualTo(400);
    }
    assertThat(witness.add(new byte[] {(byte) 0xFF}, memory, NOW).status()).isEqualTo(400);
    assertThat(witness.add(new byte[AddCheckpoint.MAX_BYTES + 1], memory, NOW).status())
        .isEqualTo(400);
    assertThat(memory).isEmpty();
  }

  /** The request of the specification's own example, as far as it can be read without its keys. */
  @Test
  void the_example_of_the_specification_is_a_request() {
    String example =
        """
        old 20852014
        PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
        jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
        5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
        /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
        \u2014 example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
        """;
    AddCheckpoint request = AddCheckpoint.parse(example.getBytes(StandardCharsets.UTF_8));
    assertThat(request.oldSize()).isEqualTo(20_852_014L);
    assertThat(request.proof()).hasSize(4);
    assertThat(request.checkpoint().treeSize()).isEqualTo(20_852_163L);
    assertThat(request.body()).isEqualTo(example);
    assertThat(send(example).status()).isEqualTo(404);
  }
}
