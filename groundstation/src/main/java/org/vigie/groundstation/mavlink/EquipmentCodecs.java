package org.vigie.groundstation.mavlink;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.groundstation.mavlink.EquipmentMessage.CameraInformation;
import org.vigie.groundstation.mavlink.EquipmentMessage.GimbalManagerInformation;
import org.vigie.groundstation.mavlink.EquipmentMessage.VideoStreamInformation;

/** Payload layouts of {@link EquipmentMessage}. */
final class EquipmentCodecs {
  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(
              259,
              92,
              235,
              CameraInformation.class,
              EquipmentCodecs::camera,
              EquipmentCodecs::write),
          new Codec<>(
              269,
              109,
              214,
              VideoStreamInformation.class,
              EquipmentCodecs::stream,
              EquipmentCodecs::write),
          new Codec<>(
              280,
              70,
              33,
              GimbalManagerInformation.class,
              EquipmentCodecs::gimbal,
              EquipmentCodecs::write));

  private EquipmentCodecs() {}

  private static CameraInformation camera(PayloadReader in) {
    long bootMs = in.u32();
    long firmware = in.u32();
    OptionalDouble focalMm = in.optionalF32();
    OptionalDouble widthMm = in.optionalF32();
    OptionalDouble heightMm = in.optionalF32();
    return new CameraInformation(
        bootMs,
        firmware,
        focalMm,
        widthMm,
        heightMm,
        in.u32(),
        in.u16(),
        in.u16(),
        in.u16(),
        in.text(CameraInformation.NAME_MAX),
        in.text(CameraInformation.NAME_MAX),
        in.u8(),
        in.text(CameraInformation.DEFINITION_MAX));
  }

  private static void write(CameraInformation camera, PayloadWriter out) {
    out.u32(camera.bootMs())
        .u32(camera.firmware())
        .optionalF32(camera.focalLengthMm())
        .optionalF32(camera.sensorWidthMm())
        .optionalF32(camera.sensorHeightMm())
        .u32(camera.flags())
        .u16(camera.widthPx())
        .u16(camera.heightPx())
        .u16(camera.definitionVersion())
        .text(camera.vendor(), CameraInformation.NAME_MAX)
        .text(camera.model(), CameraInformation.NAME_MAX)
        .u8(camera.lensId())
        .text(camera.definitionUri(), CameraInformation.DEFINITION_MAX);
  }

  private static VideoStreamInformation stream(PayloadReader in) {
    return new VideoStreamInformation(
        in.f32(),
        in.u32(),
        in.u16(),
        in.u16(),
        in.u16(),
        in.u16(),
        in.u16(),
        in.u8(),
        in.u8(),
        in.u8(),
        in.text(VideoStreamInformation.NAME_MAX),
        in.text(VideoStreamInformation.URI_MAX),
        in.u8());
  }

  private static void write(VideoStreamInformation stream, PayloadWriter out) {
    out.f32(stream.framesPerS())
        .u32(stream.bitsPerS())
        .u16(stream.flags())
        .u16(stream.widthPx())
        .u16(stream.heightPx())
        .u16(stream.rotationDeg())
        .u16(stream.fieldOfViewDeg())
        .u8(stream.id())
        .u8(stream.count())
        .u8(stream.type())
        .text(stream.name(), VideoStreamInformation.NAME_MAX)
        .text(stream.uri(), VideoStreamInformation.URI_MAX)
        .u8(stream.encoding());
  }

  private static GimbalManagerInformation gimbal(PayloadReader in) {
    return new GimbalManagerInformation(
        in.u32(),
        in.u32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.u8());
  }

  private static void write(GimbalManagerInformation gimbal, PayloadWriter out) {
    out.u32(gimbal.bootMs())
        .u32(gimbal.flags())
        .optionalF32(gimbal.rollMinRad())
        .optionalF32(gimbal.rollMaxRad())
        .optionalF32(gimbal.pitchMinRad())
        .optionalF32(gimbal.pitchMaxRad())
        .optionalF32(gimbal.yawMinRad())
        .optionalF32(gimbal.yawMaxRad())
        .u8(gimbal.deviceId());
  }
}
