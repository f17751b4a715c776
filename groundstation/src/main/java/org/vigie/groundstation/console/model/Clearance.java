package org.vigie.groundstation.console.model;

/**
 * What a pilot clears a take-off on: place, decision, volume, battery, who.
 *
 * @param flightId that it is about
 * @param planHash exactly the plan that is shown, empty while it is not there
 * @param decisionHash exactly the decision that is shown, empty while it is not there
 * @param obstacle why it cannot be cleared now, empty when it can
 * @param progress of the held key, 0 to 1
 * @param answer what became of the last try, empty when there was none
 */
public record Clearance(
    String flightId,
    String planHash,
    String decisionHash,
    String place,
    String verdict,
    Level verdictLevel,
    String volume,
    String battery,
    String who,
    String since,
    String obstacle,
    double progress,
    String answer,
    Level answerLevel) {
  /** Whether a completed hold clears. */
  public boolean possible() {
    return obstacle.isEmpty();
  }
}
