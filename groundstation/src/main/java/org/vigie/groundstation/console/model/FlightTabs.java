package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.text.Texts;

/** Checks and plan of a flight as lists. Stateless. */
final class FlightTabs {
  private final Texts texts;
  private final Quantities quantities;
  private final Moments moments;
  private final ProofRows proofs;
  private final ChoiceRows choices;
  private final ConcernWords concerns;

  FlightTabs(Texts texts, Quantities quantities, Moments moments) {
    this.texts = texts;
    this.quantities = quantities;
    this.moments = moments;
    this.proofs = new ProofRows(texts);
    this.choices = new ChoiceRows(texts);
    this.concerns = new ConcernWords(texts, quantities);
  }

  /** What supervision is concerned about, then the checks before take-off, failed ones first. */
  List<DetailRow> checks(LiveFlight flight) {
    List<DetailRow> all = new ArrayList<>(concerns.rows(flight));
    all.addAll(beforeTakeoff(flight));
    return all;
  }

  private List<DetailRow> beforeTakeoff(LiveFlight flight) {
    List<DetailRow> rows = new ArrayList<>();
    for (LiveFlight.Check check : flight.checks()) {
      String unit = check.unit().isEmpty() ? "" : "\u00a0" + check.unit();
      String found =
          check.known()
              ? quantities.number(check.value()) + unit
              : texts.get("console.check.unknown");
      DetailRow row =
          new DetailRow(
              check.check(),
              check.passed() ? "\u2713" : check.known() ? "\u2715" : "?",
              texts.name("console.check", check.check()),
              unit.isEmpty() && check.passed() ? "" : found,
              check.passed() ? Level.NORMAL : Level.RED,
              List.of(
                  texts.get(
                      "console.check.compared", found, quantities.number(check.limit()) + unit)));
      if (check.passed()) {
        rows.add(row);
      } else {
        rows.add(0, row);
      }
    }
    return rows;
  }

  List<DetailRow> plan(LiveFlight flight, Documents documents) {
    List<DetailRow> rows = new ArrayList<>(choices.chosen(flight));
    LiveFlight.PlanFigures figures = flight.plan();
    PlanDocument plan = documents.plan();
    if (figures != null) {
      add(rows, "distance", quantities.metres(figures.distanceM()));
      add(rows, "duration", clock(figures.durationS()));
      add(rows, "to-scene", clock(figures.toSceneS()));
      add(rows, "on-scene", clock(figures.onSceneS()));
      add(rows, "energy", Math.round(figures.energyWh()) + "\u00a0Wh");
      add(rows, "items", Integer.toString(figures.items()));
    }
    if (plan == null) {
      return rows;
    }
    PlanDocument.PlanBudget budget = plan.budget();
    if (budget != null && budget.rated()) {
      add(rows, "battery", quantities.percent(budget.usePercent()));
      add(rows, "reserve", quantities.percent(budget.reservePercent()));
    }
    add(rows, "scene-height", quantities.heightAboveHome(plan.sceneHeightM()));
    add(rows, "scene-radius", quantities.metres(plan.sceneRadiusM()));
    add(rows, "top", quantities.heightAboveHome(plan.volume().topM()));
    add(rows, "contingency-top", quantities.heightAboveHome(plan.volume().contingencyTopM()));
    add(rows, "home", quantities.altitudeAmsl(plan.homeAmslM()));
    if (!plan.zonesRespected().isEmpty()) {
      add(rows, "zones", String.join(", ", plan.zonesRespected()));
    }
    if (plan.validUntil() != null) {
      add(rows, "valid", moments.both(plan.validUntil()));
    }
    if (documents.proof() != null) {
      rows.add(proofs.summary(documents.proof()));
    }
    if (documents.planHash() != null) {
      add(rows, "hash", shortHash(documents.planHash()));
    }
    return rows;
  }

  static String shortHash(String hash) {
    return hash.length() <= 8 ? hash : hash.substring(0, 8);
  }

  private String clock(double seconds) {
    return quantities.clock(Duration.ofMillis((long) (seconds * 1000))) + "\u00a0min";
  }

  private void add(List<DetailRow> rows, String key, String value) {
    rows.add(
        new DetailRow(key, "", texts.get("console.plan." + key), value, Level.NORMAL, List.of()));
  }
}
