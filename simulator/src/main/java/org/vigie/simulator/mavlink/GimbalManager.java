package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.GimbalDeviceAttitudeStatus;
import io.dronefleet.mavlink.common.GimbalDeviceErrorFlags;
import io.dronefleet.mavlink.common.GimbalDeviceFlags;
import io.dronefleet.mavlink.common.GimbalManagerCapFlags;
import io.dronefleet.mavlink.common.GimbalManagerFlags;
import io.dronefleet.mavlink.common.GimbalManagerInformation;
import io.dronefleet.mavlink.common.GimbalManagerSetAttitude;
import io.dronefleet.mavlink.common.GimbalManagerSetPitchyaw;
import io.dronefleet.mavlink.common.GimbalManagerStatus;
import io.dronefleet.mavlink.common.MavResult;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.gimbal.Gimbal;

/**
 * The gimbal manager of a vehicle with one mount. Angles beyond the stops are flown as far as they
 * go. Confined to the world's thread.
 *
 * @source MAVLink services/gimbal_v2; ArduPilot AP_Mount.cpp, AP_Mount_Backend.cpp
 */
// the library marks work in progress of MAVLink as deprecated; stations use it all the same
@SuppressWarnings("deprecation")
public final class GimbalManager {
  public static final int DO_PITCHYAW = 1000;
  public static final int DO_CONFIGURE = 1001;

  /** GIMBAL_MANAGER_FLAGS. */
  private static final int RETRACT = 1;

  private static final int NEUTRAL = 2;
  private static final int ROLL_AND_PITCH_LOCK = 4 + 8;
  private static final int YAW_LOCK = 16;

  /** GIMBAL_DEVICE_FLAGS: the quaternion's yaw counts from the nose, or from north. */
  private static final int YAW_IN_VEHICLE_FRAME = 32;

  private static final int YAW_IN_EARTH_FRAME = 64;

  /** Retract, neutral, RC, pitch and yaw axes with follow and lock, points at places. */
  private static final int CAPABILITIES =
      1 + 2 + 32 + 64 + 128 + 256 + 512 + 1024 + (1 << 13) + (1 << 16) + (1 << 17);

  private final FlightController craft;
  private final int deviceId;
  private final BiConsumer<Integer, Object> send;
  private int controlSystem;
  private int controlComponent;

  /**
   * The manager of a vehicle's mount.
   *
   * @param deviceId GIMBAL_MANAGER_INFORMATION.gimbal_device_id
   */
  public GimbalManager(FlightController craft, int deviceId, BiConsumer<Integer, Object> send) {
    this.craft = craft;
    this.deviceId = deviceId;
    this.send = send;
  }

  /** The answer to a command, empty when it is none of the gimbal manager's. */
  public Optional<MavResult> order(Station station, Order o) {
    return switch (o.command()) {
      case DO_PITCHYAW -> Optional.of(pitchYaw(o));
      case DO_CONFIGURE -> Optional.of(configure(station, o));
      default -> Optional.empty();
    };
  }

  private boolean named(double id) {
    return id == 0 || id == deviceId;
  }

  private MavResult pitchYaw(Order o) {
    if (!named(o.z())) {
      return MavResult.MAV_RESULT_FAILED;
    }
    boolean understood =
        point((int) o.param5(), o.param1(), o.param2(), o.param3(), o.param4(), Math.PI / 180);
    return understood ? MavResult.MAV_RESULT_ACCEPTED : MavResult.MAV_RESULT_FAILED;
  }

  /** Angles first, then rates; pairs that are half unknown are not understood. */
  private boolean point(
      int flags, double pitch, double yaw, double pitchRate, double yawRate, double unit) {
    Gimbal gimbal = craft.gimbal();
    boolean lock = (flags & YAW_LOCK) != 0;
    if ((flags & RETRACT) != 0) {
      gimbal.retract();
    } else if ((flags & NEUTRAL) != 0) {
      gimbal.neutral();
    } else if (Double.isFinite(pitch) && Double.isFinite(yaw)) {
      gimbal.aim(pitch * unit, yaw * unit, lock);
    } else if (Double.isFinite(pitchRate) && Double.isFinite(yawRate)) {
      gimbal.turn(pitchRate * unit, yawRate * unit, lock);
    } else {
      return Double.isNaN(pitch)
          && Double.isNaN(yaw)
          && Double.isNaN(pitchRate)
          && Double.isNaN(yawRate);
    }
    return true;
  }

