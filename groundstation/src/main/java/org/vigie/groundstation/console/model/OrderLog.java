package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.Snapshot;

/**
 * What the pilot asked for, from the key to the aircraft.
 *
 * <pre>
 * SENT -> ACCEPTED -> DONE
 *   |        |-> NO_EFFECT -> DONE
 *   |        '-> REFUSED (by the aircraft)
 *   |-> REFUSED (by the station)
 *   '-> UNANSWERED
 * </pre>
 *
 * @threading confined to the model's thread
 */
final class OrderLog {
  /** A change of mode shows within two seconds; slower links are worth a look. */
  static final Duration EFFECT_MAX = Duration.ofSeconds(8);

  /** What is planned, proven and written to the aircraft first. */
  static final Duration PLANNED_MAX = Duration.ofSeconds(60);

  /** More than fit on a screen. */
  private static final int KEPT_MAX = 32;

  private static final Set<String> BACK = Set.of("RETURNING", "LANDING", "LANDED", "CLOSED");

  private final Deque<SentOrder> orders = new ArrayDeque<>();
  private long next;

  /** Notes that something is sent; its number names it from then on. */
  long sent(String flightId, String deed, Instant now) {
    SentOrder order =
        new SentOrder(++next, flightId, deed, SentOrder.Status.SENT, "", null, "", now, now);
    orders.addFirst(order);
    while (orders.size() > KEPT_MAX) {
      orders.removeLast();
    }
    return order.number();
  }

  void accepted(long number, String commandId, Instant now) {
    replace(number, commandId, SentOrder.Status.ACCEPTED, "", now);
  }

  void refused(long number, String words, Instant now) {
    replace(number, null, SentOrder.Status.REFUSED, words, now);
  }

  void unanswered(long number, String words, Instant now) {
    replace(number, null, SentOrder.Status.UNANSWERED, words, now);
  }

  private void replace(
      long number, @Nullable String commandId, SentOrder.Status status, String words, Instant now) {
    List<SentOrder> all = new ArrayList<>();
    for (SentOrder order : orders) {
      if (order.number() != number) {
        all.add(order);
      } else if (commandId != null) {
        all.add(order.taken(commandId, now));
      } else {
        all.add(order.now(status, words, now));
      }
    }
    orders.clear();
    orders.addAll(all);
  }

  /** Looks for the effects of orders in the newest snapshot. */
  void observe(Snapshot snapshot, Instant now) {
    List<SentOrder> all = new ArrayList<>();
    for (SentOrder order : orders) {
      boolean pending =
          order.status() == SentOrder.Status.ACCEPTED
              || order.status() == SentOrder.Status.NO_EFFECT
              || order.status() == SentOrder.Status.UNANSWERED
              || order.refusal() != null;
      Optional<LiveFlight> flight = snapshot.findFlight(order.flightId());
      all.add(pending && flight.isPresent() ? look(order, flight.get(), now) : order);
    }
    orders.clear();
    orders.addAll(all);
  }

  private static SentOrder look(SentOrder order, LiveFlight flight, Instant now) {
    LiveFlight.LastOrder last = flight.lastOrder();
    if (last != null
        && last.refused()
        && !order.commandId().isEmpty()
        && last.commandId().equals(order.commandId())) {
      return order.refusedBy(last, now);
    }
    if (order.refusal() != null) {
      return order;
    }
    if (effect(order, flight)) {
      return order.now(SentOrder.Status.DONE, "", now);
    }
    boolean late = Duration.between(order.at(), now).compareTo(effectMax(order.deed())) > 0;
    return late && order.status() == SentOrder.Status.ACCEPTED
        ? order.now(SentOrder.Status.NO_EFFECT, "", now)
        : order;
  }

  private static Duration effectMax(String deed) {
    return switch (deed) {
      case "extend-scene", "move-scene", "set-up" -> PLANNED_MAX;
      default -> EFFECT_MAX;
    };
  }

  private static boolean effect(SentOrder order, LiveFlight flight) {
    String state = flight.state();
    LiveFlight.Scene scene = flight.scene();
    return switch (order.deed()) {
      case "hold", "avoid" -> state.equals("HOLDING");
      case "land" -> state.equals("LANDING") || States.over(state);
      case "return", "abort" -> BACK.contains(state) || States.over(state);
      case "resume" -> States.active(state) && !state.equals("HOLDING");
      case "clear" -> !state.equals(States.AWAITING_CLEARANCE);
      case "refuse", "terminate" -> States.over(state);
      case "set-up" -> flight.setUp() == null;
      case "extend-scene" -> scene != null && scene.extendedS() > 0;
      case "move-scene" -> scene != null && scene.moved();
      // the station's answer was the effect
      case "offer", "accept" -> order.status() == SentOrder.Status.ACCEPTED;
      default -> false;
    };
  }

  /** Whether this console sent the order that the station took under this id. */
  boolean sent(String commandId) {
    return orders.stream().anyMatch(order -> order.commandId().equals(commandId));
  }

  /** The newest of a flight. */
  Optional<SentOrder> newest(@Nullable String flightId) {
    return orders.stream().filter(order -> order.flightId().equals(flightId)).findFirst();
  }

  /** The newest of a flight and deed. */
  Optional<SentOrder> newest(@Nullable String flightId, String deed) {
    return orders.stream()
        .filter(order -> order.flightId().equals(flightId) && order.deed().equals(deed))
        .findFirst();
  }
}
