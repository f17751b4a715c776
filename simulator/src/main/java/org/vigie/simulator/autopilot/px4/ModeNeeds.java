package org.vigie.simulator.autopilot.px4;

/**
 * What modes need to fly.
 *
 * @source PX4 mode_requirements.cpp
 */
final class ModeNeeds {
  private final Px4Craft craft;
  private final Offboard offboard;
  private boolean missionValid;

  ModeNeeds(Px4Craft craft, Offboard offboard) {
    this.craft = craft;
    this.offboard = offboard;
  }

  void missionValid(boolean valid) {
    missionValid = valid;
  }

  boolean missionValid() {
    return missionValid;
  }

  /** Whether a mode that is asked for has what it needs, the pilot's sticks among it. */
  boolean met(Px4Mode mode) {
    return possible(mode) && (!mode.needsSticks() || craft.sticksFresh());
  }

  /** Whether a mode has what it needs, the pilot aside: losing sticks is a failsafe of its own. */
  boolean possible(Px4Mode mode) {
    boolean position = craft.nav.positionOk();
    if (!mode.flown()) {
      return false;
    }
    return switch (mode) {
      case DESCEND, TERMINATION, MANUAL, STABILIZED, ALTCTL -> true;
      case MISSION -> position && craft.home != null && missionValid;
      case RTL -> position && craft.home != null;
      case OFFBOARD -> position && offboard.alive();
      default -> position;
    };
  }
}
