package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.SetPositionTargetGlobalInt;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.physics.Vec3;

/** Position and velocity targets for GUIDED. @source MAVLink common.xml #84, #86 */
final class GuidedProtocol {
  private static final int IGNORE_POSITION = 7;
  private static final int IGNORE_VELOCITY = 7 << 3;

  private GuidedProtocol() {}

  static void local(Copter copter, SetPositionTargetLocalNed m) {
    int mask = m.typeMask().value();
    if ((mask & IGNORE_POSITION) == 0 && copter.home().isPresent()) {
      Vec3 home = copter.home().get().local();
      copter.commands().guideTo(home.plus(new Vec3(m.y(), m.x(), -m.z())));
    } else if ((mask & IGNORE_VELOCITY) == 0) {
      velocity(copter, m.vx(), m.vy(), m.vz());
    }
  }

  static void global(Copter copter, SetPositionTargetGlobalInt m) {
    int mask = m.typeMask().value();
    if ((mask & IGNORE_POSITION) == 0) {
      boolean onGlobe =
          Math.abs((double) m.latInt()) <= 900_000_000
              && Math.abs((double) m.lonInt()) <= 1_800_000_000;
      int frame = m.coordinateFrame().value();
      double up = frame == 0 || frame == 5 ? m.alt() : copter.commands().homeUpM() + m.alt();
      if (onGlobe && Double.isFinite(up)) {
        copter.commands().guideTo(copter.commands().local(LatLon.ofE7(m.latInt(), m.lonInt()), up));
      }
    } else if ((mask & IGNORE_VELOCITY) == 0) {
      velocity(copter, m.vx(), m.vy(), m.vz());
    }
  }

  private static void velocity(Copter copter, float north, float east, float down) {
    if (Float.isFinite(north) && Float.isFinite(east) && Float.isFinite(down)) {
      copter.commands().guideVelocity(new Vec3(east, north, -down));
    }
  }
}
