package org.vigie.groundstation.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.text.PlanWords;
import org.vigie.groundstation.text.Texts;
import org.vigie.planner.Advice;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.Budget;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.ParameterSetting;
import org.vigie.planner.plan.Volume;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.proof.ProofPlace;
import org.vigie.planner.request.PlanRequest;

/** Tells of a plan: shortly, or with everything that it rests on. */
public final class PlanReport {
  private final Texts texts;
  private final PlanWords words;

  public PlanReport(Texts texts) {
    this.texts = texts;
    this.words = new PlanWords(texts);
  }

  /** The verdict in one line. */
  public String verdict(PlanAnswer answer) {
    if (answer.outcome() instanceof PlanOutcome.NoPlan none) {
      return texts.get(
          "plan.verdict.none", words.reason(none.code().code(), none.subject(), none.values()));
    }
    return texts.get(answer.holds() ? "plan.verdict.holds" : "plan.verdict.fails");
  }

  /** A few lines: verdict, times, energy, height. */
  public List<String> lines(PlanAnswer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(answer.request().flightId() + ": " + verdict(answer));
    answer
        .plan()
        .ifPresent(
            plan -> {
              facts(plan, answer.request()).forEach(fact -> lines.add("  " + fact));
              lines.add("  " + texts.get("plan.hash", plan.hash().hex()));
            });
    answer
        .proof()
        .ifPresent(
            proof ->
                worstFirst(proof).stream()
                    .filter(finding -> !finding.holds())
                    .forEach(finding -> lines.add("  " + line(finding))));
    for (Advice advice : answer.outcome().advice()) {
      lines.add("  " + texts.get("plan.advice", advice(advice)));
    }
    if (!answer.findings().isEmpty()) {
      lines.add("  " + texts.get("plan.inputs.findings", answer.findings().size()));
    }
    return lines;
  }

  /** Times, energy and height: what a picture's legend has room for. */
  public List<String> facts(FlightPlan plan, PlanRequest request) {
    Budget budget = plan.budget();
    double wayM =
        plan.legs().stream()
            .filter(leg -> leg.toSeq() < plan.phases().sceneFirst())
            .mapToDouble(Leg::distanceM)
            .sum();
    double heightM = plan.scene().heightAboveHomeM();
    List<String> facts = new ArrayList<>();
    facts.add(
        texts.get(
            "plan.to-scene",
            words.duration(budget.toSceneS()),
            words.number(Math.rint(wayM), "m")));
    facts.add(
        texts.get(
            "plan.whole", words.duration(budget.durationS()), words.duration(budget.onSceneS())));
    facts.add(
        texts.get(
            "plan.energy",
            words.number(budget.energyWh(), "Wh"),
            words.number(budget.usableWh() - budget.reserveWh(), "Wh"),
            words.number(budget.reserveWh(), "Wh")));
    facts.add(
        texts.get(
            "plan.height",
            words.number(heightM, "m"),
            words.number(Math.rint(request.site().home().altitude().metres() + heightM), "m")));
    if (!plan.zonesRespected().isEmpty()) {
      facts.add(texts.get("plan.round", String.join(", ", plan.zonesRespected())));
    }
    return facts;
  }

