package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.GimbalDeviceCapFlags;
import io.dronefleet.mavlink.common.GimbalDeviceInformation;
import io.dronefleet.mavlink.common.MavResult;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.gimbal.Gimbal;

/**
 * Camera, gimbal and remote identification as MAVLink components 100, 154 and 236 of the vehicle.
 * What is not fitted says nothing. Confined to the world's thread.
 *
 * @source MAVLink services/camera_v2, gimbal_v2, opendroneid
 */
// the library marks work in progress of MAVLink as deprecated; stations use it all the same
@SuppressWarnings("deprecation")
public final class Fittings {
  private static final int REQUEST_MESSAGE = 512;
  private static final int GIMBAL_DEVICE_INFORMATION = 283;

  /** What a device tells of its attitude unasked. @source services/gimbal_v2: a low rate, 5 Hz */
  private static final double ATTITUDE_S = 0.2;

  /** Retract, neutral, pitch and yaw axes with follow and lock. */
  private static final int GIMBAL_CAPABILITIES = 1 + 2 + 32 + 64 + 128 + 256 + 512 + 1024;

  /**
   * Which devices are there, asked anew each time: parameters say so.
   *
   * @param camera whether the camera is a component of its own
   * @param gimbal whether the gimbal is a component of its own
   * @param remoteId whether there is a transmitter for remote identification
   */
  public record Fitted(BooleanSupplier camera, BooleanSupplier gimbal, BooleanSupplier remoteId) {}

  private final FlightController craft;
  private final Fitted fitted;
  private final Device camera;
  private final Device gimbal;
  private final Device remoteId;
  private final CameraProtocol cameraProtocol;
  private final GimbalManager manager;
  private final RemoteId transmitter;
  private double nextAttitudeS;

  /**
   * The devices of a vehicle.
   *
   * @param boot simulated time at which it was switched on
   * @param gimbalId GIMBAL_MANAGER_INFORMATION.gimbal_device_id
   */
  public Fittings(
      FlightController craft, Instant boot, Outbox outbox, int gimbalId, Fitted fitted) {
    this.craft = craft;
    this.fitted = fitted;
    this.camera = new Device(MavType.MAV_TYPE_CAMERA, craft::timeS, outbox.as(Device.CAMERA));
    this.gimbal = new Device(MavType.MAV_TYPE_GIMBAL, craft::timeS, outbox.as(Device.GIMBAL));
    this.remoteId = new Device(MavType.MAV_TYPE_ODID, craft::timeS, outbox.as(Device.REMOTE_ID));
    this.cameraProtocol =
        new CameraProtocol(
            craft,
            boot,
            CameraProfile.WIDE,
            (link, message) -> {
              if (fitted.camera().getAsBoolean()) {
                camera.send().accept(link, message);
              } else {
                outbox.send(link, message);
              }
            });
    this.manager = new GimbalManager(craft, gimbalId, outbox::send);
    this.transmitter = new RemoteId(craft::timeS, remoteId.send());
  }

  public CameraProtocol camera() {
    return cameraProtocol;
  }

  /** The gimbal's manager, which is the autopilot itself. */
  public GimbalManager gimbal() {
    return manager;
  }

  public RemoteId remoteId() {
    return transmitter;
  }

  /**
   * A command for one of the devices, or for all.
   *
   * @return whether it was for one of them alone, and it is there
   */
  public boolean order(Station station, Order o) {
    return switch (o.targetComponent()) {
      case 0 -> {
        if (fitted.camera().getAsBoolean()) {
          shoot(station, o).ifPresent(result -> camera.answer(station, o.command(), result));
        }
        yield false;
      }
      case Device.CAMERA ->
          fitted.camera().getAsBoolean() && answer(camera, station, o, shoot(station, o));
      case Device.GIMBAL ->
          fitted.gimbal().getAsBoolean() && answer(gimbal, station, o, attitude(station, o));
      case Device.REMOTE_ID ->
          fitted.remoteId().getAsBoolean() && answer(remoteId, station, o, status(station, o));
      default -> false;
    };
  }

  private static boolean answer(
      Device device, Station station, Order o, Optional<MavResult> result) {
    device.answer(station, o.command(), result.orElse(MavResult.MAV_RESULT_UNSUPPORTED));
    return true;
  }

  private Optional<MavResult> shoot(Station station, Order o) {
    if (o.command() != REQUEST_MESSAGE) {
      return cameraProtocol.order(station, o);
    }
    int id = (int) o.param1();
    boolean stream =
        id == CameraProtocol.VIDEO_STREAM_INFORMATION || id == CameraProtocol.VIDEO_STREAM_STATUS;
    return tell(
        camera,
        station,
        stream
            ? cameraProtocol.streams(id, (int) o.param2())
            : cameraProtocol.build(id).stream().toList());
  }

  private Optional<MavResult> attitude(Station station, Order o) {
    if (o.command() != REQUEST_MESSAGE) {
      return Optional.empty();
    }
    return switch ((int) o.param1()) {
      case GIMBAL_DEVICE_INFORMATION -> tell(gimbal, station, List.of(gimbalInformation()));
      case MessageIds.GIMBAL_DEVICE_ATTITUDE_STATUS ->
          tell(gimbal, station, List.of(manager.attitudeStatus()));
      default -> Optional.empty();
    };
  }

  private Optional<MavResult> status(Station station, Order o) {
    boolean asked =
        o.command() == REQUEST_MESSAGE && (int) o.param1() == MessageIds.OPEN_DRONE_ID_ARM_STATUS;
    return asked ? tell(remoteId, station, List.of(transmitter.status())) : Optional.empty();
  }

  private static Optional<MavResult> tell(Device device, Station station, List<?> messages) {
    messages.forEach(message -> device.send().accept(station.link(), message));
    return messages.isEmpty() ? Optional.empty() : Optional.of(MavResult.MAV_RESULT_ACCEPTED);
  }

  private GimbalDeviceInformation gimbalInformation() {
    return GimbalDeviceInformation.builder()
        .timeBootMs((long) (craft.timeS() * 1000))
        .vendorName(CameraProfile.WIDE.vendor())
        .modelName("Mount")
        .customName("")
        .firmwareVersion(1)
        .hardwareVersion(1)
        .uid(BigInteger.ONE)
        .capFlags(EnumValue.create(GimbalDeviceCapFlags.class, GIMBAL_CAPABILITIES))
        .rollMin(Float.NaN)
        .rollMax(Float.NaN)
        .pitchMin((float) Gimbal.PITCH_MIN_RAD)
        .pitchMax((float) Gimbal.PITCH_MAX_RAD)
        .yawMin((float) -Math.PI)
        .yawMax((float) Math.PI)
        .build();
  }

  /** Heartbeats, pictures that are due, and what devices tell unasked. */
  public void tick() {
    cameraProtocol.tick();
    if (fitted.camera().getAsBoolean()) {
      camera.tick();
    }
    if (fitted.gimbal().getAsBoolean()) {
      gimbal.tick();
      if (craft.timeS() >= nextAttitudeS) {
        nextAttitudeS = craft.timeS() + ATTITUDE_S;
        gimbal.send().accept(Autopilot.ALL_LINKS, manager.attitudeStatus());
      }
    }
    if (fitted.remoteId().getAsBoolean()) {
      remoteId.tick();
      transmitter.tick();
    }
  }
}
