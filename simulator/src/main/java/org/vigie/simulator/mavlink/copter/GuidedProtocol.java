package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.SetPositionTargetGlobalInt;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import java.util.Set;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.copter.Facing;
import org.vigie.simulator.mavlink.TargetFrame;
import org.vigie.simulator.physics.Vec3;

/**
 * Position and velocity targets for GUIDED. What cannot be flown stops the craft.
 *
 * @source MAVLink common.xml #84, #86; ArduCopter GCS_MAVLink_Copter.cpp
 */
final class GuidedProtocol {
  private static final Set<Integer> LOCAL_FRAMES =
      Set.of(
          TargetFrame.LOCAL_NED,
          TargetFrame.LOCAL_OFFSET_NED,
          TargetFrame.BODY_NED,
          TargetFrame.BODY_OFFSET_NED);

  /** Above the sea, home, or the ground, with and without INT in their names. */
  private static final Set<Integer> GLOBAL_FRAMES = Set.of(0, 5, 3, 6, 10, 11);

  /**
   * @source GCS_MAVLINK_Copter::sane_vel_or_acc_vector
   */
  private static final double SPEED_MAX_MPS = 1000;

  private GuidedProtocol() {}

  static void local(Copter copter, SetPositionTargetLocalNed m) {
    int mask = m.typeMask().value();
    int frame = m.coordinateFrame().value();
    boolean relative = TargetFrame.body(frame);
    Facing facing = facing(mask, m.yaw(), m.yawRate(), relative);
    if (!LOCAL_FRAMES.contains(frame)) {
      copter.commands().guideStop();
    } else if (TargetFrame.position(mask)) {
      copter
          .origin()
          .ifPresent(
              origin ->
                  copter.commands().guideTo(TargetFrame.place(copter, m, origin.local()), facing));
    } else if (TargetFrame.velocity(mask)) {
      velocity(copter, TargetFrame.turned(copter, frame, m.vx(), m.vy(), m.vz()), facing);
    }
  }

  static void global(Copter copter, SetPositionTargetGlobalInt m) {
    int mask = m.typeMask().value();
    Facing facing = facing(mask, m.yaw(), m.yawRate(), false);
    if (TargetFrame.position(mask)) {
      boolean onGlobe =
          Math.abs((double) m.latInt()) <= 900_000_000
              && Math.abs((double) m.lonInt()) <= 1_800_000_000;
      int frame = m.coordinateFrame().value();
      double up = frame == 0 || frame == 5 ? m.alt() : copter.commands().homeUpM() + m.alt();
      if (!onGlobe || !GLOBAL_FRAMES.contains(frame)) {
        copter.commands().guideStop();
      } else if (Double.isFinite(up)) {
        LatLon place = LatLon.ofE7(m.latInt(), m.lonInt());
        copter.commands().guideTo(copter.commands().local(place, up), facing);
      }
    } else if (TargetFrame.velocity(mask)) {
      velocity(copter, new Vec3(m.vy(), m.vx(), -m.vz()), facing);
    }
  }

  private static Facing facing(int mask, float yaw, float rate, boolean relative) {
    return new Facing(
        TargetFrame.yawRad(mask, yaw), TargetFrame.yawRateRadps(mask, rate), relative);
  }

  private static void velocity(Copter copter, Vec3 wanted, Facing facing) {
    boolean sane =
        Math.abs(wanted.east()) <= SPEED_MAX_MPS
            && Math.abs(wanted.north()) <= SPEED_MAX_MPS
            && Math.abs(wanted.up()) <= SPEED_MAX_MPS;
    if (sane) {
      copter.commands().guideVelocity(wanted, facing);
    } else {
      copter.commands().guideStop();
    }
  }
}
