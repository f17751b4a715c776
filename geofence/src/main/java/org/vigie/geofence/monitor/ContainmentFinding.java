package org.vigie.geofence.monitor;

/** What makes a judgement of containment less sure. */
public enum ContainmentFinding {
  /** The position is older than {@link ContainmentMonitor#STALE_AFTER}. */
  POSITION_STALE(true),
  /** The position is dated later than now. */
  POSITION_FROM_THE_FUTURE(true),
  /** Positions went elsewhere than the velocity says, lately, or back in time. */
  POSITION_JUMPED(true),
  /** There is no position or height, or one further away than any flight goes. */
  POSITION_MISSING(true),
  /** A velocity is not a number: how it goes on is unknown. */
  VELOCITY_MISSING(true),
  /** The speed is beyond any multirotor's. */
  SPEED_IMPLAUSIBLE(true),
  /** The wind is not a number, or beyond any on Earth. */
  WIND_IMPLAUSIBLE(true),
  /** How wrong the position may be is not a positive number. */
  ACCURACY_IMPLAUSIBLE(true),
  /** Nobody said what the wind is: none is counted with. */
  WIND_UNKNOWN(false),
  /** Nobody said how wrong the position may be: no error is counted with. */
  ACCURACY_UNKNOWN(false);

  private final boolean doubtful;

  ContainmentFinding(boolean doubtful) {
    this.doubtful = doubtful;
  }

  /**
   * Whether a judgement with this finding cannot be better than unknown, and asks for a warning.
   */
  public boolean doubtful() {
    return doubtful;
  }
}
