package org.vigie.groundstation.console.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The station's words for the codes of decisions, in one language. What they do not have is said by
 * its code. Immutable.
 *
 * @param table text by key: {@code SECTION.CODE}, {@code rule.ID.title}, {@code
 *     rule.ID.explanation}, {@code rule.ID.condition.CODE}, {@code paper.ID.title} and so on
 */
public record RuleWords(Map<String, String> table) {
  /** Says every code as it is. */
  public static final RuleWords CODES = new RuleWords(Map.of());

  public RuleWords {
    table = Map.copyOf(table);
  }

  private String get(String key, String otherwise) {
    String text = table.get(key);
    return text == null ? otherwise : text;
  }

  /** The word for a code of a section: outcomes, reasons, comparisons, domains, permissions. */
  String of(String section, String code) {
    return get(section + "." + code, code);
  }

  /** What a rule is about. */
  String title(String rule) {
    return get("rule." + rule + ".title", of("labels", rule));
  }

  /** Why a rule is as it is. */
  Optional<String> explanation(String rule) {
    return Optional.ofNullable(table.get("rule." + rule + ".explanation"));
  }

  /** Papers by their titles. */
  String papers(List<String> ids) {
    return ids.stream()
        .map(id -> get("paper." + id + ".title", id))
        .collect(Collectors.joining(", "));
  }

  /** What a condition asks for, by {@code rule/ID/CODE} or {@code paper/ID/CODE}. */
  String condition(String textKey) {
    String[] parts = textKey.split("/", 3);
    String code = parts[parts.length - 1];
    String key = parts.length == 3 ? parts[0] + "." + parts[1] + ".condition." + code : textKey;
    return get(key, code.replace('-', ' '));
  }
}
