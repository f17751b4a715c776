package org.vigie.groundstation.mavlink;

/**
 * What station, autopilot and transmitter tell each other of direct remote identification. Target 0
 * is everybody.
 *
 * <p>{@code idOrMacHex} is only used for what was received of other aircraft: empty here.
 */
public sealed interface RemoteIdMessage extends VehicleMessage {
  /**
   * Which aircraft it is.
   *
   * @param idType MAV_ODID_ID_TYPE; 1 is a serial number of ANSI/CTA-2063-A
   * @param uaType MAV_ODID_UA_TYPE; 2 is a helicopter or multirotor
   * @param uasId at most 20 characters
   * @source MAVLink common.xml #12900 OPEN_DRONE_ID_BASIC_ID
   */
  record BasicId(
      int targetSystem,
      int targetComponent,
      String idOrMacHex,
      int idType,
      int uaType,
      String uasId)
      implements RemoteIdMessage {
    public static final int LENGTH_MAX = 20;
  }

  /**
   * What it is about, in words.
   *
   * @param type MAV_ODID_DESC_TYPE; 0 is text
   * @param text at most 23 characters
   * @source MAVLink common.xml #12903 OPEN_DRONE_ID_SELF_ID
   */
  record SelfId(int targetSystem, int targetComponent, String idOrMacHex, int type, String text)
      implements RemoteIdMessage {
    public static final int LENGTH_MAX = 23;
  }

  /**
   * Where the operator is, and what the flight is by European classification.
   *
   * @param operatorLatE7 degrees * 1e7; with the longitude 0 when unknown
   * @param operatorLonE7 degrees * 1e7
   * @param areaCeilingM above the ellipsoid; -1000 unknown
   * @param areaFloorM above the ellipsoid; -1000 unknown
   * @param operatorAltitudeM above the ellipsoid; -1000 unknown
   * @param sinceS seconds since 2019-01-01T00:00:00Z
   * @param areaCount aircraft in the area
   * @param areaRadiusM metres
   * @param locationType MAV_ODID_OPERATOR_LOCATION_TYPE; 0 take-off, 1 live, 2 fixed
   * @param classification MAV_ODID_CLASSIFICATION_TYPE; 1 European Union
   * @param category MAV_ODID_CATEGORY_EU
   * @param classEu MAV_ODID_CLASS_EU
   * @source MAVLink common.xml #12904 OPEN_DRONE_ID_SYSTEM
   */
  record SystemState(
      int operatorLatE7,
      int operatorLonE7,
      float areaCeilingM,
      float areaFloorM,
      float operatorAltitudeM,
      long sinceS,
      int areaCount,
      int areaRadiusM,
      int targetSystem,
      int targetComponent,
      String idOrMacHex,
      int locationType,
      int classification,
      int category,
      int classEu)
      implements RemoteIdMessage {}

  /**
   * Who answers for the flight.
   *
   * @param type MAV_ODID_OPERATOR_ID_TYPE; 0 is the number of an aviation authority
   * @param operatorId at most 20 characters
   * @source MAVLink common.xml #12905 OPEN_DRONE_ID_OPERATOR_ID
   */
  record OperatorId(
      int targetSystem, int targetComponent, String idOrMacHex, int type, String operatorId)
      implements RemoteIdMessage {
    public static final int LENGTH_MAX = 20;
  }

  /**
   * What the transmitter says of itself.
   *
   * @param status MAV_ODID_ARM_STATUS; 0 good to arm
   * @param error why not; PX4 leaves it out
   * @source MAVLink common.xml #12918 OPEN_DRONE_ID_ARM_STATUS
   */
  record ArmStatus(int status, String error) implements RemoteIdMessage {
    public static final int LENGTH_MAX = 50;

    public boolean good() {
      return status == 0;
    }
  }

  /**
   * The operator's newest place, for those who have the rest.
   *
   * @source MAVLink common.xml #12919 OPEN_DRONE_ID_SYSTEM_UPDATE
   */
  record SystemUpdate(
      int operatorLatE7,
      int operatorLonE7,
      float operatorAltitudeM,
      long sinceS,
      int targetSystem,
      int targetComponent)
      implements RemoteIdMessage {}
}
