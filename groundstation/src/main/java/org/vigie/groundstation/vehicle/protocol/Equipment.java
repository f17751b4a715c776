package org.vigie.groundstation.vehicle.protocol;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a vehicle carries for looking, as it told. Immutable; each list by component.
 *
 * @param streams those whose address cannot be used too, with what is wrong
 */
public record Equipment(List<Camera> cameras, List<Gimbal> gimbals, List<Stream> streams) {
  /** Nothing was told. */
  public static final Equipment NONE = new Equipment(List.of(), List.of(), List.of());

  public Equipment {
    cameras = List.copyOf(cameras);
    gimbals = List.copyOf(gimbals);
    streams = List.copyOf(streams);
  }

  /**
   * @param component that speaks for it; 1 is the autopilot
   * @param capabilities CAMERA_CAP_FLAGS
   */
  public record Camera(
      int component,
      String vendor,
      String model,
      int widthPx,
      int heightPx,
      OptionalDouble focalLengthMm,
      long capabilities) {}

  /**
   * A gimbal's stops, from the horizon and from the nose; empty when they were not told.
   *
   * @param component that manages it; 1 is the autopilot
   * @param deviceId of the gimbal itself
   */
  public record Gimbal(
      int component,
      int deviceId,
      OptionalDouble pitchMinDeg,
      OptionalDouble pitchMaxDeg,
      OptionalDouble yawMinDeg,
      OptionalDouble yawMaxDeg) {}

  /**
   * @param component of its camera
   * @param id of its camera's streams, from 1
   * @param uri where it can be had, without a password; empty when there is a problem
   * @param encoding H264, H265, or UNKNOWN
   * @param problem code of why it cannot be used; empty when it can
   */
  public record Stream(
      int component,
      int id,
      String name,
      String uri,
      StreamAddress.Type type,
      String encoding,
      int widthPx,
      int heightPx,
      double framesPerS,
      String problem) {}
}
