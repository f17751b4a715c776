package org.vigie.planner.plan;

/**
 * What a family of firmware keeps of items that are sent to it, as it reads them back.
 *
 * @source ArduPilot AP_Mission.cpp, AC_PolyFence_loader.cpp; PX4 mavlink_mission.cpp
 *     (parse_mavlink_mission_item, format_mavlink_mission_item); recorded read-backs of both
 */
public enum Autopilot {
  /** Item 0 of a mission is home; heights above home carry frame 3, other places frame 0. */
  ARDUPILOT(true, MavCmd.FRAME_RELATIVE, MavCmd.FRAME_GLOBAL, MavCmd.FRAME_GLOBAL),

  /** The mission begins with its first item; places carry the frames of integers. */
  PX4(false, MavCmd.FRAME_RELATIVE_INT, MavCmd.FRAME_GLOBAL_INT, MavCmd.FRAME_MISSION);

  private final boolean homeFirst;
  private final int relativeFrame;
  private final int fenceFrame;
  private final int orderFrame;

  Autopilot(boolean homeFirst, int relativeFrame, int fenceFrame, int orderFrame) {
    this.homeFirst = homeFirst;
    this.relativeFrame = relativeFrame;
    this.fenceFrame = fenceFrame;
    this.orderFrame = orderFrame;
  }

  /** Whether item 0 of a mission is home and is not flown to. */
  public boolean homeFirst() {
    return homeFirst;
  }

  /** MAV_FRAME of mission items and rally points with a height above home. */
  public int relativeFrame() {
    return relativeFrame;
  }

  /** MAV_FRAME of the fence's corners. */
  public int fenceFrame() {
    return fenceFrame;
  }

  /** MAV_FRAME of mission items without a place. */
  public int orderFrame() {
    return orderFrame;
  }
}
