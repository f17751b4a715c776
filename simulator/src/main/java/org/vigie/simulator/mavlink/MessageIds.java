package org.vigie.simulator.mavlink;

/**
 * Numbers of the messages that are streamed or asked for.
 *
 * @source MAVLink common.xml, ardupilotmega.xml
 */
public final class MessageIds {
  public static final int SYS_STATUS = 1;
  public static final int SYSTEM_TIME = 2;
  public static final int GPS_RAW_INT = 24;
  public static final int RAW_IMU = 27;
  public static final int SCALED_PRESSURE = 29;
  public static final int ATTITUDE = 30;
  public static final int ATTITUDE_QUATERNION = 31;
  public static final int LOCAL_POSITION_NED = 32;
  public static final int GLOBAL_POSITION_INT = 33;
  public static final int SERVO_OUTPUT_RAW = 36;
  public static final int MISSION_CURRENT = 42;
  public static final int GPS_GLOBAL_ORIGIN = 49;
  public static final int NAV_CONTROLLER_OUTPUT = 62;
  public static final int RC_CHANNELS = 65;
  public static final int VFR_HUD = 74;
  public static final int POSITION_TARGET_GLOBAL_INT = 87;
  public static final int SCALED_IMU2 = 116;
  public static final int POWER_STATUS = 125;
  public static final int SCALED_IMU3 = 129;
  public static final int DISTANCE_SENSOR = 132;
  public static final int TERRAIN_REPORT = 136;
  public static final int SCALED_PRESSURE2 = 137;
  public static final int ALTITUDE = 141;
  public static final int BATTERY_STATUS = 147;
  public static final int AUTOPILOT_VERSION = 148;
  public static final int MEMINFO = 152;
  public static final int FENCE_STATUS = 162;
  public static final int AHRS = 163;
  public static final int WIND = 168;
  public static final int RANGEFINDER = 173;
  public static final int AHRS2 = 178;
  public static final int EKF_STATUS_REPORT = 193;
  public static final int ESTIMATOR_STATUS = 230;
  public static final int VIBRATION = 241;
  public static final int HOME_POSITION = 242;
  public static final int EXTENDED_SYS_STATE = 245;
  public static final int STORAGE_INFORMATION = 261;
  public static final int FLIGHT_INFORMATION = 264;
  public static final int GIMBAL_MANAGER_INFORMATION = 280;
  public static final int GIMBAL_MANAGER_STATUS = 281;
  public static final int GIMBAL_DEVICE_ATTITUDE_STATUS = 285;
  public static final int AVAILABLE_MODES = 435;
  public static final int CURRENT_MODE = 436;
  public static final int AVAILABLE_MODES_MONITOR = 437;
  public static final int OPEN_DRONE_ID_ARM_STATUS = 12918;

  private MessageIds() {}
}
