package org.vigie.groundstation.app.seal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.vigie.groundstation.flightlog.Witnesses;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;

/** The station's witnesses, each on its own thread. Thread-safe. */
final class StationWitnesses implements Witnesses, AutoCloseable {
  private final List<WitnessLink> links;
  private final Duration atMost;

  /**
   * Witnesses.
   *
   * @param atMost what a record waits for them
   */
  StationWitnesses(List<WitnessLink> links, Duration atMost) {
    this.links = List.copyOf(links);
    this.atMost = atMost;
    links.forEach(WitnessLink::start);
  }

  /** A checkpoint that nobody waits for. */
  void offer(SealedCheckpoint checkpoint) {
    links.forEach(link -> link.offer(checkpoint));
  }

  @Override
  public CompletionStage<SealedCheckpoint> cosigned(SealedCheckpoint checkpoint) {
    List<CompletableFuture<SealedCheckpoint>> asked = new ArrayList<>();
    for (WitnessLink link : links) {
      asked.add(
          link.ask(checkpoint)
              .completeOnTimeout(checkpoint, atMost.toMillis(), TimeUnit.MILLISECONDS));
    }
    return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
        .thenApply(
            all -> {
              SealedCheckpoint with = checkpoint;
              for (CompletableFuture<SealedCheckpoint> one : asked) {
                with = with.with(one.join().note().signatures());
              }
              return with;
            });
  }

  @Override
  public void close() {
    links.forEach(WitnessLink::close);
  }
}
