package org.vigie.groundstation.vehicle;

import java.util.Arrays;

/**
 * What a vehicle does with its mission.
 *
 * @source MAVLink common.xml MISSION_STATE
 */
public enum MissionState {
  UNKNOWN(0),
  NO_MISSION(1),
  NOT_STARTED(2),
  ACTIVE(3),
  PAUSED(4),
  COMPLETE(5);

  private final int number;

  MissionState(int number) {
    this.number = number;
  }

  static MissionState of(int number) {
    return Arrays.stream(values()).filter(v -> v.number == number).findFirst().orElse(UNKNOWN);
  }
}
