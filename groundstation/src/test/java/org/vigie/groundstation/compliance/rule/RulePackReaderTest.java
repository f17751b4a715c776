package org.vigie.groundstation.compliance.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.groundstation.compliance.evidence.EvidenceKind;
import org.vigie.groundstation.compliance.predicate.Predicate;
import org.vigie.groundstation.compliance.predicate.Predicates;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.request.Codes;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.compliance.request.Purpose;

/** A broken rule pack stops the start, and says where. */
class RulePackReaderTest {
  private static final String PACK =
      """
      pack: test
      version: "1"
      jurisdiction: FR
      title: {fr: Essai, en: Test}
      validFrom: 2026-01-01
      validUntil: 2026-12-31
      sourceDate: 2026-01-01
      rules:
        - id: one
          domain: fly
          title: {fr: Un, en: One}
          legalRef: art. 1
          evidence: [insurance]
          condition:
            all:
              - height-at-most: {limitM: 120}
              - paper-held: {kind: insurance}
          otherwise: DENY
          certainty: S
          explanation: {fr: Parce que, en: Because}
      """;

  @Test
  void the_sound_pack_of_this_test_is_read() throws DocumentException {
    RulePack pack = RulePackReader.read("test.yaml", PACK);
    assertThat(pack.rules()).hasSize(1);
    assertThat(pack.rules().get(0).condition().questions()).hasSize(2);
    assertThat(pack.rules().get(0).evidence()).containsExactly(EvidenceKind.INSURANCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "height-at-most: {limitM: 120} | hight-at-most: {limitM: 120} | 16 | /rules/0/condition/all/0/hight-at-most | there is no question",
        "{limitM: 120} | {limitFt: 120} | 16 | /rules/0/condition/all/0/height-at-most/limitFt | has no parameter \"limitFt\"",
        "{limitM: 120} | {} | 16 | /rules/0/condition/all/0/height-at-most | needs the parameter \"limitM\"",
        "{limitM: 120} | {limitM: high} | 16 | /rules/0/condition/all/0/height-at-most/limitM | must be a number",
        "{kind: insurance} | {kind: insurence} | 17 | /rules/0/condition/all/1/paper-held/kind | is not one of",
        "evidence: [insurance] | evidence: [dpia] | 13 | /rules/0/evidence | the condition asks for [insurance]",
        "title: {fr: Un, en: One} | title: {fr: Un} | 11 | /rules/0/title | 'en'",
        "explanation: {fr: Parce que, en: Because} | explanation: {fr: '', en: Because} | 20 | /rules/0/explanation/fr | 1 char",
        "otherwise: DENY | otherwise: FORBID | 18 | /rules/0/otherwise | enumeration",
        "legalRef: art. 1 | legalRev: art. 1 | 12 | /rules/0/legalRev | legalRev",
        "validUntil: 2026-12-31 | validUntil: 2025-12-31 | 6 | /validUntil | before validFrom",
        "validUntil: 2026-12-31 | validUntil: soon | 6 | /validUntil | pattern",
        "certainty: S | certainty: sure | 19 | /rules/0/certainty | enumeration"
      })
  void a_fault_is_named_with_file_line_and_field(
      String right, String wrong, int line, String field, String message) {
    List<Problem> problems = problems(Map.of("test.yaml", PACK.replace(right, wrong)));
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.toString()).startsWith("test.yaml:" + line + ":");
              assertThat(problem.field()).isEqualTo(field);
              assertThat(problem.message()).contains(message);
            });
  }

  @Test
  void all_faults_are_reported_at_once() {
    String broken =
        PACK.replace("height-at-most", "hight-at-most").replace("{kind: insurance}", "{}");
    assertThat(problems(Map.of("test.yaml", broken))).hasSize(2);
  }

  @Test
  void a_rule_given_twice_is_named_in_the_second_file() {
    List<Problem> problems =
        problems(Map.of("a.yaml", PACK, "b.yaml", PACK.replace("pack: test", "pack: other")));
    assertThat(problems)
        .singleElement()
        .hasToString("b.yaml:9:5: /rules/0/id: the rule \"one\" is already in a.yaml");
  }

  @Test
  void a_rule_that_replaces_nothing_is_named() {
    String broken = PACK.replace("    certainty: S", "    replaces: [two]\n    certainty: S");
    assertThat(problems(Map.of("test.yaml", broken)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("no rule \"two\""));
  }

  @Test
  void nesting_has_a_limit() {
    String deep = "{not: ".repeat(12) + "{proof-holds: {}}" + "}".repeat(12);
    assertThat(
            problems(
                Map.of(
                    "test.yaml",
                    PACK.replace("{kind: insurance}", "{kind: insurance}\n        - " + deep))))
        .anySatisfy(problem -> assertThat(problem.message()).contains("nested deeper"));
  }

  @Test
  void the_shipped_packs_hold_between_twenty_and_forty_rules_with_articles() {
    List<RulePack> packs = ShippedRulePacks.load();
    assertThat(packs)
        .extracting(RulePack::id)
        .containsExactly("eu-2019-947", "fr-aviation", "fr-csi-cameras");
    List<Rule> rules = packs.stream().flatMap(pack -> pack.rules().stream()).toList();
    assertThat(rules).hasSizeBetween(20, 40);
    assertThat(rules)
        .filteredOn(rule -> !rule.enabled())
        .extracting(Rule::id)
        .containsExactly("fr-bill-97-municipal-experiment");
  }

  @Test
  void the_schema_lists_exactly_the_codes_that_the_program_knows() throws Exception {
    JsonNode schema = new ObjectMapper().readTree(RulePackReader.schema());
    JsonNode rule = schema.at("/$defs/rule/properties");
    assertThat(values(rule.at("/appliesTo/properties/operatorTypes/items/enum")))
        .isEqualTo(Codes.texts(OperatorType.class));
    assertThat(values(rule.at("/appliesTo/properties/purposes/items/enum")))
        .isEqualTo(Codes.texts(Purpose.class));
    assertThat(values(rule.at("/appliesTo/properties/activities/items/enum")))
        .isEqualTo(Codes.texts(Activity.class));
    assertThat(values(rule.at("/evidence/items/enum"))).isEqualTo(Codes.texts(EvidenceKind.class));
    assertThat(values(rule.at("/domain/enum"))).isEqualTo(Codes.texts(Domain.class));
  }

  @Test
  void every_question_and_parameter_explains_itself() {
    assertThat(Predicates.all()).hasSizeGreaterThan(15);
    for (Predicate predicate : Predicates.all()) {
      assertThat(predicate.meaning()).as(predicate.name()).endsWith(".");
      assertThat(predicate.parameters())
          .allSatisfy(parameter -> assertThat(parameter.meaning()).endsWith("."));
    }
  }

  private static List<String> values(JsonNode list) {
    List<String> values = new ArrayList<>();
    list.forEach(value -> values.add(value.asText()));
    return values;
  }

  private static List<Problem> problems(Map<String, String> texts) {
    return catchThrowableOfType(DocumentException.class, () -> RulePackReader.readAll(texts))
        .problems();
  }
}