  /** Everything: route, legs, volume, contingencies, findings worst first. */
  public List<String> explain(PlanAnswer answer) {
    List<String> lines = new ArrayList<>();
    if (answer.outcome() instanceof PlanOutcome.NoPlan none) {
      none.values().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              each -> lines.add("  " + each.getKey() + " " + words.number(each.getValue(), "")));
    }
    answer
        .plan()
        .ifPresent(
            plan -> {
              lines.add("");
              lines.add(texts.get("plan.head.legs"));
              lines.addAll(legs(plan.legs()));
              volume(plan.volume(), lines);
              contingencies(plan, lines);
            });
    answer
        .proof()
        .ifPresent(
            proof -> {
              lines.add("");
              lines.add(
                  texts.get(
                      "plan.head.findings",
                      proof.findings().size(),
                      proof.findings().stream().filter(f -> !f.holds()).count()));
              worstFirst(proof).forEach(finding -> lines.add("  " + line(finding)));
            });
    if (!answer.findings().isEmpty()) {
      lines.add("");
      lines.add(texts.get("plan.head.inputs"));
      answer.findings().forEach(finding -> lines.add("  " + finding));
    }
    return lines;
  }

  /** A table of legs with what they cost. */
  List<String> legs(List<Leg> legs) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "  %4s  %-22s %15s %9s %8s %8s %9s",
            texts.get("plan.column.item"),
            texts.get("plan.column.to"),
            texts.get("plan.column.height"),
            texts.get("plan.column.way"),
            "m/s",
            "s",
            "Wh"));
    double timeS = 0;
    double energyWh = 0;
    for (Leg leg : legs) {
      timeS += leg.durationS();
      energyWh += leg.energyWh();
      lines.add(
          String.format(
              texts.locale(),
              "  %4d  %-22s %6.0f \u2192 %4.0f m %7.0f m %8.1f %8s %9s",
              leg.toSeq(),
              PlanWords.place(LatLon.ofE7(leg.toLatE7(), leg.toLonE7())),
              leg.fromHeightM(),
              leg.toHeightM(),
              leg.distanceM(),
              leg.groundSpeedMps(),
              words.number(leg.durationS(), ""),
              words.number(leg.energyWh(), "")));
    }
    lines.add("  " + texts.get("plan.sum", words.duration(timeS), words.number(energyWh, "Wh")));
    return lines;
  }

  private void volume(Volume volume, List<String> lines) {
    lines.add("");
    lines.add(
        texts.get(
            "plan.head.volume",
            words.number(volume.flightHeightM(), "m"),
            words.number(volume.contingencyHeightM(), "m")));
    for (Volume.Term term : volume.terms()) {
      lines.add(
          String.format(
              texts.locale(),
              "  %-8s %8.2f m  %s",
              term.symbol(),
              term.metres(),
              texts.name("plan.term", term.symbol())));
    }
  }

  private void contingencies(FlightPlan plan, List<String> lines) {
    lines.add("");
    lines.add(texts.get("plan.head.contingencies", plan.firmware()));
    lines.add("  " + texts.get("plan.return", plan.phases().returnStart(), plan.phases().land()));
    lines.add("  " + texts.get("plan.rally", plan.rally().size()));
    StringBuilder row = new StringBuilder(" ");
    for (ParameterSetting setting : plan.parameters()) {
      String one =
          String.format(Locale.ROOT, " %-18s %-9s", setting.name(), plain(setting.value()));
      if (row.length() + one.length() > 92) {
        lines.add(row.toString().stripTrailing());
        row.setLength(1);
      }
      row.append(one);
    }
    lines.add(row.toString().stripTrailing());
  }

  private static String plain(float value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Float.toString(value);
  }

  /** What does not hold first; else in the proof's own order, which is worst first. */
  private static List<ProofFinding> worstFirst(Proof proof) {
    return proof.findings().stream().sorted(Comparator.comparing(ProofFinding::holds)).toList();
  }

  private String line(ProofFinding finding) {
    String figures =
        finding.unit().isEmpty() && finding.holds()
            ? ""
            : texts.get(
                "plan.figures",
                words.number(finding.value(), finding.unit()),
                words.number(finding.limit(), finding.unit()));
    return String.format(
            Locale.ROOT,
            "%-4s %-40s %-26s %-26s %s",
            texts.get(finding.residual() ? "plan.risk" : finding.holds() ? "plan.ok" : "plan.not"),
            words.check(finding.check()),
            words.branch(finding.branch()),
            figures,
            finding.subject() + where(finding.at(), finding.subject().isEmpty() ? "" : ", "))
        .stripTrailing();
  }

  private String advice(Advice advice) {
    return words.advice(
        advice.code().code(),
        advice.subject(),
        advice.at().orElse(null),
        advice.place().orElse(null),
        advice.values());
  }

  private String where(@Nullable ProofPlace at, String before) {
    return at == null
        ? ""
        : before
            + words.moment(at.seq(), LatLon.ofE7(at.latE7(), at.lonE7()), at.heightM(), at.fromS());
  }
}
