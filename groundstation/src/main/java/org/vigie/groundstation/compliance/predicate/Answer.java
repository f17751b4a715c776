package org.vigie.groundstation.compliance.predicate;

import java.util.List;

/**
 * What a question was answered, and why.
 *
 * @param reason code of what was found, whichever way the answer goes
 * @param compared the values held against each other
 * @param papers ids of the papers relied on, or of the paper that came closest
 */
public record Answer(Truth truth, Reason reason, List<Comparison> compared, List<String> papers) {
  public Answer {
    compared = List.copyOf(compared);
    papers = List.copyOf(papers);
  }

  static Answer of(boolean value, Reason ifTrue, Reason ifFalse, Comparison... compared) {
    return new Answer(Truth.of(value), value ? ifTrue : ifFalse, List.of(compared), List.of());
  }

  /** A fact of the request is missing. */
  static Answer missing(String fact) {
    return new Answer(
        Truth.UNKNOWN, Reason.FACT_MISSING, List.of(Comparison.missing(fact)), List.of());
  }

  static Answer paper(Truth truth, Reason reason, String paper, Comparison... compared) {
    return new Answer(truth, reason, List.of(compared), List.of(paper));
  }
}
