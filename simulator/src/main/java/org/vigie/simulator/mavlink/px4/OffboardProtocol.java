package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.common.SetPositionTargetGlobalInt;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.physics.Vec3;

/** Position and velocity targets for OFFBOARD. @source MAVLink common.xml #84, #86 */
final class OffboardProtocol {
  private static final int IGNORE_POSITION = 7;
  private static final int IGNORE_VELOCITY = 7 << 3;

  /** Farther than this from home no local target makes sense. */
  private static final double LOCAL_M_MAX = 1e6;

  private OffboardProtocol() {}

  static void local(Px4 px4, SetPositionTargetLocalNed m) {
    int mask = m.typeMask().value();
    boolean near =
        Math.abs(m.x()) < LOCAL_M_MAX
            && Math.abs(m.y()) < LOCAL_M_MAX
            && Math.abs(m.z()) < LOCAL_M_MAX;
    if ((mask & IGNORE_POSITION) == 0 && near && px4.home().isPresent()) {
      Vec3 home = px4.home().get().local();
      px4.commands().offboardTo(home.plus(new Vec3(m.y(), m.x(), -m.z())));
    } else if ((mask & IGNORE_VELOCITY) == 0) {
      velocity(px4, m.vx(), m.vy(), m.vz());
    }
  }

  static void global(Px4 px4, SetPositionTargetGlobalInt m) {
    int mask = m.typeMask().value();
    if ((mask & IGNORE_POSITION) == 0) {
      boolean onGlobe =
          Math.abs((double) m.latInt()) <= 900_000_000
              && Math.abs((double) m.lonInt()) <= 1_800_000_000;
      int frame = m.coordinateFrame().value();
      double up = frame == 0 || frame == 5 ? m.alt() : px4.commands().homeUpM() + m.alt();
      if (onGlobe && Math.abs(up) < LOCAL_M_MAX) {
        LatLon place = LatLon.ofE7(m.latInt(), m.lonInt());
        px4.commands().offboardTo(px4.commands().local(place, up));
      }
    } else if ((mask & IGNORE_VELOCITY) == 0) {
      velocity(px4, m.vx(), m.vy(), m.vz());
    }
  }

  private static void velocity(Px4 px4, float north, float east, float down) {
    if (Float.isFinite(north) && Float.isFinite(east) && Float.isFinite(down)) {
      px4.commands().offboardVelocity(new Vec3(east, north, -down));
    }
  }
}