  private MavResult configure(Station station, Order o) {
    boolean within = o.param1() >= -3 && o.param1() <= 255 && o.param2() >= -3 && o.param2() <= 255;
    if (!within) {
      return MavResult.MAV_RESULT_FAILED;
    }
    int beforeSystem = controlSystem;
    int beforeComponent = controlComponent;
    switch ((int) o.param1()) {
      case -1 -> {}
      case -2 -> control(station.systemId(), station.componentId());
      case -3 -> {
        if (controls(station)) {
          control(0, 0);
        }
      }
      default -> control((int) o.param1(), (int) o.param2());
    }
    if (beforeSystem != controlSystem || beforeComponent != controlComponent) {
      send.accept(Autopilot.ALL_LINKS, status());
    }
    return MavResult.MAV_RESULT_ACCEPTED;
  }

  private void control(int system, int component) {
    controlSystem = system;
    controlComponent = component;
  }

  /** Whether a station has primary control. ArduPilot obeys others all the same, PX4 does not. */
  public boolean controls(Station station) {
    return station.systemId() == controlSystem && station.componentId() == controlComponent;
  }

  /** GIMBAL_MANAGER_SET_PITCHYAW, in radians; false when it is another message. */
  public boolean receive(Object payload) {
    if (payload instanceof GimbalManagerSetPitchyaw m) {
      if (named(m.gimbalDeviceId())) {
        point(flags(m.flags()), m.pitch(), m.yaw(), m.pitchRate(), m.yawRate(), 1);
      }
      return true;
    }
    if (payload instanceof GimbalManagerSetAttitude m) {
      if (named(m.gimbalDeviceId())) {
        attitude(m);
      }
      return true;
    }
    return false;
  }

  private static int flags(EnumValue<GimbalManagerFlags> flags) {
    return flags == null ? 0 : flags.value();
  }

  private void attitude(GimbalManagerSetAttitude m) {
    List<Float> q = m.q();
    boolean whole = q != null && q.size() == 4 && q.stream().allMatch(Float::isFinite);
    double pitch = Double.NaN;
    double yaw = Double.NaN;
    if (whole) {
      double w = q.get(0);
      double x = q.get(1);
      double y = q.get(2);
      double z = q.get(3);
      pitch = Math.asin(Math.max(-1, Math.min(1, 2 * (w * y - z * x))));
      yaw = Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
    }
    point(flags(m.flags()), pitch, yaw, m.angularVelocityY(), m.angularVelocityZ(), 1);
  }

  private long bootMs() {
    return (long) (craft.timeS() * 1000);
  }

  /** What the mount can do. */
  public GimbalManagerInformation information() {
    return GimbalManagerInformation.builder()
        .timeBootMs(bootMs())
        .capFlags(EnumValue.create(GimbalManagerCapFlags.class, CAPABILITIES))
        .gimbalDeviceId(deviceId)
        .rollMin(0)
        .rollMax(0)
        .pitchMin((float) Gimbal.PITCH_MIN_RAD)
        .pitchMax((float) Gimbal.PITCH_MAX_RAD)
        .yawMin((float) -Math.PI)
        .yawMax((float) Math.PI)
        .build();
  }

  /** Who controls it. */
  public GimbalManagerStatus status() {
    int flags = ROLL_AND_PITCH_LOCK | (craft.gimbal().yawLock() ? YAW_LOCK : 0);
    return GimbalManagerStatus.builder()
        .timeBootMs(bootMs())
        .flags(EnumValue.create(GimbalManagerFlags.class, flags))
        .gimbalDeviceId(deviceId)
        .primaryControlSysid(controlSystem)
        .primaryControlCompid(controlComponent)
        .build();
  }

  /** Where it looks: a quaternion whose yaw counts from north when locked, else from the nose. */
  public GimbalDeviceAttitudeStatus attitudeStatus() {
    Gimbal gimbal = craft.gimbal();
    boolean lock = gimbal.yawLock();
    double yaw = lock ? gimbal.yawRad() : gimbal.yawFromNoseRad();
    double halfYaw = yaw / 2;
    double halfPitch = gimbal.pitchRad() / 2;
    int flags = ROLL_AND_PITCH_LOCK | (lock ? YAW_LOCK | YAW_IN_EARTH_FRAME : YAW_IN_VEHICLE_FRAME);
    return GimbalDeviceAttitudeStatus.builder()
        .timeBootMs(bootMs())
        .flags(EnumValue.create(GimbalDeviceFlags.class, flags))
        .q(
            List.of(
                (float) (Math.cos(halfYaw) * Math.cos(halfPitch)),
                (float) (-Math.sin(halfYaw) * Math.sin(halfPitch)),
                (float) (Math.cos(halfYaw) * Math.sin(halfPitch)),
                (float) (Math.sin(halfYaw) * Math.cos(halfPitch))))
        .angularVelocityX(Float.NaN)
        .angularVelocityY(Float.NaN)
        .angularVelocityZ(Float.NaN)
        .failureFlags(EnumValue.create(GimbalDeviceErrorFlags.class, 0))
        .build();
  }
}
