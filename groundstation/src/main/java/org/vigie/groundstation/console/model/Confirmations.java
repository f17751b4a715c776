package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.LiveFlight;

/**
 * What a pilot is asked before it is done, and the keys that answer: a question opens by its key
 * and is answered by a later press, so that nothing is confirmed that was not on the screen before.
 *
 * @threading confined to the model's thread
 */
final class Confirmations {
  /** The guard of what cannot be taken back. */
  static final Duration GUARD = Duration.ofSeconds(5);

  /** A question that nobody answers gives its place back. */
  static final Duration QUESTION = Duration.ofSeconds(60);

  private final HeldKeys keys = new HeldKeys();
  private final ScreenWriter screen;
  private final QuestionWriter writer;
  private final OrderLog orders;
  private final Map<ConsoleKey, ConfirmedOrder> shown = new EnumMap<>(ConsoleKey.class);
  private Question.@Nullable Kind open;
  private String about = "";
  private Instant until = Instant.MIN;
  private String reason = QuestionWriter.TERMINATE_REASONS.get(0);
  private @Nullable LatLon aim;

  /** What a press means. */
  enum Press {
    /** It is answered here, and nothing is sent. */
    ANSWERED,
    /** A hold begins. */
    HOLD,
    /** The key's order is to be sent at once. */
    ORDER
  }

  Confirmations(ScreenWriter screen, QuestionWriter writer, OrderLog orders) {
    this.screen = screen;
    this.writer = writer;
    this.orders = orders;
  }

  /**
   * A key went down.
   *
   * @param when by the event itself
   */
  Press press(ConsoleKey key, Instant when, Situation now, @Nullable LiveFlight flight) {
    Optional<ConfirmedOrder> was =
        Optional.ofNullable(shown.get(key))
            .filter(order -> possible(key, now, flight).equals(Optional.of(order)));
    switch (keys.press(key, when, now.now(), was)) {
      case REPEATED -> {
        return Press.ANSWERED;
      }
      case BEGUN -> {
        return Press.HOLD;
      }
      case NOTHING -> {
        return flight == null ? without(key) : opens(key, now.now(), flight);
      }
    }
    throw new IllegalStateException(key.name());
  }

  private static Press without(ConsoleKey key) {
    return key.order().isPresent() ? Press.ORDER : Press.ANSWERED;
  }

  private Press opens(ConsoleKey key, Instant now, LiveFlight flight) {
    if (key == ConsoleKey.RESUME && flight.concerns().stream().anyMatch(LiveFlight.Concern::asks)) {
      open(Question.Kind.OVERRULE, flight, now.plus(QUESTION));
    } else if (key == ConsoleKey.TERMINATE && States.active(flight.state())) {
      open(Question.Kind.TERMINATE, flight, now.plus(GUARD));
    } else if (key == ConsoleKey.SCENE && open == Question.Kind.SCENE) {
      close();
    } else if (key == ConsoleKey.SCENE && flight.scene() != null) {
      open(Question.Kind.SCENE, flight, now.plus(QUESTION));
    } else {
      return without(key);
    }
    return Press.ANSWERED;
  }

  private void open(Question.Kind kind, LiveFlight flight, Instant end) {
    if (open != kind || !about.equals(flight.flightId())) {
      reason = QuestionWriter.TERMINATE_REASONS.get(0);
      aim = null;
    }
    open = kind;
    about = flight.flightId();
    until = end;
  }

  void release(ConsoleKey key, Instant when, Instant now) {
    keys.release(key, when, now);
  }

  boolean holding() {
    return keys.holding();
  }

  double progress(ConsoleKey key) {
    return keys.progress(key);
  }

  /** Holds end; what is asked stays. */
  void letGo() {
    keys.cancel();
  }

  /** Holds end, and nothing is asked any more. */
  void close() {
    keys.cancel();
    open = null;
    aim = null;
  }

  boolean asking() {
    return open != null;
  }

