package org.vigie.groundstation.flight;

/** What became of an aircraft when one of several was chosen. */
public enum ChoiceOutcome {
  /** Its arrival is proven and the earliest, and it may be flown. */
  CHOSEN,
  /** It goes, and nothing was compared: it alone is ready, or there was no answer in time. */
  FIRST_READY,
  /** Ready too, when there was no answer in time. */
  NOT_COMPARED,
  /** Proven, but later on scene. */
  LATER,
  /** Even straight there it comes later; not planned. */
  TOO_FAR,
  /** The rules say no. */
  NO_GO,
  /** Its plan does not hold. */
  NOT_PROVEN,
  /** No plan was found. */
  NO_PLAN,
  /** It flies already, or is kept for another flight. */
  RESERVED,
  /** Its link is not good, or it is not on the ground and disarmed. */
  NOT_READY
}
