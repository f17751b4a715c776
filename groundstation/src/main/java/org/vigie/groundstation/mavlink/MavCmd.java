package org.vigie.groundstation.mavlink;

/**
 * Numbers of the commands that the station sends, or knows not to send.
 *
 * @source MAVLink common.xml MAV_CMD
 */
public final class MavCmd {
  public static final int DO_ORBIT = 34;
  public static final int DO_SET_MODE = 176;
  public static final int DO_CHANGE_SPEED = 178;
  public static final int DO_FLIGHTTERMINATION = 185;
  public static final int DO_REPOSITION = 192;
  public static final int DO_PAUSE_CONTINUE = 193;
  public static final int DO_SET_ROI_LOCATION = 195;
  public static final int DO_SET_MISSION_CURRENT = 224;
  public static final int MISSION_START = 300;
  public static final int COMPONENT_ARM_DISARM = 400;
  public static final int SET_MESSAGE_INTERVAL = 511;
  public static final int REQUEST_MESSAGE = 512;
  public static final int ARM_AUTHORIZATION_REQUEST = 3001;

  private MavCmd() {}
}
