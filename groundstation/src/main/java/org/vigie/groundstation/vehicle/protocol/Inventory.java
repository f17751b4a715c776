package org.vigie.groundstation.vehicle.protocol;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.EquipmentMessage.CameraInformation;
import org.vigie.groundstation.mavlink.EquipmentMessage.GimbalManagerInformation;
import org.vigie.groundstation.mavlink.EquipmentMessage.VideoStreamInformation;

/**
 * What was told of a vehicle's equipment so far. Bounded: components are few, and so are the
 * streams that one camera is believed.
 */
final class Inventory {
  /** A camera with day, night and wide lenses in two qualities has six. */
  static final int STREAMS_MAX = 8;

  private static final int AUTOPILOT = 1;

  private final SortedMap<Integer, Equipment.Camera> cameras = new TreeMap<>();
  private final SortedMap<Integer, Equipment.Gimbal> gimbals = new TreeMap<>();
  private final SortedMap<Integer, SortedMap<Integer, Equipment.Stream>> streams = new TreeMap<>();

  private @Nullable Equipment all;

  /** Whether this camera was not known so. */
  boolean put(int component, CameraInformation told) {
    all = null;
    Equipment.Camera camera =
        new Equipment.Camera(
            component,
            printable(told.vendor()),
            printable(told.model()),
            told.widthPx(),
            told.heightPx(),
            positive(told.focalLengthMm()),
            told.flags());
    return !camera.equals(cameras.put(component, camera));
  }

  void put(int component, GimbalManagerInformation told) {
    all = null;
    gimbals.put(
        component,
        new Equipment.Gimbal(
            component,
            told.deviceId(),
            degrees(told.pitchMinRad()),
            degrees(told.pitchMaxRad()),
            degrees(told.yawMinRad()),
            degrees(told.yawMaxRad())));
  }

  /** Numbers beyond what a camera is believed are left out. */
  void put(int component, VideoStreamInformation told) {
    if (told.id() < 1 || told.id() > STREAMS_MAX) {
      return;
    }
    all = null;
    StreamAddress.Type type = StreamAddress.Type.of(told.type());
    StreamAddress address = StreamAddress.of(type, told.uri());
    streams
        .computeIfAbsent(component, c -> new TreeMap<>())
        .put(
            told.id(),
            new Equipment.Stream(
                component,
                told.id(),
                printable(told.name()),
                address.uri(),
                type,
                encoding(told.encoding()),
                told.widthPx(),
                told.heightPx(),
                Float.isFinite(told.framesPerS()) ? told.framesPerS() : 0,
                address.problem()));
  }

  /** A camera has these streams and no others. */
  void keepStreams(int component, Set<Integer> ids) {
    all = null;
    SortedMap<Integer, Equipment.Stream> known = streams.get(component);
    if (known != null) {
      known.keySet().retainAll(ids);
    }
  }

  void forgetCamera(int component) {
    all = null;
    cameras.remove(component);
    streams.remove(component);
  }

  void forgetGimbal(int component) {
    all = null;
    gimbals.remove(component);
  }

  /** Asked for ten times a second: the same until something was told. */
  Equipment all() {
    Equipment known = all;
    if (known == null) {
      known =
          new Equipment(
              cameras.values().stream().filter(camera -> !isEcho(camera.component())).toList(),
              gimbals.values().stream().toList(),
              streams.entrySet().stream()
                  .filter(of -> !isEcho(of.getKey()))
                  .flatMap(of -> of.getValue().values().stream())
                  .toList());
      all = known;
    }
    return known;
  }

  /** An autopilot may speak for a camera that speaks for itself too: that is one camera. */
  private boolean isEcho(int component) {
    Equipment.Camera told = cameras.get(component);
    return component == AUTOPILOT
        && told != null
        && cameras.values().stream()
            .anyMatch(
                other ->
                    other.component() != AUTOPILOT
                        && other.vendor().equals(told.vendor())
                        && other.model().equals(told.model()));
  }

  /**
   * @source MAVLink common.xml VIDEO_STREAM_ENCODING
   */
  private static String encoding(int number) {
    return switch (number) {
      case 1 -> "H264";
      case 2 -> "H265";
      default -> "UNKNOWN";
    };
  }

  private static OptionalDouble degrees(OptionalDouble rad) {
    return rad.isPresent() && Double.isFinite(rad.getAsDouble())
        ? OptionalDouble.of(Math.toDegrees(rad.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static OptionalDouble positive(OptionalDouble value) {
    return value.isPresent() && value.getAsDouble() > 0 && Double.isFinite(value.getAsDouble())
        ? value
        : OptionalDouble.empty();
  }

  /** What a vehicle calls something is shown to people: no control characters. */
  private static String printable(String told) {
    return told.chars()
        .filter(c -> !Character.isISOControl(c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .strip();
  }
}
