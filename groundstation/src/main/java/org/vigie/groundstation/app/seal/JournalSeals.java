package org.vigie.groundstation.app.seal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.groundstation.flightlog.CheckpointStore;
import org.vigie.groundstation.flightlog.Sealer;
import org.vigie.groundstation.flightlog.Witnesses;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.seal.CosignerKey;
import org.vigie.groundstation.journal.seal.MerkleLog;
import org.vigie.groundstation.time.Scheduler;

/** Seals a running station's journal again and again, and once more when it stops. */
public final class JournalSeals implements AutoCloseable {
  /** A record waits no longer for its witnesses; without them it says less, but it is there. */
  private static final Duration RECORD_WAITS_AT_MOST = Duration.ofSeconds(2);

  /** What a stopping station gives its last entries to reach the disk. */
  private static final Duration STOP_WAITS_AT_MOST = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(JournalSeals.class);

  private final Journal journal;
  private final Sealer sealer;
  private final StationWitnesses witnesses;

  /**
   * Seals of a journal.
   *
   * @param contradicted is told the name of a witness that has seen another journal, and why
   */
  public JournalSeals(
      StationConfig.SealPart config,
      Journal journal,
      MerkleLog tree,
      CheckpointStore store,
      Sealer sealer,
      BiConsumer<String, String> contradicted) {
    this.journal = journal;
    this.sealer = sealer;
    List<WitnessLink> links = new ArrayList<>();
    for (StationConfig.WitnessPart part : config.witnesses()) {
      CosignerKey key = CosignerKey.parse(part.key());
      links.add(
          new WitnessLink(
              key,
              new HttpPost(part.url()),
              tree,
              store,
              reason -> contradicted.accept(key.name(), reason)));
    }
    this.witnesses = new StationWitnesses(links, RECORD_WAITS_AT_MOST);
    sealer.listen(witnesses::offer);
  }

  /** Who cosigns for records. */
  public Witnesses witnesses() {
    return witnesses;
  }

  /** Seals each period, on a worker that may wait for the disk. */
  public void every(Duration period, Scheduler scheduler, Executor worker) {
    scheduler.every(period, () -> worker.execute(this::seal));
  }

  private void seal() {
    try {
      sealer.seal();
    } catch (IOException | RuntimeException e) {
      LOG.error("the journal could not be sealed", e);
    }
  }

  /** Seals what was appended until now. */
  @Override
  public void close() {
    CompletableFuture<AppendOutcome> durable = new CompletableFuture<>();
    try {
      journal.append(List.of(), durable::complete);
      durable.completeOnTimeout(
          new AppendOutcome.Failed("time"), STOP_WAITS_AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
      durable.join();
      seal();
    } catch (IllegalStateException e) {
      LOG.warn("the last entries are not sealed: {}", e.getMessage());
    } finally {
      witnesses.close();
    }
  }
}
