package org.vigie.simulator.autopilot.store;

/**
 * MAV_CMD numbers of the items that the simulator knows.
 *
 * @source MAVLink common.xml MAV_CMD
 */
public final class Commands {
  public static final int NAV_WAYPOINT = 16;
  public static final int NAV_LOITER_UNLIM = 17;
  public static final int NAV_LOITER_TURNS = 18;
  public static final int NAV_LOITER_TIME = 19;
  public static final int NAV_RETURN_TO_LAUNCH = 20;
  public static final int NAV_LAND = 21;
  public static final int NAV_TAKEOFF = 22;
  public static final int NAV_DELAY = 93;
  public static final int CONDITION_YAW = 115;
  public static final int DO_JUMP = 177;
  public static final int DO_CHANGE_SPEED = 178;
  public static final int DO_RETURN_PATH_START = 188;
  public static final int DO_LAND_START = 189;
  public static final int DO_SET_ROI_LOCATION = 195;
  public static final int DO_SET_ROI_NONE = 197;
  public static final int DO_SET_ROI = 201;
  public static final int FENCE_RETURN_POINT = 5000;
  public static final int FENCE_POLYGON_INCLUSION = 5001;
  public static final int FENCE_POLYGON_EXCLUSION = 5002;
  public static final int FENCE_CIRCLE_INCLUSION = 5003;
  public static final int FENCE_CIRCLE_EXCLUSION = 5004;
  public static final int RALLY_POINT = 5100;

  private Commands() {}

  /** Whether a mission item is flown, rather than done on the way. */
  public static boolean isNav(int command) {
    return command < 95;
  }

  /** The name that ArduPilot prints. @source AP_Mission::Mission_Command::type */
  public static String name(int command) {
    return switch (command) {
      case NAV_WAYPOINT -> "WP";
      case NAV_LOITER_UNLIM -> "LoitUnlim";
      case NAV_LOITER_TURNS -> "LoitTurns";
      case NAV_LOITER_TIME -> "LoitTime";
      case NAV_RETURN_TO_LAUNCH -> "RTL";
      case NAV_LAND -> "Land";
      case NAV_TAKEOFF -> "Takeoff";
      case NAV_DELAY -> "Delay";
      case CONDITION_YAW -> "CondYaw";
      case DO_JUMP -> "Jump";
      case DO_CHANGE_SPEED -> "ChangeSpeed";
      case DO_RETURN_PATH_START -> "ReturnPathStart";
      case DO_LAND_START -> "LandStart";
      case DO_SET_ROI_LOCATION -> "SetROILocation";
      case DO_SET_ROI_NONE -> "SetROINone";
      case DO_SET_ROI -> "SetROI";
      default -> "?";
    };
  }
}
