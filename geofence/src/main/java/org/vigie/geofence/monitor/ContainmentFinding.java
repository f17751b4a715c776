package org.vigie.geofence.monitor;

/** What makes a judgement of containment less sure. */
public enum ContainmentFinding {
  /** The position is older than {@link ContainmentMonitor#STALE_AFTER}. */
  POSITION_STALE,
  /** The position is dated later than now. */
  POSITION_FROM_THE_FUTURE,
  /** The position moved further than the speed allows. */
  POSITION_JUMPED,
  /** The speed is beyond any multirotor's. */
  SPEED_IMPLAUSIBLE
}
