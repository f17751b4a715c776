package org.vigie.groundstation.console.model;

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
    return texts.get("console.order." + order.status(), deed, order.words());
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
