package org.vigie.groundstation.console.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.ProofDocument;
import org.vigie.groundstation.text.PlanWords;
import org.vigie.groundstation.text.Texts;

/** What a proof says, worst first: each check with its margin, its numbers and its place. */
final class ProofRows {
  private static final String HOLDS = "\u2713";
  private static final String FAILS = "\u2715";
  private static final String RISK = "!";

  private final Texts texts;
  private final PlanWords words;

  ProofRows(Texts texts) {
    this.texts = texts;
    this.words = new PlanWords(texts);
  }

  /** What does not hold. */
  List<DetailRow> failing(@Nullable ProofDocument proof) {
    return proof == null
        ? List.of()
        : rows(proof.findings().stream().filter(finding -> !finding.holds()).toList());
  }

  /** Risks that remain although it holds: whoever decides must be told of them. */
  List<DetailRow> risks(@Nullable ProofDocument proof) {
    return proof == null
        ? List.of()
        : rows(proof.findings().stream().filter(ProofDocument.Finding::residual).toList());
  }

  /** The proof in a line, then what holds, closest first; what has no margin is only counted. */
  List<DetailRow> holding(@Nullable ProofDocument proof) {
    if (proof == null) {
      return List.of();
    }
    List<ProofDocument.Finding> holding =
        proof.findings().stream().filter(one -> one.holds() && !one.residual()).toList();
    List<ProofDocument.Finding> measured =
        holding.stream().filter(one -> !one.unit().isEmpty()).toList();
    List<String> counted =
        holding.stream().filter(one -> one.unit().isEmpty()).map(this::counted).distinct().toList();
    List<DetailRow> rows = new ArrayList<>();
    rows.add(summary(proof));
    rows.addAll(rows(measured));
    if (!counted.isEmpty()) {
      rows.add(
          new DetailRow(
              "proof-counted",
              HOLDS,
              texts.get("proof.counted", holding.size() - measured.size()),
              "",
              Level.NORMAL,
              counted));
    }
    return rows;
  }

  /** The proof in a line. */
  DetailRow summary(ProofDocument proof) {
    boolean holds = proof.holds();
    return new DetailRow(
        "proof",
        holds ? HOLDS : FAILS,
        texts.get("console.plan.proof"),
        texts.get(
            holds ? "console.plan.proof.holds" : "console.plan.proof.fails",
            proof.findings().size()),
        holds ? Level.NORMAL : Level.RED,
        List.of());
  }

  private String counted(ProofDocument.Finding finding) {
    return finding.subject().isEmpty()
        ? words.check(finding.check())
        : texts.get("proof.about", words.check(finding.check()), finding.subject());
  }

  private List<DetailRow> rows(List<ProofDocument.Finding> findings) {
    List<DetailRow> rows = new ArrayList<>();
    for (ProofDocument.Finding finding : findings) {
      String id = "proof-" + finding.check() + "-" + finding.branch() + "-" + finding.subject();
      rows.add(
          new DetailRow(
              id,
              finding.residual() ? RISK : finding.holds() ? HOLDS : FAILS,
              texts.get(
                  "proof.about", words.check(finding.check()), words.branch(finding.branch())),
              margin(finding),
              finding.residual() ? Level.AMBER : finding.holds() ? Level.NORMAL : Level.RED,
              more(finding)));
    }
    return rows;
  }

  /** What is left, what is missing, or how far a risk goes; nothing for what is only counted. */
  private String margin(ProofDocument.Finding finding) {
    Double margin = finding.margin();
    if (margin == null || finding.unit().isEmpty()) {
      return "";
    }
    String figure = words.number(Math.abs(margin), finding.unit());
    if (margin < 0) {
      return texts.get(finding.residual() ? "proof.beyond" : "proof.short", figure);
    }
    return texts.get("proof.spare", figure);
  }

  private List<String> more(ProofDocument.Finding finding) {
    List<String> more = new ArrayList<>();
    if (finding.residual()) {
      more.add(texts.get("proof.risk"));
    }
    more.add(
        texts.get(
            "proof.compared",
            words.number(finding.value(), finding.unit()),
            words.number(finding.limit(), finding.unit())));
    if (!finding.subject().isEmpty()) {
      more.add(finding.subject());
    }
    ProofDocument.Place at = finding.at();
    if (at != null) {
      more.add(words.moment(at.seq(), at.position(), at.heightM(), at.fromS()));
    }
    return more;
  }
}
