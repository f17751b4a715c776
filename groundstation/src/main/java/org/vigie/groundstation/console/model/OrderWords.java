package org.vigie.groundstation.console.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.text.Texts;

/** How an order is going, in words. Stateless. */
final class OrderWords {
  private final Texts texts;

  OrderWords(Texts texts) {
    this.texts = texts;
  }

  /** For example {@code return: accepted}. */
  String say(SentOrder order) {
    String deed = texts.name("console.deed", order.deed());
    return texts.get("console.order." + order.status(), deed, why(order));
  }

  /** Why it was refused, by the station or by the aircraft; empty when it was not. */
  String why(SentOrder order) {
    LiveFlight.LastOrder refusal = order.refusal();
    return refusal == null ? order.words() : why(refusal);
  }

  /** The aircraft's reason: its answer, what it said, and what is still possible. */
  String why(LiveFlight.LastOrder refusal) {
    List<String> parts = new ArrayList<>();
    parts.add(texts.name("order.outcome", refusal.outcome().replace(':', '.')));
    if (!refusal.said().isEmpty()) {
      parts.add(texts.get("console.order.said", refusal.said()));
    }
    if (!refusal.remaining().isEmpty()) {
      parts.add(
          texts.get(
              "console.order.remaining",
              refusal.remaining().stream()
                  .map(code -> texts.name("order", code))
                  .collect(Collectors.joining(", "))));
    }
    return String.join(" \u00b7 ", parts);
  }

  /** The same without the deed, for a key that says it already. */
  String brief(SentOrder order) {
    return texts.get("console.order.brief." + order.status());
  }

  static Level level(SentOrder order) {
    return switch (order.status()) {
      case SENT, ACCEPTED, DONE -> Level.NORMAL;
      case UNANSWERED, NO_EFFECT -> Level.AMBER;
      case REFUSED -> Level.RED;
    };
  }
}
