package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.MavResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.mavlink.CameraProtocol;
import org.vigie.simulator.mavlink.Fittings;
import org.vigie.simulator.mavlink.GimbalManager;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.Order;
import org.vigie.simulator.mavlink.Outbox;
import org.vigie.simulator.mavlink.RemoteId;
import org.vigie.simulator.mavlink.Station;
import org.vigie.simulator.mavlink.VideoStream;

/**
 * Camera, gimbal and remote identification of an ArduCopter: there when CAM1_TYPE, MNT1_TYPE and
 * DID_ENABLE say so. Without them it answers as recording a21 shows. A camera or gimbal that speaks
 * MAVLink itself is a component of its own, others are part of the autopilot.
 *
 * @source ArduPilot AP_Camera_Params, AP_Mount_Params: types; AP_OpenDroneID
 */
final class Payload {
  private static final int GIMBAL = 1;
  private static final int ENFORCE_ARMING = 1;

  /** CAM1_TYPE of a camera, MNT1_TYPE of a gimbal, that speaks MAVLink itself. */
  private static final int MAVLINK_CAMERA = 6;

  private static final int MAVLINK_GIMBAL = 6;

  private final Copter copter;
  private final Fittings fittings;
  private final CameraProtocol camera;
  private final GimbalManager gimbal;
  private final RemoteId remoteId;

  Payload(Copter copter, Instant boot, Outbox outbox) {
    this.copter = copter;
    this.fittings =
        new Fittings(
            copter,
            boot,
            outbox,
            GIMBAL,
            new Fittings.Fitted(
                () -> is("CAM1_TYPE", MAVLINK_CAMERA),
                () -> is("MNT1_TYPE", MAVLINK_GIMBAL),
                () -> set("DID_ENABLE")));
    this.camera = fittings.camera();
    this.gimbal = fittings.gimbal();
    this.remoteId = fittings.remoteId();
    copter.remoteId(this::missing);
  }

  private boolean is(String parameter, int value) {
    return copter.parameters().get(parameter) == value;
  }

  private boolean set(String parameter) {
    return copter.parameters().get(parameter) != 0;
  }

  void video(List<Supplier<VideoStream>> streams) {
    camera.streams(streams);
  }

  /** What REQUEST_MESSAGE is answered of the camera's streams; 0 asks for all. */
  List<Object> streams(int messageId, int streamId) {
    return set("CAM1_TYPE") ? camera.streams(messageId, streamId) : List.of();
  }

  private Optional<String> missing() {
    if ((copter.parameters().getInt("DID_OPTIONS") & ENFORCE_ARMING) == 0) {
      return Optional.empty();
    }
    return set("DID_ENABLE") ? remoteId.missing() : Optional.of("DID_ENABLE must be 1");
  }

  Optional<Object> build(int messageId) {
    return switch (messageId) {
      case MessageIds.GIMBAL_MANAGER_INFORMATION ->
          set("MNT1_TYPE") ? Optional.of(gimbal.information()) : Optional.empty();
      case MessageIds.GIMBAL_MANAGER_STATUS ->
          set("MNT1_TYPE") ? Optional.of(gimbal.status()) : Optional.empty();
      case MessageIds.GIMBAL_DEVICE_ATTITUDE_STATUS ->
          // a gimbal that speaks MAVLink tells it itself
          set("MNT1_TYPE") && !is("MNT1_TYPE", MAVLINK_GIMBAL)
              ? Optional.of(gimbal.attitudeStatus())
              : Optional.empty();
      default -> set("CAM1_TYPE") ? camera.build(messageId) : Optional.empty();
    };
  }

  /** Whether a command was for a device alone, which has answered it. */
  boolean answered(Station station, Order o) {
    return fittings.order(station, o);
  }

  /** The answer to a command, empty when it is none of theirs. */
  Optional<MavResult> order(Station station, Order o) {
    return switch (o.command()) {
      case GimbalManager.DO_PITCHYAW, GimbalManager.DO_CONFIGURE ->
          set("MNT1_TYPE") ? gimbal.order(station, o) : Optional.of(MavResult.MAV_RESULT_FAILED);
      case 205 -> mountControl(o);
      case 202, 206 -> Optional.of(MavResult.MAV_RESULT_ACCEPTED);
      case 203 -> {
        if (set("CAM1_TYPE")) {
          camera.order(station, o);
        }
        yield Optional.of(MavResult.MAV_RESULT_ACCEPTED);
      }
      case 2000, 2001, 2500, 2501 ->
          set("CAM1_TYPE") ? camera.order(station, o) : Optional.of(MavResult.MAV_RESULT_FAILED);
      case 531, 532 ->
          set("CAM1_TYPE")
              ? camera.order(station, o)
              : Optional.of(MavResult.MAV_RESULT_UNSUPPORTED);
      default -> Optional.empty();
    };
  }

  /** DO_MOUNT_CONTROL by angles, mode 2; 3 gives the mount back. @source AP_Mount.cpp */
  private Optional<MavResult> mountControl(Order o) {
    if (!set("MNT1_TYPE")) {
      return Optional.of(MavResult.MAV_RESULT_FAILED);
    }
    if (o.z() == 2) {
      copter.gimbal().aim(Math.toRadians(o.param1()), Math.toRadians(o.param3()), false);
    } else if (o.z() == 3) {
      copter.gimbal().automatic();
    } else {
      return Optional.of(MavResult.MAV_RESULT_FAILED);
    }
    return Optional.of(MavResult.MAV_RESULT_ACCEPTED);
  }

  /** A mission asks something of the camera. */
  void item(Station nobody, Item item) {
    Order order =
        new Order(
            item.command(),
            item.frame(),
            item.param1(),
            item.param2(),
            item.param3(),
            item.param4(),
            item.x(),
            item.y(),
            item.x(),
            item.y(),
            item.z(),
            0);
    order(nobody, order);
  }

  boolean receive(Object payload) {
    return (set("MNT1_TYPE") && gimbal.receive(payload))
        || (set("DID_ENABLE") && remoteId.receive(payload));
  }

  void tick() {
    fittings.tick();
  }
}
