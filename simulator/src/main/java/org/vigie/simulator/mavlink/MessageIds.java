package org.vigie.simulator.mavlink;

/** Numbers of the messages that are streamed or asked for. @source MAVLink common.xml */
public final class MessageIds {
  public static final int SYS_STATUS = 1;
  public static final int SYSTEM_TIME = 2;
  public static final int GPS_RAW_INT = 24;
  public static final int ATTITUDE = 30;
  public static final int ATTITUDE_QUATERNION = 31;
  public static final int LOCAL_POSITION_NED = 32;
  public static final int GLOBAL_POSITION_INT = 33;
  public static final int MISSION_CURRENT = 42;
  public static final int GPS_GLOBAL_ORIGIN = 49;
  public static final int VFR_HUD = 74;
  public static final int ALTITUDE = 141;
  public static final int BATTERY_STATUS = 147;
  public static final int AUTOPILOT_VERSION = 148;
  public static final int FENCE_STATUS = 162;
  public static final int EKF_STATUS_REPORT = 193;
  public static final int ESTIMATOR_STATUS = 230;
  public static final int HOME_POSITION = 242;
  public static final int EXTENDED_SYS_STATE = 245;
  public static final int FLIGHT_INFORMATION = 264;
  public static final int STORAGE_INFORMATION = 261;
  public static final int AVAILABLE_MODES = 435;
  public static final int CURRENT_MODE = 436;

  private MessageIds() {}
}
