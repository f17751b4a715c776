package org.vigie.geofence.monitor;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the monitor remembers between steps.
 *
 * @param containment the state shown, after hysteresis
 * @param reaction the reaction advised, after hysteresis
 * @param betterSince since when the present has been better than what is shown; null when it is not
 * @param lastInput the last input that had a position; null before there was one
 * @param track how the positions before agreed with their velocities; null before there was one
 */
public record ContainmentState(
    Containment containment,
    Reaction reaction,
    @Nullable Instant betterSince,
    @Nullable ContainmentInput lastInput,
    @Nullable FixTrack track) {
  /** Before the first input. */
  public static final ContainmentState START =
      new ContainmentState(Containment.INSIDE, Reaction.NONE, null, null);

  /** A state that remembers one input only. */
  public ContainmentState(
      Containment containment,
      Reaction reaction,
      @Nullable Instant betterSince,
      @Nullable ContainmentInput lastInput) {
    this(containment, reaction, betterSince, lastInput, null);
  }

  Optional<FixTrack> findTrack() {
    return Optional.ofNullable(track);
  }

  ContainmentState with(@Nullable FixTrack positions) {
    return new ContainmentState(containment, reaction, betterSince, lastInput, positions);
  }

  Optional<Instant> findBetterSince() {
    return Optional.ofNullable(betterSince);
  }

  Optional<ContainmentInput> findLastInput() {
    return Optional.ofNullable(lastInput);
  }
}
