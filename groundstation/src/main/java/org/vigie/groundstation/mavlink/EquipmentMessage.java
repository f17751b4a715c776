package org.vigie.groundstation.mavlink;

import java.util.OptionalDouble;

/** What a vehicle tells of camera, gimbal and pictures. */
public sealed interface EquipmentMessage extends VehicleMessage {
  /**
   * @param firmware as the maker counts
   * @param focalLengthMm empty when not known, as are the sensor's sides
   * @param flags CAMERA_CAP_FLAGS
   * @param widthPx of a picture
   * @param vendor its maker, at most 32 bytes, one character each
   * @param definitionUri where its settings are described; not read
   * @source MAVLink common.xml #259 CAMERA_INFORMATION
   */
  record CameraInformation(
      long bootMs,
      long firmware,
      OptionalDouble focalLengthMm,
      OptionalDouble sensorWidthMm,
      OptionalDouble sensorHeightMm,
      long flags,
      int widthPx,
      int heightPx,
      int definitionVersion,
      String vendor,
      String model,
      int lensId,
      String definitionUri)
      implements EquipmentMessage {
    static final int NAME_MAX = 32;
    static final int DEFINITION_MAX = 140;
  }

  /**
   * @param flags VIDEO_STREAM_STATUS_FLAGS
   * @param rotationDeg clockwise
   * @param fieldOfViewDeg across
   * @param id counts from 1
   * @param count of the camera's streams
   * @param type VIDEO_STREAM_TYPE
   * @param uri one character a byte; of the full length it may have been cut
   * @param encoding VIDEO_STREAM_ENCODING; 0 unknown
   * @source MAVLink common.xml #269 VIDEO_STREAM_INFORMATION
   */
  record VideoStreamInformation(
      float framesPerS,
      long bitsPerS,
      int flags,
      int widthPx,
      int heightPx,
      int rotationDeg,
      int fieldOfViewDeg,
      int id,
      int count,
      int type,
      String name,
      String uri,
      int encoding)
      implements EquipmentMessage {
    /** A text as long as its field says no end. */
    public static final int URI_MAX = 160;

    static final int NAME_MAX = 32;
  }

  /**
   * Angles are empty when not known.
   *
   * @param flags GIMBAL_MANAGER_CAP_FLAGS
   * @param deviceId component of a gimbal that speaks MAVLink, or 1 to 6 for one that does not
   * @source MAVLink common.xml #280 GIMBAL_MANAGER_INFORMATION
   */
  record GimbalManagerInformation(
      long bootMs,
      long flags,
      OptionalDouble rollMinRad,
      OptionalDouble rollMaxRad,
      OptionalDouble pitchMinRad,
      OptionalDouble pitchMaxRad,
      OptionalDouble yawMinRad,
      OptionalDouble yawMaxRad,
      int deviceId)
      implements EquipmentMessage {}
}
