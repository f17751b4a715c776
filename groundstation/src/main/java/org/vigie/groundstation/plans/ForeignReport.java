package org.vigie.groundstation.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.groundstation.text.PlanWords;
import org.vigie.groundstation.text.Texts;
import org.vigie.planner.foreign.FlightMoment;
import org.vigie.planner.foreign.ForeignFinding;
import org.vigie.planner.foreign.ForeignProof;
import org.vigie.planner.io.PlanFile;

/** Tells what was found of a plan that somebody else made. */
public final class ForeignReport {
  private final Texts texts;
  private final PlanWords words;

  public ForeignReport(Texts texts) {
    this.texts = texts;
    this.words = new PlanWords(texts);
  }

  /** The verdict in one line. */
  public String verdict(ForeignProof proof) {
    long failed = proof.findings().stream().filter(finding -> !finding.holds()).count();
    return proof.holds()
        ? texts.get("plan.foreign.holds")
        : texts.get("plan.foreign.fails", failed);
  }

  /** Verdict and whatever does not hold; everything when asked. */
  public List<String> lines(PlanFile file, ForeignProof proof, boolean everything) {
    List<String> lines = new ArrayList<>();
    lines.add(file.name() + ": " + verdict(proof));
    facts(file, proof).forEach(fact -> lines.add("  " + fact));
    if (everything && !proof.legs().isEmpty()) {
      lines.add("");
      lines.add(texts.get("plan.head.legs"));
      lines.addAll(new PlanReport(texts).legs(proof.legs()));
    }
    lines.add("");
    for (ForeignFinding finding : proof.findings()) {
      if (everything || !finding.holds()) {
        lines.add("  " + line(finding));
      }
    }
    return lines;
  }

  /** Size, time and energy: what a picture's legend has room for. */
  public List<String> facts(PlanFile file, ForeignProof proof) {
    List<String> facts = new ArrayList<>();
    facts.add(
        texts.get(
            "plan.foreign.size", file.mission().size(), file.fence().size(), file.rally().size()));
    if (Double.isFinite(proof.durationS())) {
      facts.add(
          texts.get(
              "plan.foreign.cost",
              words.duration(proof.durationS()),
              words.number(proof.energyWh(), "Wh")));
    }
    return facts;
  }

  private String line(ForeignFinding finding) {
    String unit = finding.check().unit();
    String figures =
        unit.isEmpty()
            ? ""
            : texts.get(
                "plan.figures",
                words.number(finding.value(), unit),
                words.number(finding.limit(), unit));
    String where = finding.at().map(this::moment).orElse("");
    return String.format(
            Locale.ROOT,
            "%-4s %-40s %-26s %s%s%s",
            texts.get(finding.holds() ? "plan.ok" : "plan.not"),
            words.check(finding.check().code()),
            figures,
            finding.subject(),
            where.isEmpty() || finding.subject().isEmpty() ? "" : ", ",
            where)
        .stripTrailing();
  }

  private String moment(FlightMoment at) {
    return words.moment(at.seq(), at.position(), at.heightM(), at.timeS());
  }
}
