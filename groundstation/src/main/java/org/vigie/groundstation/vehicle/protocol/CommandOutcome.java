package org.vigie.groundstation.vehicle.protocol;

/** How a command ended. */
public sealed interface CommandOutcome {
  /** The vehicle does it; for a mode, its heartbeat shows it. */
  record Accepted() implements CommandOutcome {}

  /** The vehicle answered that it will not. */
  record Rejected(CommandResult result) implements CommandOutcome {}

  /** The vehicle did not answer; it may or may not have heard. */
  record TimedOut(int attempts) implements CommandOutcome {}

  /** The vehicle said that it would change its mode, and its heartbeat never showed it. */
  record NotShown() implements CommandOutcome {}

  /** A newer command took its place, or the station ended it; it may have been heard. */
  record Cancelled() implements CommandOutcome {}

  /** It never left the station. */
  record NotSent(String reason) implements CommandOutcome {}

  /** Whether the vehicle does it. */
  default boolean accepted() {
    return this instanceof Accepted;
  }
}
