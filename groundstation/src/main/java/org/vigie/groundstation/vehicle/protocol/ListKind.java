package org.vigie.groundstation.vehicle.protocol;

/**
 * The three lists that a vehicle holds.
 *
 * @source MAVLink common.xml MAV_MISSION_TYPE
 */
public enum ListKind {
  MISSION(0),
  FENCE(1),
  RALLY(2);

  private final int missionType;

  ListKind(int missionType) {
    this.missionType = missionType;
  }

  /** MAV_MISSION_TYPE. */
  public int missionType() {
    return missionType;
  }
}
