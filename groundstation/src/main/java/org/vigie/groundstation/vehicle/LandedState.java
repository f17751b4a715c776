package org.vigie.groundstation.vehicle;

import java.util.Arrays;

/**
 * Whether a vehicle believes to be on the ground.
 *
 * @source MAVLink common.xml MAV_LANDED_STATE
 */
public enum LandedState {
  UNDEFINED(0),
  ON_GROUND(1),
  IN_AIR(2),
  TAKEOFF(3),
  LANDING(4);

  private final int number;

  LandedState(int number) {
    this.number = number;
  }

  static LandedState of(int number) {
    return Arrays.stream(values()).filter(v -> v.number == number).findFirst().orElse(UNDEFINED);
  }
}
