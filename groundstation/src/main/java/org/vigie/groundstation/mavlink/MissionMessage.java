package org.vigie.groundstation.mavlink;

/**
 * The mission protocol, for missions, fences and rally points alike. {@code missionType} is
 * MAV_MISSION_TYPE: 0 mission, 1 fence, 2 rally.
 *
 * @source MAVLink guide, services, mission
 */
public sealed interface MissionMessage extends VehicleMessage {
  /**
   * @source MAVLink common.xml #43 MISSION_REQUEST_LIST
   */
  record MissionRequestList(int targetSystem, int targetComponent, int missionType)
      implements MissionMessage {}

  /**
   * @param opaqueId checksum of the list in the vehicle's own way; 0 when it does not say
   * @source MAVLink common.xml #44 MISSION_COUNT
   */
  record MissionCount(
      int targetSystem, int targetComponent, int count, int missionType, long opaqueId)
      implements MissionMessage {}

  /**
   * @source MAVLink common.xml #40 MISSION_REQUEST, deprecated but what ArduPilot sends
   */
  record MissionRequest(int targetSystem, int targetComponent, int seq, int missionType)
      implements MissionMessage {}

  /**
   * @source MAVLink common.xml #51 MISSION_REQUEST_INT
   */
  record MissionRequestInt(int targetSystem, int targetComponent, int seq, int missionType)
      implements MissionMessage {}

  /**
   * @param x latitude, degrees * 1e7, or the command's fifth parameter
   * @param y longitude, degrees * 1e7, or the command's sixth parameter
   * @source MAVLink common.xml #73 MISSION_ITEM_INT
   */
  record MissionItemInt(
      int targetSystem,
      int targetComponent,
      int seq,
      int frame,
      int command,
      int current,
      int autocontinue,
      float param1,
      float param2,
      float param3,
      float param4,
      int x,
      int y,
      float z,
      int missionType)
      implements MissionMessage {}

  /**
   * @param type MAV_MISSION_RESULT
   * @source MAVLink common.xml #47 MISSION_ACK
   */
  record MissionAck(int targetSystem, int targetComponent, int type, int missionType, long opaqueId)
      implements MissionMessage {}

  /**
   * @source MAVLink common.xml #45 MISSION_CLEAR_ALL
   */
  record MissionClearAll(int targetSystem, int targetComponent, int missionType)
      implements MissionMessage {}

  /**
   * @source MAVLink common.xml #41 MISSION_SET_CURRENT
   */
  record MissionSetCurrent(int targetSystem, int targetComponent, int seq)
      implements MissionMessage {}

  /**
   * @param total number of the last item in ArduPilot, 65535 when there is no mission in PX4, 0
   *     when the vehicle does not say
   * @param missionState MISSION_STATE; 0 unknown, 2 not started, 3 active, 4 paused, 5 complete
   * @source MAVLink common.xml #42 MISSION_CURRENT
   */
  record MissionCurrent(
      int seq,
      int total,
      int missionState,
      int missionMode,
      long missionId,
      long fenceId,
      long rallyPointsId)
      implements MissionMessage {}

  /**
   * @source MAVLink common.xml #46 MISSION_ITEM_REACHED
   */
  record MissionItemReached(int seq) implements MissionMessage {}
}
