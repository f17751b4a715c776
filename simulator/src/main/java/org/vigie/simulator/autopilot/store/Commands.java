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
  public static final int NAV_LOITER_TO_ALT = 31;
  public static final int NAV_SPLINE_WAYPOINT = 82;
  public static final int NAV_DELAY = 93;
  public static final int CONDITION_DELAY = 112;
  public static final int CONDITION_DISTANCE = 114;
  public static final int CONDITION_YAW = 115;
  public static final int DO_JUMP = 177;
  public static final int DO_CHANGE_SPEED = 178;
  public static final int DO_SET_HOME = 179;
  public static final int DO_RETURN_PATH_START = 188;
  public static final int DO_LAND_START = 189;
  public static final int DO_SET_ROI_LOCATION = 195;
  public static final int DO_SET_ROI_NONE = 197;
  public static final int DO_SET_ROI = 201;
  public static final int DO_DIGICAM_CONFIGURE = 202;
  public static final int DO_DIGICAM_CONTROL = 203;
  public static final int DO_MOUNT_CONTROL = 205;
  public static final int DO_SET_CAM_TRIGG_DIST = 206;
  public static final int DO_FENCE_ENABLE = 207;
  public static final int SET_CAMERA_ZOOM = 531;
  public static final int SET_CAMERA_FOCUS = 532;
  public static final int DO_GIMBAL_MANAGER_PITCHYAW = 1000;
  public static final int IMAGE_START_CAPTURE = 2000;
  public static final int IMAGE_STOP_CAPTURE = 2001;
  public static final int VIDEO_START_CAPTURE = 2500;
  public static final int VIDEO_STOP_CAPTURE = 2501;
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

  /** Whether a mission item waits before the next one that is not flown. */
  public static boolean isCondition(int command) {
    return command == CONDITION_DELAY || command == CONDITION_DISTANCE || command == CONDITION_YAW;
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
      case NAV_LOITER_TO_ALT -> "LoitAltitude";
      case NAV_SPLINE_WAYPOINT -> "SplineWP";
      case CONDITION_DELAY -> "CondDelay";
      case CONDITION_DISTANCE -> "CondDist";
      case DO_SET_HOME -> "SetHome";
      case DO_DIGICAM_CONFIGURE -> "DigiCamCfg";
      case DO_DIGICAM_CONTROL -> "DigiCamCtrl";
      case DO_MOUNT_CONTROL -> "MountControl";
      case DO_SET_CAM_TRIGG_DIST -> "SetCamTrigDst";
      case DO_FENCE_ENABLE -> "FenceEnable";
      case SET_CAMERA_ZOOM -> "SetCameraZoom";
      case SET_CAMERA_FOCUS -> "SetCameraFocus";
      case DO_GIMBAL_MANAGER_PITCHYAW -> "GimbalPitchYaw";
      case IMAGE_START_CAPTURE -> "ImageStartCapture";
      case IMAGE_STOP_CAPTURE -> "ImageStopCapture";
      case VIDEO_START_CAPTURE -> "VideoStartCapture";
      case VIDEO_STOP_CAPTURE -> "VideoStopCapture";
      default -> "?";
    };
  }
}
