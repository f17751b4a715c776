package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.CameraCapFlags;
import io.dronefleet.mavlink.common.CameraCaptureStatus;
import io.dronefleet.mavlink.common.CameraImageCaptured;
import io.dronefleet.mavlink.common.CameraInformation;
import io.dronefleet.mavlink.common.CameraMode;
import io.dronefleet.mavlink.common.CameraSettings;
import io.dronefleet.mavlink.common.StorageInformation;
import io.dronefleet.mavlink.common.StorageStatus;
import io.dronefleet.mavlink.common.StorageType;
import io.dronefleet.mavlink.common.VideoStreamStatus;
import io.dronefleet.mavlink.common.VideoStreamStatusFlags;
import io.dronefleet.mavlink.util.EnumValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.FlightController;

/** What a camera tells. @source MAVLink common.xml, camera protocol v2 */
final class CameraMessages {
  private static final int NAME_MAX = 32;

  /** Video, image, modes, image in video mode, zoom, focus. */
  private static final int CAPABILITIES = 1 + 2 + 4 + 8 + 64 + 128;

  private static final int HAS_VIDEO_STREAM = 256;
  private static final double CARD_MIB = 61_035;
  private static final double IMAGE_MIB = 20;

  private final FlightController craft;
  private final CameraState state;

  CameraMessages(FlightController craft, CameraState state) {
    this.craft = craft;
    this.state = state;
  }

  private long bootMs() {
    return (long) (craft.timeS() * 1000);
  }

  private static byte[] name(String text) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), NAME_MAX);
  }

  CameraInformation information(CameraProfile profile, boolean streams) {
    int flags = CAPABILITIES | (streams ? HAS_VIDEO_STREAM : 0);
    return CameraInformation.builder()
        .timeBootMs(bootMs())
        .vendorName(name(profile.vendor()))
        .modelName(name(profile.model()))
        .firmwareVersion(1)
        .focalLength(profile.focalLengthMm())
        .sensorSizeH(profile.sensorWidthMm())
        .sensorSizeV(profile.sensorHeightMm())
        .resolutionH(profile.widthPx())
        .resolutionV(profile.heightPx())
        .flags(EnumValue.create(CameraCapFlags.class, flags))
        .camDefinitionUri("")
        .build();
  }

  CameraSettings settings() {
    return CameraSettings.builder()
        .timeBootMs(bootMs())
        .modeId(EnumValue.create(CameraMode.class, state.mode()))
        .zoomlevel((float) state.zoomPercent())
        .focuslevel((float) state.focusPercent())
        .build();
  }

  StorageInformation storage() {
    double used = state.images() * IMAGE_MIB;
    return StorageInformation.builder()
        .timeBootMs(bootMs())
        .storageId(1)
        .storageCount(1)
        .status(StorageStatus.STORAGE_STATUS_READY)
        .totalCapacity((float) CARD_MIB)
        .usedCapacity((float) used)
        .availableCapacity((float) (CARD_MIB - used))
        .readSpeed(90)
        .writeSpeed(30)
        .type(StorageType.STORAGE_TYPE_MICROSD)
        .name("")
        .build();
  }

  CameraCaptureStatus captureStatus() {
    double recordedS = state.recordedS(craft.timeS());
    int image = state.shooting() ? state.intervalS() > 0 ? 3 : 1 : 0;
    return CameraCaptureStatus.builder()
        .timeBootMs(bootMs())
        .imageStatus(image)
        .videoStatus(recordedS < 0 ? 0 : 1)
        .imageInterval((float) state.intervalS())
        .recordingTimeMs((long) (Math.max(0, recordedS) * 1000))
        .availableCapacity((float) (state.imagesLeft() * IMAGE_MIB))
        .imageCount(state.images())
        .build();
  }

  VideoStreamStatus status(VideoStream stream, int streamId) {
    return VideoStreamStatus.builder()
        .streamId(streamId)
        .flags(
            EnumValue.create(
                VideoStreamStatusFlags.class, stream.running() ? VideoStreamMessage.RUNNING : 0))
        .framerate(stream.framesPerS())
        .resolutionH(stream.widthPx())
        .resolutionV(stream.heightPx())
        .bitrate(stream.bitsPerS())
        .hfov((int) Math.round(stream.hfovDeg()))
        .build();
  }

  CameraImageCaptured captured(Instant boot) {
    LatLon place = craft.place();
    double up = craft.nav().position().up();
    long utcUs = boot.toEpochMilli() * 1000 + (long) (craft.timeS() * 1e6);
    double halfYaw = craft.gimbal().yawRad() / 2;
    double halfPitch = craft.gimbal().pitchRad() / 2;
    return CameraImageCaptured.builder()
        .timeBootMs(bootMs())
        .timeUtc(BigInteger.valueOf(utcUs))
        .cameraId(1)
        .lat(place.latE7())
        .lon(place.lonE7())
        .alt((int) Math.round(up * 1000))
        .relativeAlt((int) Math.round(craft.heightAboveHomeM() * 1000))
        .q(
            List.of(
                (float) (Math.cos(halfYaw) * Math.cos(halfPitch)),
                (float) (-Math.sin(halfYaw) * Math.sin(halfPitch)),
                (float) (Math.cos(halfYaw) * Math.sin(halfPitch)),
                (float) (Math.sin(halfYaw) * Math.cos(halfPitch))))
        .imageIndex(state.images() - 1)
        .captureResult(1)
        .fileUrl("")
        .build();
  }
}