  /** A reason was chosen: the guard stays up for as long again. */
  void choose(String code, Instant now) {
    if (open == Question.Kind.TERMINATE && QuestionWriter.TERMINATE_REASONS.contains(code)) {
      keys.cancel();
      reason = code;
      until = now.plus(GUARD);
    }
  }

  /** A place was chosen; false when nobody asked for one. */
  boolean aim(LatLon place, Instant now) {
    if (open != Question.Kind.SCENE) {
      return false;
    }
    aim = place;
    until = now.plus(QUESTION);
    return true;
  }

  Optional<LatLon> aimed() {
    return open == Question.Kind.SCENE ? Optional.ofNullable(aim) : Optional.empty();
  }

  /** What Enter confirms now, which is done then. */
  Optional<ConfirmedOrder> enter(Situation now, @Nullable LiveFlight flight) {
    Optional<ConfirmedOrder> order =
        Optional.ofNullable(shown.get(ConsoleKey.SCENE))
            .filter(it -> possible(ConsoleKey.SCENE, now, flight).equals(Optional.of(it)));
    order.ifPresent(it -> close());
    return order;
  }

  /** Counts on; whether something was held long enough. */
  boolean tick(Situation now, @Nullable LiveFlight flight) {
    return keys.tick(now.now(), key -> possible(key, now, flight));
  }

  /** What was held long enough and still stands, once. */
  Optional<ConfirmedOrder> completed(Situation now, @Nullable LiveFlight flight) {
    if (!tick(now, flight)) {
      return Optional.empty();
    }
    Optional<ConfirmedOrder> fired = keys.fire();
    if (open != null && fired.isPresent()) {
      open = null;
      aim = null;
    }
    return fired;
  }

  /** What a key would confirm now. */
  private Optional<ConfirmedOrder> possible(
      ConsoleKey key, Situation now, @Nullable LiveFlight flight) {
    if (flight == null) {
      return Optional.empty();
    }
    if (key == ConsoleKey.CLEAR) {
      return screen
          .clearance(now, flight, orders)
          .filter(Clearance::possible)
          .map(Confirmations::clear)
          .or(() -> writer.setUp(now, flight, 0, orders).flatMap(it -> optional(it.order())));
    }
    return question(now, flight)
        .filter(question -> question.kind().key() == key)
        .flatMap(question -> optional(question.order()));
  }

  private static Optional<ConfirmedOrder> optional(@Nullable ConfirmedOrder order) {
    return Optional.ofNullable(order);
  }

  private static ConfirmedOrder clear(Clearance shown) {
    return new ConfirmedOrder.Clear(shown.flightId(), shown.planHash(), shown.decisionHash());
  }

  /** The question that is open now; what is not to be asked any more closes. */
  Optional<Question> question(Situation now, @Nullable LiveFlight flight) {
    Question.Kind kind = open;
    if (kind == null) {
      return Optional.empty();
    }
    boolean late = now.now().isAfter(until) && !keys.holding(kind.key());
    if (flight == null || !flight.flightId().equals(about) || States.over(flight.state()) || late) {
      open = null;
      return Optional.empty();
    }
    double progress = keys.progress(kind.key());
    Optional<Question> asked =
        switch (kind) {
          case OVERRULE -> writer.overrule(now, flight, progress);
          case SCENE -> writer.scene(now, flight, aim);
          case TERMINATE ->
              Optional.of(
                  writer.terminate(flight, reason, Duration.between(now.now(), until), progress));
          case SET_UP -> Optional.empty();
        };
    if (asked.isEmpty()) {
      open = null;
    }
    return asked;
  }

  /** Remembers what is on the screen: only that can be confirmed. */
  void shows(@Nullable Clearance clearance, @Nullable Question setUp, @Nullable Question asked) {
    shown.clear();
    if (clearance != null && clearance.possible()) {
      shown.put(ConsoleKey.CLEAR, clear(clearance));
    }
    if (setUp != null && setUp.order() != null) {
      shown.put(setUp.kind().key(), setUp.order());
    }
    if (asked != null && asked.order() != null) {
      shown.put(asked.kind().key(), asked.order());
    }
  }
}
