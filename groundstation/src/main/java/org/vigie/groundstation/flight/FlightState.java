package org.vigie.groundstation.flight;

/**
 * Where a flight stands.
 *
 * <pre>
 * PLANNING -> REFUSED | UPLOADING -> CHECKING -> AWAITING_CLEARANCE -> ARMING -> TAKING_OFF
 *    -> OUTBOUND -> ON_SCENE -> RETURNING -> LANDING -> LANDED -> CLOSED
 * UPLOADING, CHECKING, AWAITING_CLEARANCE -> REFUSED      ARMING -> ABORTED
 * REFUSED, ABORTED -> CLOSED
 * from the air: HOLDING, DIVERTED, LOST_LINK, PILOT_LOST, EXTERNAL_CONTROL, ABORTED
 * </pre>
 */
public enum FlightState {
  PLANNING,
  REFUSED,
  UPLOADING,
  CHECKING,
  AWAITING_CLEARANCE,
  ARMING,
  TAKING_OFF,
  OUTBOUND,
  ON_SCENE,
  RETURNING,
  LANDING,
  LANDED,
  CLOSED,
  HOLDING,
  DIVERTED,
  LOST_LINK,
  PILOT_LOST,
  EXTERNAL_CONTROL,
  ABORTED;

  /** Whether nothing more will happen in it but its closing. */
  public boolean over() {
    return this == REFUSED || this == LANDED || this == ABORTED || this == CLOSED;
  }

  /** Whether the aircraft may be off the ground in this state. */
  public boolean airborne() {
    return switch (this) {
      case TAKING_OFF, OUTBOUND, ON_SCENE, RETURNING, LANDING -> true;
      case HOLDING, DIVERTED, LOST_LINK, PILOT_LOST, EXTERNAL_CONTROL -> true;
      case PLANNING, REFUSED, UPLOADING, CHECKING, AWAITING_CLEARANCE -> false;
      case ARMING, LANDED, CLOSED, ABORTED -> false;
    };
  }
}
