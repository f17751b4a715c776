package org.vigie.geofence.volume;

/** What compiling a fence ends in. */
public sealed interface FenceOutcome {
  /** A fence. */
  record Compiled(AutopilotFence fence) implements FenceOutcome {}

  /** Not even the inclusion polygon fits. */
  record Impossible(FenceGap why) implements FenceOutcome {}
}
