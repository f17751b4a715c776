package org.vigie.groundstation.console.model;

import java.util.List;

/**
 * Who is in command of the selected aircraft, and what can be done about it.
 *
 * @param vehicleId empty when there is nothing to hand over
 * @param rows who is in command, to whom it is offered
 * @param candidates to whom it could be offered, those who are at a console first
 * @param offerObstacle why it cannot be offered now, empty when it can
 * @param take words of taking command, empty when there is nothing to take
 * @param answer what became of the last try, empty when there was none
 */
public record AuthorityShown(
    String vehicleId,
    List<DetailRow> rows,
    List<Candidate> candidates,
    String offerObstacle,
    String take,
    String answer,
    Level answerLevel) {
  static final AuthorityShown NONE =
      new AuthorityShown("", List.of(), List.of(), "", "", "", Level.NORMAL);

  public AuthorityShown {
    rows = List.copyOf(rows);
    candidates = List.copyOf(candidates);
  }

  /** A pilot to whom it could be offered. */
  public record Candidate(String personId, String words) {
    @Override
    public String toString() {
      return words;
    }
  }
}
