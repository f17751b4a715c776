package org.vigie.simulator.mavlink;

/** Numbers of the messages that are streamed or asked for. @source MAVLink common.xml */
final class MessageIds {
  static final int SYS_STATUS = 1;
  static final int SYSTEM_TIME = 2;
  static final int GPS_RAW_INT = 24;
  static final int ATTITUDE = 30;
  static final int LOCAL_POSITION_NED = 32;
  static final int GLOBAL_POSITION_INT = 33;
  static final int MISSION_CURRENT = 42;
  static final int GPS_GLOBAL_ORIGIN = 49;
  static final int VFR_HUD = 74;
  static final int BATTERY_STATUS = 147;
  static final int AUTOPILOT_VERSION = 148;
  static final int FENCE_STATUS = 162;
  static final int EKF_STATUS_REPORT = 193;
  static final int HOME_POSITION = 242;
  static final int EXTENDED_SYS_STATE = 245;
  static final int AVAILABLE_MODES = 435;

  private MessageIds() {}
}
