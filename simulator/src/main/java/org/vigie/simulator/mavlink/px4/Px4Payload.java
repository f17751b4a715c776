package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.common.GimbalManagerSetAttitude;
import io.dronefleet.mavlink.common.GimbalManagerSetPitchyaw;
import io.dronefleet.mavlink.common.MavResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.Fittings;
import org.vigie.simulator.mavlink.GimbalManager;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.Order;
import org.vigie.simulator.mavlink.Outbox;
import org.vigie.simulator.mavlink.Station;
import org.vigie.simulator.mavlink.VideoStream;

/**
 * Camera, gimbal and remote identification of a PX4: there when TRIG_MODE, MNT_MODE_IN and
 * COM_ARM_ODID say so. The gimbal obeys only who has taken its control. Without them nobody answers
 * (recording p12). Confined to the world's thread.
 *
 * @source PX4 gimbal/input_mavlink.cpp InputMavlinkGimbalV2, camera_trigger.cpp,
 *     openDroneIDCheck.cpp
 */
// the library calls messages in the making deprecated; stations send them
@SuppressWarnings("deprecation")
final class Px4Payload {
  private static final int GIMBAL_DEVICE = 154;

  /** It names itself. @source PX4 streams/OPEN_DRONE_ID_BASIC_ID.hpp: the board's guid */
  private static final String GUID = "00060000000000000001";

  private static final int OWN_COMPONENT = 1;
  private static final double MANAGER_STATUS_S = 2;

  private static final int DIGICAM_CONTROL = 203;
  private static final int MOUNT_CONFIGURE = 204;
  private static final int MOUNT_CONTROL = 205;
  private static final int TRIGGER_DISTANCE = 206;
  private static final int TRIGGER_CONTROL = 2003;

  /** TRIG_MODE: on command, as a survey asks. @source PX4 camera_trigger, distance mode */
  private static final int TRIGGER_BY_COMMAND = 4;

  /** Mount modes of DO_MOUNT_CONTROL. @source MAVLink MAV_MOUNT_MODE */
  private static final int RETRACT = 0;

  private static final int NEUTRAL = 1;
  private static final int TARGETING = 2;

  /** MNT_MODE_IN that have a gimbal manager: automatic, and MAVLink gimbal protocol 2. */
  private static final int INPUT_AUTO = 0;

  private static final int INPUT_MANAGER = 4;
  private static final int INPUT_MOUNT = 3;

  /** DO_GIMBAL_MANAGER_CONFIGURE: "me", which PX4 takes for itself. */
  private static final double SELF = -2;

  private final Px4 px4;
  private final int systemId;
  private final Outbox outbox;
  private final Fittings fittings;
  private final GimbalManager gimbal;
  private double nextStatusS;

  Px4Payload(Px4 px4, int systemId, Instant boot, Outbox outbox) {
    this.px4 = px4;
    this.systemId = systemId;
    this.outbox = outbox;
    this.fittings =
        new Fittings(
            px4,
            boot,
            outbox,
            GIMBAL_DEVICE,
            new Fittings.Fitted(
                this::camera, () -> input() >= INPUT_AUTO, () -> set("COM_ARM_ODID")));
    this.gimbal = fittings.gimbal();
    fittings.remoteId().know(GUID);
    px4.remoteId(fittings.remoteId()::missing);
  }

  /** Where its camera's pictures can be had; a vehicle with such has a camera. */
  void video(List<Supplier<VideoStream>> streams) {
    fittings.camera().streams(streams);
    if (!streams.isEmpty() && !camera()) {
      px4.parameters().set("TRIG_MODE", TRIGGER_BY_COMMAND);
    }
  }

  void fitRemoteId() {
    px4.parameters().set("COM_ARM_ODID", 1);
  }

  private boolean set(String parameter) {
    return px4.parameters().getInt(parameter) > 0;
  }

  private boolean camera() {
    return set("TRIG_MODE");
  }

  private int input() {
    return px4.parameters().getInt("MNT_MODE_IN");
  }

