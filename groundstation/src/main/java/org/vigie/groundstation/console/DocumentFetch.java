package org.vigie.groundstation.console;

import java.awt.EventQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.MapDocument;
import org.vigie.groundstation.client.Reply;
import org.vigie.groundstation.client.StationClient;
import org.vigie.groundstation.console.model.ConsoleModel;
import org.vigie.groundstation.console.model.RuleWords;
import org.vigie.groundstation.time.StationClock;

/**
 * Fetches what the selected flight rests on, each document once for each hash, and the map.
 *
 * @threading event thread; answers come back to it
 */
final class DocumentFetch {
  /** What failed is asked for again after this. */
  private static final Duration AGAIN = Duration.ofSeconds(3);

  /** Zones come into force and go out of it. */
  private static final Duration MAP_EVERY = Duration.ofMinutes(1);

  /** Who is at a console changes by the minute. */
  private static final Duration PILOTS_EVERY = Duration.ofSeconds(5);

  /** Keys remembered: a day's flights are fewer. */
  private static final int ASKED_MAX = 1_000;

  private final StationClient client;
  private final ConsoleModel model;
  private final StationClock clock;
  private final Map<String, Instant> notBefore = new HashMap<>();
  private boolean worded;

  DocumentFetch(StationClient client, ConsoleModel model, StationClock clock) {
    this.client = client;
    this.model = model;
    this.clock = clock;
  }

  /** Fetches what is missing for a flight, and a newer map when it is time. */
  void keepUp(Optional<LiveFlight> selected) {
    map();
    words();
    pilots();
    selected.ifPresent(this::flight);
  }

  void map() {
    once(
        "map",
        MAP_EVERY,
        client::map,
        (Reply<MapDocument> reply) -> {
          if (reply instanceof Reply.Done<MapDocument> done) {
            model.map(done.value());
          } else if (reply instanceof Reply.Refused<MapDocument>) {
            model.map(null);
          }
        });
  }

  private void pilots() {
    once(
        "pilots",
        PILOTS_EVERY,
        client::pilots,
        reply -> {
          if (!(reply instanceof Reply.Away<?>)) {
            model.pilots(reply.findValue().orElse(null));
          }
        });
  }

  /** The words of the rules, which are the station's own. */
  private void words() {
    if (!worded) {
      once(
          "words",
          AGAIN,
          client::decisionWords,
          reply -> {
            reply.findValue().ifPresent(table -> model.words(new RuleWords(table)));
            worded = !(reply instanceof Reply.Away<?>);
          });
    }
  }

  private void flight(LiveFlight flight) {
    String id = flight.flightId();
    String plan = flight.planHash();
    if (plan != null && !plan.equals(model.documents(id).planHash())) {
      once(
          "plan " + id + plan,
          AGAIN,
          () -> client.plan(id),
          reply ->
              reply
                  .findValue()
                  .ifPresent(
                      document ->
                          model.documents(id, model.documents(id).withPlan(plan, document))));
    }
    if (plan != null && model.documents(id).profile() == null) {
      once(
          "profile " + id + plan,
          AGAIN,
          () -> client.profile(id),
          reply -> {
            boolean absent = reply instanceof Reply.Refused<?>;
            reply
                .findValue()
                .ifPresent(
                    profile -> model.documents(id, model.documents(id).withProfile(profile)));
            if (absent) {
              model.documents(id, model.documents(id).withProfile(null));
            }
          });
    }
    String decision = flight.decisionHash();
    if (decision != null && !decision.equals(model.documents(id).decisionHash())) {
      once(
          "decision " + id + decision,
          AGAIN,
          () -> client.decision(id),
          reply ->
              reply
                  .findValue()
                  .ifPresent(
                      document ->
                          model.documents(
                              id, model.documents(id).withDecision(decision, document))));
    }
    if (flight.proofHash() != null && model.documents(id).proof() == null) {
      once(
          "proof " + id + flight.proofHash(),
          AGAIN,
          () -> client.proof(id),
          reply ->
              reply
                  .findValue()
                  .ifPresent(
                      document -> model.documents(id, model.documents(id).withProof(document))));
    }
  }

  /** A request, its answer and the pause before the next. */
  private interface Request<T> {
    CompletableFuture<Reply<T>> send();
  }

  private <T> void once(String key, Duration pause, Request<T> request, Consumer<Reply<T>> then) {
    Instant now = clock.now();
    @Nullable Instant wait = notBefore.get(key);
    if (wait != null && now.isBefore(wait)) {
      return;
    }
    if (notBefore.size() > ASKED_MAX) {
      notBefore.clear();
    }
    notBefore.put(key, now.plus(pause));
    CompletableFuture<?> unused =
        request.send().thenAccept(reply -> EventQueue.invokeLater(() -> then.accept(reply)));
  }
}
