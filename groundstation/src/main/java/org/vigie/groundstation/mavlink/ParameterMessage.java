package org.vigie.groundstation.mavlink;

/**
 * The parameter protocol. Values are the 32 bits of the field as a float; ArduPilot casts integers
 * to floats, PX4 puts their bits there.
 *
 * @source MAVLink guide, services, parameter
 */
public sealed interface ParameterMessage extends VehicleMessage {
  /** Longest name. */
  int NAME_LENGTH_MAX = 16;

  /**
   * @param index -1: by name
   * @source MAVLink common.xml #20 PARAM_REQUEST_READ
   */
  record ParamRequestRead(int targetSystem, int targetComponent, String name, int index)
      implements ParameterMessage {}

  /**
   * @source MAVLink common.xml #21 PARAM_REQUEST_LIST
   */
  record ParamRequestList(int targetSystem, int targetComponent) implements ParameterMessage {}

  /**
   * @param type MAV_PARAM_TYPE
   * @param count how many there are
   * @param index 65535 when the vehicle does not say
   * @source MAVLink common.xml #22 PARAM_VALUE
   */
  record ParamValue(String name, float value, int type, int count, int index)
      implements ParameterMessage {}

  /**
   * @param type MAV_PARAM_TYPE
   * @source MAVLink common.xml #23 PARAM_SET
   */
  record ParamSet(int targetSystem, int targetComponent, String name, float value, int type)
      implements ParameterMessage {
    /** MAV_PARAM_TYPE_REAL32; ArduPilot ignores the type. */
    public static final int REAL32 = 9;
  }

  /**
   * A parameter could not be read or set.
   *
   * @param index means nothing when PX4 says it
   * @param error MAV_PARAM_ERROR; 1 does not exist, 6 type unsupported, 7 type mismatch
   * @source MAVLink development.xml, later common.xml #345 PARAM_ERROR; recording p11
   */
  record ParamError(int targetSystem, int targetComponent, String name, int index, int error)
      implements ParameterMessage {}
}
