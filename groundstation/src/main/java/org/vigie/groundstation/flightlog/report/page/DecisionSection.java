package org.vigie.groundstation.flightlog.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.compliance.decision.DecisionText;
import org.vigie.groundstation.compliance.decision.Finding;
import org.vigie.groundstation.compliance.decision.Outcome;
import org.vigie.groundstation.flightlog.report.FlightReport;

/** The regulatory decision: verdict, each rule with its article, conditions, validity. */
final class DecisionSection {
  private final FlightReport report;
  private final Words words;
  private final DecisionText texts;

  DecisionSection(FlightReport report, Words words) {
    this.report = report;
    this.words = words;
    this.texts =
        new DecisionText(report.basis().packs(), report.basis().evidence(), words.language());
  }

  void write(Html out) {
    out.element("h2", words.get("decision"));
    report
        .findDecision()
        .ifPresentOrElse(
            decision -> write(decision, out), () -> out.element("p", words.get("decision.none")));
  }

  private void write(Decision decision, Html out) {
    boolean goes = decision.verdict().allows();
    out.open("div", "class", goes ? "verdict" : "verdict damaged");
    out.element("p", texts.verdict(decision));
    texts.decidingReason(decision).ifPresent(reason -> out.element("p", reason));
    out.close("div");
    out.element("p", texts.results(decision));
    out.element(
        "p",
        words.get(
            "decision.valid",
            words.moment(decision.decidedAt()),
            words.moment(decision.validUntil())));
    rules(decision, out);
    List<String> apart =
        decision.findings().stream()
            .filter(finding -> finding.outcome() == Outcome.NOT_APPLICABLE)
            .map(finding -> texts.title(finding) + " [" + finding.rule() + "]")
            .toList();
    if (!apart.isEmpty()) {
      out.element("h3", words.get("decision.apart"));
      out.element("p", String.join(" · ", apart), "class", "note");
    }
    if (!decision.conditions().isEmpty()) {
      out.element("h3", words.get("decision.conditions"));
      out.open("ul");
      decision.conditions().forEach(one -> out.element("li", texts.condition(one)));
      out.close("ul");
    }
  }

  private void rules(Decision decision, Html out) {
    Rows.begin(
        out,
        List.of(
            words.get("decision.outcome"),
            words.get("decision.rule"),
            words.get("decision.article"),
            words.get("decision.why")),
        12,
        30,
        25,
        33);
    for (Finding finding : decision.findings()) {
      if (finding.outcome() != Outcome.NOT_APPLICABLE) {
        List<String> cells = new ArrayList<>();
        cells.add(texts.outcome(finding));
        cells.add(texts.title(finding) + " [" + finding.rule() + "]");
        cells.add(finding.legalRef());
        cells.add(why(finding));
        Rows.row(out, cells, finding.outcome().fails() ? "fails" : "");
      }
    }
    Rows.end(out);
  }

  /** The reason, and those of its papers that it does not name. */
  private String why(Finding finding) {
    String why = texts.why(finding);
    String papers =
        finding.evidence().stream()
            .map(paper -> "<" + paper + ">")
            .filter(paper -> !why.contains(paper))
            .collect(Collectors.joining(", "));
    return papers.isEmpty() ? why : why + "\n" + papers;
  }
}
