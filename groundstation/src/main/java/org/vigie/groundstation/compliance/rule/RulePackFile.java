package org.vigie.groundstation.compliance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.evidence.Bilingual;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument.Demand;
import org.vigie.groundstation.compliance.evidence.EvidenceKind;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.compliance.request.Purpose;

/** The form of a rule pack, as bound from YAML after the schema was kept. */
record RulePackFile(
    String pack,
    String version,
    String jurisdiction,
    Bilingual title,
    LocalDate validFrom,
    LocalDate validUntil,
    LocalDate sourceDate,
    List<RuleForm> rules) {

  record RuleForm(
      String id,
      @Nullable Boolean enabled,
      Domain domain,
      Bilingual title,
      String legalRef,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil,
      @Nullable AppliesTo appliesTo,
      @Nullable List<EvidenceKind> evidence,
      JsonNode condition,
      FailureOutcome otherwise,
      @Nullable List<Demand> conditions,
      Certainty certainty,
      Bilingual explanation,
      @Nullable List<String> replaces) {
    Rule rule(Condition bound, @Nullable Condition when) {
      AppliesTo scope = Objects.requireNonNullElse(appliesTo, AppliesTo.EVERYTHING);
      return new Rule(
          id,
          enabled == null || enabled,
          domain,
          title,
          legalRef,
          validFrom,
          validUntil,
          new Applicability(
              orNone(scope.operatorTypes()),
              orNone(scope.purposes()),
              orNone(scope.activities()),
              when),
          orNone(evidence),
          bound,
          otherwise,
          orNone(conditions),
          certainty,
          explanation,
          orNone(replaces));
    }
  }

  record AppliesTo(
      @Nullable List<OperatorType> operatorTypes,
      @Nullable List<Purpose> purposes,
      @Nullable List<Activity> activities,
      @Nullable JsonNode when) {
    static final AppliesTo EVERYTHING = new AppliesTo(null, null, null, null);
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
