package org.vigie.groundstation.console.model;

import java.util.ArrayList;
import java.util.List;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.text.Texts;

/** What supervision is concerned about, in words. Stateless. */
final class ConcernWords {
  private final Texts texts;
  private final Quantities quantities;

  ConcernWords(Texts texts, Quantities quantities) {
    this.texts = texts;
    this.quantities = quantities;
  }

  /** What it is about, with its subject. */
  String name(LiveFlight.Concern concern) {
    String name = texts.name("concern", concern.concern());
    return concern.subject().isEmpty() ? name : name + ": " + concern.subject();
  }

  /** What was found and what it was compared with. */
  String compared(LiveFlight.Concern concern) {
    return compared("console.check.compared", concern);
  }

  /** The same where there is little room. */
  String brief(LiveFlight.Concern concern) {
    return compared("console.overrule.compared", concern);
  }

  private String compared(String key, LiveFlight.Concern concern) {
    String unit = concern.unit().isEmpty() ? "" : "\u00a0" + concern.unit();
    return texts.get(
        key, quantities.number(concern.value()) + unit, quantities.number(concern.limit()) + unit);
  }

  /** What it asks for, and whether somebody has decided in its knowledge. */
  String asks(LiveFlight.Concern concern) {
    String asks = texts.name("console.concern.asks", concern.reaction());
    return concern.setAside() ? asks + ", " + texts.get("console.concern.set-aside") : asks;
  }

  /** One line for each, what asks for most first. */
  List<DetailRow> rows(LiveFlight flight) {
    List<DetailRow> rows = new ArrayList<>();
    for (LiveFlight.Concern concern : flight.concerns()) {
      DetailRow row =
          new DetailRow(
              "concern-" + concern.concern(),
              concern.asks() ? "\u25c6" : "!",
              name(concern),
              asks(concern),
              Level.AMBER,
              List.of(compared(concern)));
      if (concern.asks()) {
        rows.add(0, row);
      } else {
        rows.add(row);
      }
    }
    return rows;
  }
}
