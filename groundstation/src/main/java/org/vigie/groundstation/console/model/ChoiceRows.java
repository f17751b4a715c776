package org.vigie.groundstation.console.model;

import java.util.List;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.text.PlanWords;
import org.vigie.groundstation.text.Texts;

/** Why this aircraft goes, and what could be done when none does. Stateless. */
final class ChoiceRows {
  private static final String POSSIBLE = "\u2192";

  private final Texts texts;
  private final PlanWords words;

  ChoiceRows(Texts texts) {
    this.texts = texts;
    this.words = new PlanWords(texts);
  }

  /** The aircraft that goes, opening to the others; nothing when there was nothing to choose. */
  List<DetailRow> chosen(LiveFlight flight) {
    if (flight.considered().isEmpty()) {
      return List.of();
    }
    List<String> all = flight.considered().stream().map(this::line).toList();
    return List.of(
        new DetailRow(
            "choice",
            "",
            texts.get("choice"),
            all.get(0),
            Level.NORMAL,
            all.subList(1, all.size())));
  }

  private String line(LiveFlight.Considered one) {
    return words.considered(
        one.vehicleId(),
        one.siteId(),
        one.outcome(),
        words.whyNot(one.outcome(), one.reason(), one.subject(), one.values()),
        one.arrivalS() == null ? Double.NaN : one.arrivalS());
  }

  /** Why there is no plan, in a sentence. */
  String why(LiveFlight.NotPlanned none) {
    return words.reason(none.code(), none.subject(), none.values());
  }

  /** What people could do, best first. */
  List<DetailRow> advice(LiveFlight.NotPlanned none) {
    return none.advice().stream()
        .map(
            one ->
                new DetailRow(
                    "advice-" + one.code(),
                    POSSIBLE,
                    texts.get(
                        "plan.advice",
                        words.advice(
                            one.code(), one.subject(), one.at(), one.place(), one.values())),
                    "",
                    Level.AMBER,
                    List.of()))
        .toList();
  }
}
