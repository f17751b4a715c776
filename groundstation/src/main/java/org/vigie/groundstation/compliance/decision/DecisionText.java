package org.vigie.groundstation.compliance.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.groundstation.compliance.evidence.Bilingual;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument;
import org.vigie.groundstation.compliance.evidence.EvidenceSet;
import org.vigie.groundstation.compliance.predicate.Comparison;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.rule.Rule;
import org.vigie.groundstation.compliance.rule.RulePack;
import org.vigie.groundstation.text.Language;

/**
 * A decision in the words of the packs and papers that it rests on. Needs those packs and papers;
 * what they do not know is shown by its code.
 */
public final class DecisionText {
  private final List<RulePack> packs;
  private final EvidenceSet evidence;
  private final Language language;
  private final DecisionWords words;

  public DecisionText(List<RulePack> packs, EvidenceSet evidence, Language language) {
    this.packs = List.copyOf(packs);
    this.evidence = evidence;
    this.language = language;
    this.words = new DecisionWords(language);
  }

  /** The whole decision: verdict, deciding reason, the questions apart, each finding, validity. */
  public String render(Decision decision) {
    List<String> lines = new ArrayList<>();
    lines.add(verdict(decision));
    decision
        .deciding()
        .ifPresent(
            finding -> {
              lines.add(words.of("labels", "reason") + ": " + reason(finding));
              explanation(finding).ifPresent(text -> lines.add("  " + text));
            });
    lines.add(results(decision));
    lines.add(words.of("labels", "findings") + ":");
    decision.findings().forEach(finding -> lines.add("  " + finding(finding)));
    if (!decision.conditions().isEmpty()) {
      lines.add(words.of("labels", "conditions") + ":");
      decision.conditions().forEach(condition -> lines.add("  - " + condition(condition)));
    }
    lines.add(
        words
            .of("labels", "valid")
            .replace("{found}", decision.decidedAt().toString())
            .replace("{required}", decision.validUntil().toString()));
    lines.add(words.of("labels", "rules") + ": " + rules(decision));
    return String.join("\n", lines) + "\n";
  }

  /** The verdict in a word or two. */
  public String verdict(Decision decision) {
    return words.of("verdicts", decision.verdict().name());
  }

  /** The answers to the questions, in a line. */
  public String results(Decision decision) {
    return decision.results().stream()
        .map(
            result ->
                words.of("domains", result.domain().text())
                    + ": "
                    + words.of("permissions", result.permission().name()))
        .collect(Collectors.joining(" | "));
  }

  /** The deciding reason in a line, with rule and article; nothing when the flight is allowed. */
  public Optional<String> decidingReason(Decision decision) {
    return decision.deciding().map(this::reason);
  }

  /** How a finding ended, in a word or two. */
  public String outcome(Finding finding) {
    return words.of("outcomes", finding.outcome().name());
  }

  /** One finding in a line, with its article, what was compared and how sure the rule is. */
  public String finding(Finding finding) {
    StringBuilder line = new StringBuilder();
    line.append('[').append(words.of("outcomes", finding.outcome().name())).append("] ");
    line.append(reason(finding));
    if (finding.outcome() != Outcome.NOT_APPLICABLE) {
      if (!finding.compared().isEmpty()) {
        line.append(
            finding.compared().stream()
                .map(this::comparison)
                .collect(Collectors.joining(", ", " {", "}")));
      }
      line.append(" (")
          .append(words.of("labels", "certainty"))
          .append(": ")
          .append(words.of("certainties", finding.certainty().text()))
          .append(')');
    }
    return line.toString();
  }

  /** One finding in a line: the whole when it speaks against the flight, title and article else. */
  public String brief(Finding finding) {
    if (finding.outcome() != Outcome.PASSED) {
      return finding(finding);
    }
    return "["
        + words.of("outcomes", finding.outcome().name())
        + "] "
        + title(finding)
        + " ["
        + finding.legalRef()
        + "]";
  }

  /** A condition in words. */
  public String condition(FlightCondition condition) {
    String[] key = condition.textKey().split("/", 3);
    List<EvidenceDocument.Demand> demands =
        key[0].equals("paper")
            ? evidence.find(key[1]).map(EvidenceDocument::conditions).orElse(List.of())
            : rule(key[1]).map(Rule::conditions).orElse(List.of());
    return demands.stream()
        .filter(demand -> demand.code().equals(condition.code()))
        .findFirst()
        .map(demand -> demand.text().in(language))
        .orElse(condition.code());
  }

  private String reason(Finding finding) {
    String article = finding.legalRef().isEmpty() ? "" : ", " + finding.legalRef();
    return title(finding) + " — " + why(finding) + " [" + finding.rule() + article + "]";
  }

  /** What the finding's rule is about; of a rule that no pack here has, its id. */
  public String title(Finding finding) {
    return rule(finding.rule())
        .map(rule -> rule.title().in(language))
        .orElse(words.of("labels", finding.rule()));
  }

  private Optional<String> explanation(Finding finding) {
    return rule(finding.rule()).map(Rule::explanation).map(text -> text.in(language));
  }

  /** What decided the finding, without its rule and article. */
  public String why(Finding finding) {
    String text = words.of("reasons", finding.reason().text());
    if (!finding.compared().isEmpty()) {
      Comparison first = finding.compared().get(0);
      String required =
          finding.reason() == Reason.PAPER_MISSING
              ? words.of("kinds", first.required())
              : first.required();
      text =
          text.replace("{name}", words.of("comparisons", first.name()))
              .replace("{found}", first.found())
              .replace("{required}", required)
              .replace("{unit}", first.unit());
    }
    return text.replace(
        "{paper}", finding.evidence().stream().map(this::paper).collect(Collectors.joining(" ; ")));
  }

  private String paper(String id) {
    return evidence
        .find(id)
        .map(EvidenceDocument::title)
        .map((Bilingual title) -> title.in(language) + " <" + id + ">")
        .orElse("<" + id + ">");
  }

  private String comparison(Comparison compared) {
    String unit = compared.unit().isEmpty() ? "" : " " + compared.unit();
    return words.of("comparisons", compared.name())
        + " "
        + compared.found()
        + unit
        + " / "
        + compared.required();
  }

  private String rules(Decision decision) {
    return decision.inputs().stream()
        .filter(input -> input.kind().equals("rule-pack"))
        .map(
            input ->
                input.name()
                    + " "
                    + input.version()
                    + packs.stream()
                        .filter(pack -> pack.id().equals(input.name()))
                        .map(
                            pack ->
                                " (" + words.of("labels", "source") + " " + pack.sourceDate() + ")")
                        .collect(Collectors.joining()))
        .collect(Collectors.joining(", "));
  }

  private Optional<Rule> rule(String id) {
    return packs.stream().flatMap(pack -> pack.find(id).stream()).findFirst();
  }
}
