package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.common.SetPositionTargetGlobalInt;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import java.util.Set;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.mavlink.TargetFrame;
import org.vigie.simulator.physics.Vec3;

/**
 * Position and velocity targets for OFFBOARD. BODY_NED has velocities only; other frames count as
 * silence.
 *
 * @source MAVLink common.xml #84, #86; PX4 mavlink_receiver.cpp
 */
final class OffboardProtocol {
  private static final Set<Integer> GLOBAL_FRAMES = Set.of(0, 5, 3, 6);

  /** Farther than this from home no local target makes sense. */
  private static final double LOCAL_M_MAX = 1e6;

  private OffboardProtocol() {}

  static void local(Px4 px4, SetPositionTargetLocalNed m) {
    int mask = m.typeMask().value();
    int frame = m.coordinateFrame().value();
    double yaw = TargetFrame.yawRad(mask, m.yaw());
    double rate = TargetFrame.yawRateRadps(mask, m.yawRate());
    boolean near =
        Math.abs(m.x()) < LOCAL_M_MAX
            && Math.abs(m.y()) < LOCAL_M_MAX
            && Math.abs(m.z()) < LOCAL_M_MAX;
    if (frame != TargetFrame.LOCAL_NED && frame != TargetFrame.BODY_NED) {
      return;
    }
    boolean local = frame == TargetFrame.LOCAL_NED;
    if (local && TargetFrame.position(mask) && near && px4.origin().isPresent()) {
      Vec3 origin = px4.origin().get().local();
      px4.commands().offboardTo(TargetFrame.place(px4, m, origin), yaw, rate);
    } else if (TargetFrame.velocity(mask)) {
      velocity(px4, TargetFrame.turned(px4, frame, m.vx(), m.vy(), m.vz()), yaw, rate);
    }
  }

  static void global(Px4 px4, SetPositionTargetGlobalInt m) {
    int mask = m.typeMask().value();
    int frame = m.coordinateFrame().value();
    double yaw = TargetFrame.yawRad(mask, m.yaw());
    double rate = TargetFrame.yawRateRadps(mask, m.yawRate());
    if (!GLOBAL_FRAMES.contains(frame)) {
      return;
    }
    if (TargetFrame.position(mask)) {
      boolean onGlobe =
          Math.abs((double) m.latInt()) <= 900_000_000
              && Math.abs((double) m.lonInt()) <= 1_800_000_000;
      double up = frame == 0 || frame == 5 ? m.alt() : px4.commands().homeUpM() + m.alt();
      if (onGlobe && Math.abs(up) < LOCAL_M_MAX) {
        LatLon place = LatLon.ofE7(m.latInt(), m.lonInt());
        px4.commands().offboardTo(px4.commands().local(place, up), yaw, rate);
      }
    } else if (TargetFrame.velocity(mask)) {
      velocity(px4, new Vec3(m.vy(), m.vx(), -m.vz()), yaw, rate);
    }
  }

  private static void velocity(Px4 px4, Vec3 wanted, double yawRad, double yawRateRadps) {
    if (Double.isFinite(wanted.east() + wanted.north() + wanted.up())) {
      px4.commands().offboardVelocity(wanted, yawRad, yawRateRadps);
    }
  }
}
