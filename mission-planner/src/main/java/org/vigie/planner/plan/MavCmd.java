package org.vigie.planner.plan;

/**
 * MAVLink's numbers for what plans are made of.
 *
 * @source MAVLink common.xml, enums MAV_CMD and MAV_FRAME
 */
public final class MavCmd {
  public static final int NAV_WAYPOINT = 16;
  public static final int NAV_LOITER_TURNS = 18;
  public static final int NAV_LOITER_TIME = 19;
  public static final int NAV_RETURN_TO_LAUNCH = 20;
  public static final int NAV_LAND = 21;
  public static final int NAV_TAKEOFF = 22;
  public static final int NAV_DELAY = 93;
  public static final int DO_JUMP = 177;
  public static final int DO_CHANGE_SPEED = 178;
  public static final int DO_RETURN_PATH_START = 188;
  public static final int DO_SET_ROI_LOCATION = 195;
  public static final int DO_SET_ROI_NONE = 197;
  public static final int NAV_FENCE_POLYGON_VERTEX_INCLUSION = 5001;
  public static final int NAV_FENCE_POLYGON_VERTEX_EXCLUSION = 5002;
  public static final int NAV_FENCE_CIRCLE_INCLUSION = 5003;
  public static final int NAV_FENCE_CIRCLE_EXCLUSION = 5004;
  public static final int NAV_RALLY_POINT = 5100;

  /** MAV_FRAME_GLOBAL: heights above mean sea level, and what items without a place carry. */
  public static final int FRAME_GLOBAL = 0;

  /** MAV_FRAME_GLOBAL_RELATIVE_ALT: heights above home. */
  public static final int FRAME_RELATIVE = 3;

  /** MAV_FRAME_MISSION: items without a place, as PX4 keeps them. */
  public static final int FRAME_MISSION = 2;

  /** MAV_FRAME_GLOBAL_INT: heights above mean sea level, as PX4 keeps them. */
  public static final int FRAME_GLOBAL_INT = 5;

  /** MAV_FRAME_GLOBAL_RELATIVE_ALT_INT: heights above home, as PX4 keeps them. */
  public static final int FRAME_RELATIVE_INT = 6;

  private MavCmd() {}
}
