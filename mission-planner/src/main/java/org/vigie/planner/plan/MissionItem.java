package org.vigie.planner.plan;

/**
 * One item of a mission, fence or rally list, in the form in which MAVLink carries it and the
 * autopilot stores it.
 *
 * @param seq index in its list, from 0
 * @param frame MAV_FRAME; 3 is GLOBAL_RELATIVE_ALT, 0 is GLOBAL
 * @param command MAV_CMD
 * @param x latitude, degrees * 1e7, or the command's fifth parameter
 * @param y longitude, degrees * 1e7, or the command's sixth parameter
 * @param z height in metres in the frame, or the command's seventh parameter
 * @source MAVLink common.xml #73 MISSION_ITEM_INT
 * @throws IllegalArgumentException if a number is not finite: a plan leaves nothing to defaults
 */
public record MissionItem(
    int seq,
    int frame,
    int command,
    float param1,
    float param2,
    float param3,
    float param4,
    int x,
    int y,
    float z) {
  public MissionItem {
    for (float value : new float[] {param1, param2, param3, param4, z}) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("item " + seq + " holds a number that is not finite");
      }
    }
  }
}
