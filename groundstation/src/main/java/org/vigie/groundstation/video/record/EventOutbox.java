package org.vigie.groundstation.video.record;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.time.StationClock;

/**
 * Events of one recording on their way into the journal, in order, each again until it is durable.
 * Confined to the recorder's thread.
 */
final class EventOutbox {
  /** An hour of segments and gaps while the journal takes nothing; further gaps are not told. */
  static final int WAITING_MAX = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(EventOutbox.class);

  private final RecordingOwner owner;
  private final Journal journal;
  private final StationClock clock;
  private final Deque<Pending> waiting = new ArrayDeque<>();
  private @Nullable CompletableFuture<AppendOutcome> sent;

  private record Pending(VideoEvent event, Runnable whenDurable) {}

  EventOutbox(RecordingOwner owner, Journal journal, StationClock clock) {
    this.owner = owner;
    this.journal = journal;
    this.clock = clock;
  }

  void add(VideoEvent event, Runnable whenDurable) {
    if (waiting.size() >= WAITING_MAX) {
      LOG.error("the journal has taken nothing for so long that this is not told: {}", event);
      return;
    }
    waiting.addLast(new Pending(event, whenDurable));
    advance();
  }

  /** Looks whether the journal has answered, and sends what is next; never waits. */
  void advance() {
    CompletableFuture<AppendOutcome> answer = sent;
    if (answer != null && !answer.isDone()) {
      return;
    }
    if (answer != null) {
      take(answer);
    }
    Pending next = waiting.peekFirst();
    if (next != null) {
      send(next);
    }
  }

  private void send(Pending next) {
    CompletableFuture<AppendOutcome> answer = new CompletableFuture<>();
    try {
      journal.append(owner.draft(clock.now(), next.event()), answer::complete);
      sent = answer;
    } catch (IllegalStateException e) {
      LOG.warn("recording of {}: the journal is not ready: {}", owner.flightId(), e.getMessage());
    }
  }

  private boolean take(CompletableFuture<AppendOutcome> answer) {
    sent = null;
    AppendOutcome outcome = answer.join();
    if (outcome instanceof AppendOutcome.Durable) {
      waiting.removeFirst().whenDurable().run();
      return true;
    }
    LOG.warn("recording of {}: the journal took nothing: {}", owner.flightId(), outcome);
    return false;
  }

  /**
   * Waits until all is durable.
   *
   * @throws IOException if the journal refuses; it may be asked again
   */
  void settle() throws IOException {
    while (!waiting.isEmpty()) {
      CompletableFuture<AppendOutcome> answer = sent;
      if (answer == null) {
        send(waiting.getFirst());
        answer = sent;
      }
      if (answer == null || !take(answer)) {
        throw new IOException(
            "the journal did not take what the recording of " + owner.flightId() + " has to tell");
      }
    }
  }
}
