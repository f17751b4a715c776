package org.vigie.groundstation.app.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.MemoryCheckpoints;
import org.vigie.groundstation.flightlog.witness.Seen;
import org.vigie.groundstation.flightlog.witness.Witness;
import org.vigie.groundstation.flightlog.witness.WitnessAnswer;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.Cosigner;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.MerkleTree;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.store.StationKeys;
import org.vigie.groundstation.store.WitnessKeys;

/** A station and its witness, which is there, away, behind, ahead, or has seen something else. */
@Timeout(60)
class WitnessLinkTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path folder;
  private final MerkleTree tree = new MerkleTree();
  private final MemoryCheckpoints store = new MemoryCheckpoints();
  private final Map<String, Seen> memory = new HashMap<>();
  private final BlockingQueue<Integer> answered = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> alarms = new LinkedBlockingQueue<>();
  private NoteSigner log;
  private Cosigner cosigner;
  private WitnessLink link;
  private volatile boolean away;

  @BeforeEach
  void keys() throws Exception {
    log = StationKeys.openOrCreate(folder.resolve("station.key"), "station-1");
    cosigner = WitnessKeys.openOrCreate(folder.resolve("witness.key"), Optional.of("w.example/1"));
    link = open(this::post);
  }

  @AfterEach
  void close() {
    link.close();
  }

  private WitnessLink open(WitnessLink.Post post) {
    WitnessLink opened = new WitnessLink(cosigner.key(), post, tree, store, alarms::add);
    opened.start();
    return opened;
  }

  private synchronized WitnessLink.Post.Answer post(String body) throws IOException {
    if (away) {
      answered.add(0);
      throw new IOException("nobody there");
    }
    WitnessAnswer answer =
        new Witness(cosigner, List.of(log.key()))
            .add(body.getBytes(StandardCharsets.UTF_8), memory, NOW);
    WitnessAnswer.Growth seen = answer.seen();
    if (seen != null) {
      memory.put(seen.origin(), seen.seen());
    }
    answered.add(answer.status());
    return new WitnessLink.Post.Answer(answer.status(), answer.body());
  }

  private SealedCheckpoint grown(int leaves) {
    for (int i = 0; i < leaves; i++) {
      tree.append(MerkleHash.leaf(new byte[] {(byte) tree.size()}));
    }
    Checkpoint checkpoint = new Checkpoint("station-1", tree.size(), tree.root(tree.size()));
    SealedCheckpoint sealed = new SealedCheckpoint(NOW, checkpoint, log.sign(checkpoint.text()));
    store.keep(sealed);
    return sealed;
  }

  private SealedCheckpoint ask(SealedCheckpoint checkpoint) throws Exception {
    return link.ask(checkpoint).get(20, TimeUnit.SECONDS);
  }

  private int nextAnswer() throws InterruptedException {
    Integer status = answered.poll(20, TimeUnit.SECONDS);
    assertThat(status).isNotNull();
    return status;
  }

  @Test
  void each_checkpoint_is_cosigned_and_the_line_is_kept() throws Exception {
    for (int i = 0; i < 5; i++) {
      SealedCheckpoint cosigned = ask(grown(3));
      assertThat(cosigner.key().times(cosigned.note())).containsExactly(NOW);
      assertThat(nextAnswer()).isEqualTo(200);
    }
    assertThat(store.cosigned).hasSize(5).last().asString().startsWith("15 w.example/1+");
    assertThat(store.findLast().orElseThrow().note().signatures()).hasSize(2);
  }

  @Test
  void a_witness_that_knows_more_or_less_than_we_believe_is_asked_again_from_its_size()
      throws Exception {
    ask(grown(4));
    assertThat(nextAnswer()).isEqualTo(200);
    link.close();
    // a station whose own notes of it were lost
    SealedCheckpoint next = grown(3);
    MemoryCheckpoints forgot = new MemoryCheckpoints();
    forgot.keep(next);
    link = new WitnessLink(cosigner.key(), this::post, tree, forgot, alarms::add);
    link.start();
    assertThat(cosigner.key().times(ask(next).note())).hasSize(1);
    assertThat(List.of(nextAnswer(), nextAnswer())).containsExactly(409, 200);
    // a witness that began anew
    memory.clear();
    assertThat(cosigner.key().times(ask(grown(1)).note())).hasSize(1);
    assertThat(List.of(nextAnswer(), nextAnswer())).containsExactly(409, 200);
    assertThat(alarms).isEmpty();
  }

  @Test
  void a_witness_that_was_away_gets_the_newest_when_it_is_back() throws Exception {
    away = true;
    link.offer(grown(1));
    assertThat(nextAnswer()).isZero();
    for (int i = 0; i < 40; i++) {
      link.offer(grown(1));
    }
    away = false;
    SealedCheckpoint last = grown(1);
    assertThat(cosigner.key().times(ask(last).note())).hasSize(1);
    // at most the one that was on its way when the witness came back
    assertThat(store.cosigned).hasSizeLessThanOrEqualTo(2).last().asString().startsWith("42 ");
  }

  @Test
  void whoever_waits_ends_the_pause_and_an_older_checkpoint_goes_first() throws Exception {
    away = true;
    CompletableFuture<SealedCheckpoint> first = link.ask(grown(1));
    for (int i = 0; i < 4; i++) {
      // each of these ends the pause, which would be 1, 2, 4, 8 s otherwise
      CompletableFuture<SealedCheckpoint> other = link.ask(grown(1));
      assertThat(nextAnswer()).isZero();
      assertThat(other).isNotDone();
    }
    away = false;
    SealedCheckpoint last = ask(grown(1));
    assertThat(cosigner.key().times(first.get(20, TimeUnit.SECONDS).note())).hasSize(1);
    assertThat(cosigner.key().times(last.note())).hasSize(1);
    assertThat(store.cosigned).hasSize(6);
  }

  @Test
  void a_journal_that_was_cut_or_rewritten_raises_one_alarm() throws Exception {
    SealedCheckpoint seen = grown(5);
    memory.put("station-1", new Seen(9, MerkleHash.ofEmptyTree()));
    assertThat(ask(seen)).isEqualTo(seen);
    assertThat(alarms.poll(20, TimeUnit.SECONDS)).contains("9 entries").contains("has 5");
    memory.put("station-1", new Seen(5, MerkleHash.ofEmptyTree()));
    assertThat(ask(grown(1)).note().signatures()).hasSize(1);
    assertThat(ask(grown(1)).note().signatures()).hasSize(1);
    assertThat(alarms).isEmpty();
    assertThat(store.cosigned).isEmpty();
  }

  @Test
  void a_checkpoint_that_a_later_one_has_overtaken_is_let_go() throws Exception {
    SealedCheckpoint early = grown(2);
    ask(grown(2));
    assertThat(ask(early)).isEqualTo(early);
    assertThat(alarms).isEmpty();
  }

  @Test
  void a_line_that_is_not_the_witnesss_is_not_taken() throws Exception {
    link.close();
    Cosigner stranger =
        WitnessKeys.openOrCreate(folder.resolve("stranger.key"), Optional.of("w.example/1"));
    CountDownLatch asked = new CountDownLatch(1);
    SealedCheckpoint next = grown(1);
    link =
        open(
            body -> {
              asked.countDown();
              String line = stranger.cosign(next.note().text(), NOW).line();
              return new WitnessLink.Post.Answer(200, line);
            });
    CompletableFuture<SealedCheckpoint> done = link.ask(next);
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    link.close();
    assertThat(done.get(20, TimeUnit.SECONDS).note().signatures()).hasSize(1);
    assertThat(store.cosigned).isEmpty();
  }

  @Test
  void a_record_waits_for_its_witnesses_but_not_for_ever() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    WitnessLink silent =
        new WitnessLink(
            cosigner.key(),
            body -> {
              never.await();
              throw new IOException("interrupted");
            },
            tree,
            store,
            alarms::add);
    link.close();
    link = new WitnessLink(cosigner.key(), this::post, tree, store, alarms::add);
    try (StationWitnesses witnesses =
        new StationWitnesses(List.of(silent, link), Duration.ofMillis(300))) {
      SealedCheckpoint cosigned =
          witnesses.cosigned(grown(2)).toCompletableFuture().get(20, TimeUnit.SECONDS);
      assertThat(cosigned.note().signatures()).hasSize(2);
    }
    List<CompletableFuture<SealedCheckpoint>> late = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      late.add(link.ask(grown(1)));
    }
    assertThat(late).allMatch(CompletableFuture::isDone);
  }
}
