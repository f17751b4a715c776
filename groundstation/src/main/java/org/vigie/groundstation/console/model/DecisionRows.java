package org.vigie.groundstation.console.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.DecisionDocument;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.ProofDocument;
import org.vigie.groundstation.text.Texts;

/** A decision's document in the words of the rules, with what its proof says. */
final class DecisionRows {
  private static final String PASSED = "\u2713";
  private static final String FAILED = "\u2715";
  private static final String UNSURE = "?";
  private static final String CONDITION = "\u2022";

  private final Texts texts;
  private final RuleWords words;
  private final Moments moments;
  private final ProofRows proofs;
  private final ChoiceRows choices;

  DecisionRows(Texts texts, RuleWords words, Moments moments) {
    this.texts = texts;
    this.words = words;
    this.moments = moments;
    this.proofs = new ProofRows(texts);
    this.choices = new ChoiceRows(texts);
  }

  static Level level(String verdict) {
    return switch (verdict) {
      case "GO" -> Level.NORMAL;
      case "GO_WITH_CONDITIONS" -> Level.AMBER;
      default -> Level.RED;
    };
  }

  DecisionShown show(LiveFlight flight, Documents documents) {
    DecisionDocument decision = documents.decision();
    String verdict = flight.verdict();
    LiveFlight.NotPlanned none = flight.notPlanned();
    if (verdict == null && none != null) {
      return new DecisionShown(
          texts.get("console.decision.no-plan"),
          Level.RED,
          true,
          choices.why(none),
          choices.advice(none));
    }
    if (verdict == null) {
      return nothing(texts.get("console.decision.none"));
    }
    if (decision == null) {
      return new DecisionShown(
          texts.name("verdict", verdict),
          level(verdict),
          true,
          texts.get("console.decision.loading"),
          List.of());
    }
    return new DecisionShown(
        texts.name("verdict", verdict),
        level(verdict),
        true,
        decision.deciding().map(this::deciding).orElse(""),
        rows(decision, documents.proof()));
  }

  static DecisionShown nothing(String why) {
    return new DecisionShown(why, Level.QUIET, false, "", List.of());
  }

  private String deciding(DecisionDocument.Finding finding) {
    return words.title(finding.rule()) + " \u2014 " + reason(finding) + ". " + finding.article();
  }

  private List<DetailRow> rows(DecisionDocument decision, @Nullable ProofDocument proof) {
    List<DetailRow> rows = new ArrayList<>();
    for (DecisionDocument.Finding finding : decision.findings()) {
      if (finding.fails()) {
        rows.add(row(finding));
      }
    }
    rows.addAll(proofs.failing(proof));
    for (String condition : decision.conditions()) {
      rows.add(
          new DetailRow(
              condition,
              CONDITION,
              words.condition(condition),
              "",
              Level.AMBER,
              List.of(condition)));
    }
    rows.addAll(proofs.risks(proof));
    for (DecisionDocument.Finding finding : decision.findings()) {
      if (!finding.fails() && finding.applies()) {
        rows.add(row(finding));
      }
    }
    for (DecisionDocument.Permission result : decision.results()) {
      add(
          rows,
          result.domain(),
          words.of("domains", result.domain()),
          words.of("permissions", result.permission()));
    }
    if (decision.validUntil() != null) {
      add(rows, "valid", texts.get("console.decision.valid"), moments.both(decision.validUntil()));
    }
    rows.addAll(proofs.holding(proof));
    return rows;
  }

  private static void add(List<DetailRow> rows, String id, String title, String value) {
    rows.add(new DetailRow(id, "", title, value, Level.NORMAL, List.of()));
  }

  private DetailRow row(DecisionDocument.Finding finding) {
    List<String> more = new ArrayList<>();
    more.add(reason(finding));
    for (DecisionDocument.Compared compared : finding.compared()) {
      String unit = compared.unit().isEmpty() ? "" : "\u00a0" + compared.unit();
      more.add(
          texts.get(
              "console.decision.compared",
              words.of("comparisons", compared.name()),
              shortened(compared.found()) + unit,
              shortened(compared.required()) + unit));
    }
    if (!finding.papers().isEmpty()) {
      more.add(texts.get("console.decision.papers", words.papers(finding.papers())));
    }
    words.explanation(finding.rule()).ifPresent(more::add);
    boolean unsure = finding.outcome().equals("UNKNOWN");
    return new DetailRow(
        finding.rule(),
        finding.fails() ? unsure ? UNSURE : FAILED : PASSED,
        words.title(finding.rule()),
        finding.article(),
        finding.fails() ? Level.RED : Level.NORMAL,
        more);
  }

  /** A number to the digits that a person reads; other texts as they are. */
  private static String shortened(String text) {
    return text.matches("(<= |>= )?-?[0-9]+\\.[0-9]{3,}")
        ? text.replaceAll("(\\.[0-9]{2})[0-9]+", "$1")
        : text;
  }

  private String reason(DecisionDocument.Finding finding) {
    String text = words.of("reasons", finding.reason());
    String papers = words.papers(finding.papers());
    if (!finding.compared().isEmpty()) {
      DecisionDocument.Compared first = finding.compared().get(0);
      text =
          text.replace("{name}", words.of("comparisons", first.name()))
              .replace("{found}", shortened(first.found()))
              .replace("{required}", words.of("kinds", shortened(first.required())))
              .replace("{unit}", first.unit());
    }
    return text.replace("{paper}", papers);
  }
}