  private boolean managed() {
    return input() == INPUT_AUTO || input() == INPUT_MANAGER;
  }

  private boolean mounted() {
    return managed() || input() == INPUT_MOUNT;
  }

  /** What the gimbal's manager tells, empty without one. */
  Optional<Object> build(int messageId) {
    if (!managed()) {
      return Optional.empty();
    }
    return switch (messageId) {
      case MessageIds.GIMBAL_MANAGER_INFORMATION -> Optional.of(gimbal.information());
      case MessageIds.GIMBAL_MANAGER_STATUS -> Optional.of(gimbal.status());
      default -> Optional.empty();
    };
  }

  /** A command for a device of its own; whether it was for that alone. */
  boolean answered(Station station, Order order) {
    return fittings.order(station, order);
  }

  /** The answer of camera trigger and gimbal manager, empty when a command is none of theirs. */
  Optional<MavResult> order(Station station, Order o) {
    return switch (o.command()) {
      case GimbalManager.DO_PITCHYAW -> managed() ? point(station, o) : Optional.empty();
      case GimbalManager.DO_CONFIGURE -> managed() ? configure(station, o) : Optional.empty();
      case MOUNT_CONFIGURE -> mounted() ? accepted() : Optional.empty();
      case MOUNT_CONTROL -> mounted() ? mount(o) : Optional.empty();
      case DIGICAM_CONTROL -> camera() ? fittings.camera().order(station, o) : Optional.empty();
      case TRIGGER_DISTANCE, TRIGGER_CONTROL -> camera() ? accepted() : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<MavResult> accepted() {
    return Optional.of(MavResult.MAV_RESULT_ACCEPTED);
  }

  private Optional<MavResult> point(Station station, Order o) {
    if (!gimbal.controls(station)) {
      return Optional.of(MavResult.MAV_RESULT_DENIED);
    }
    // one gimbal is all there is: its number is not looked at
    gimbal.order(station, with(o, o.param1(), o.param2()));
    return accepted();
  }

  private Optional<MavResult> configure(Station station, Order o) {
    double system = o.param1() == SELF ? systemId : o.param1();
    double component = o.param2() == SELF ? OWN_COMPONENT : o.param2();
    gimbal.order(station, with(o, system, component));
    return accepted();
  }

  private static Order with(Order o, double param1, double param2) {
    return new Order(
        o.command(),
        o.frame(),
        param1,
        param2,
        o.param3(),
        o.param4(),
        o.param5(),
        o.param6(),
        o.x(),
        o.y(),
        0,
        o.targetComponent());
  }

  private Optional<MavResult> mount(Order o) {
    switch ((int) o.z()) {
      case RETRACT, NEUTRAL -> px4.gimbal().neutral();
      case TARGETING ->
          px4.gimbal().aim(Math.toRadians(o.param1()), Math.toRadians(o.param3()), false);
      default -> {}
    }
    return accepted();
  }

  /**
   * A command of the vehicle's own, from its mission or its return.
   *
   * @return whether a device has taken it, which ends its repetition
   */
  boolean own(Order order) {
    Station self = new Station(Autopilot.ALL_LINKS, systemId, OWN_COMPONENT);
    boolean taken = order(self, order).isPresent();
    return taken || (camera() && fittings.camera().order(self, order).isPresent());
  }

  /** Aims that a station streams; from those without control they are left alone. */
  boolean receive(Station station, Object payload) {
    if (payload instanceof GimbalManagerSetPitchyaw
        || payload instanceof GimbalManagerSetAttitude) {
      if (managed() && gimbal.controls(station)) {
        gimbal.receive(payload);
      }
      return true;
    }
    return set("COM_ARM_ODID") && fittings.remoteId().receive(payload);
  }

  void tick() {
    fittings.tick();
    if (managed() && px4.timeS() >= nextStatusS) {
      nextStatusS = px4.timeS() + MANAGER_STATUS_S;
      outbox.send(Autopilot.ALL_LINKS, gimbal.status());
    }
  }
}
