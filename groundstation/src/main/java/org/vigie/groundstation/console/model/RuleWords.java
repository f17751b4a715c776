package org.vigie.groundstation.console.model;

import java.util.Optional;

/** Words for the codes of decisions. What is not known is said by its code. */
public interface RuleWords {
  /** Says every code as it is. */
  RuleWords CODES =
      new RuleWords() {
        @Override
        public String of(String section, String code) {
          return code;
        }

        @Override
        public String title(String rule) {
          return rule;
        }

        @Override
        public Optional<String> explanation(String rule) {
          return Optional.empty();
        }

        @Override
        public String condition(String textKey) {
          return textKey;
        }
      };

  /** The word for a code of a section: outcomes, reasons, comparisons, domains, permissions. */
  String of(String section, String code);

  /** What a rule is about. */
  String title(String rule);

  /** Why a rule is as it is. */
  Optional<String> explanation(String rule);

  /** What a condition asks for, by {@code rule/ID/CODE} or {@code paper/ID/CODE}. */
  String condition(String textKey);
}
