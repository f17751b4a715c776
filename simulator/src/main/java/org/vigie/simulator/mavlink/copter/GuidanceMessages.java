package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.NavControllerOutput;
import io.dronefleet.mavlink.common.PositionTargetGlobalInt;
import io.dronefleet.mavlink.common.PositionTargetTypemask;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.physics.Vec3;

/** Where an ArduCopter is on its way to. */
final class GuidanceMessages {
  /** Only the position counts. @source arducopter-flight.tlog: 65016 */
  private static final int POSITION_ONLY = 65016;

  private final Copter copter;

  GuidanceMessages(Copter copter) {
    this.copter = copter;
  }

  Optional<Object> build(int messageId) {
    Optional<Vec3> target = copter.destination();
    return messageId == MessageIds.NAV_CONTROLLER_OUTPUT
        ? Optional.of(output(target))
        : target.filter(any -> copter.armed()).map(this::position);
  }

  private NavControllerOutput output(Optional<Vec3> target) {
    Vec3 way = target.map(to -> to.minus(copter.nav().position())).orElse(Vec3.ZERO);
    return NavControllerOutput.builder()
        .navRoll((float) Math.toDegrees(copter.nav().attitude().rollRad()))
        .navPitch((float) Math.toDegrees(copter.nav().attitude().pitchRad()))
        .navBearing((int) Math.round(Math.toDegrees(copter.nav().yawRad())))
        .targetBearing(
            way.horizontal() < 1
                ? 0
                : (int) Math.round(Math.toDegrees(Math.atan2(way.east(), way.north()))))
        .wpDist((int) Math.min(65535, Math.round(way.horizontal())))
        .altError((float) way.up())
        .build();
  }

  private PositionTargetGlobalInt position(Vec3 target) {
    LatLon place = copter.commands().geographic(target);
    return PositionTargetGlobalInt.builder()
        .timeBootMs((long) (copter.timeS() * 1000))
        .coordinateFrame(MavFrame.MAV_FRAME_GLOBAL)
        .typeMask(EnumValue.create(PositionTargetTypemask.class, POSITION_ONLY))
        .latInt(place.latE7())
        .lonInt(place.lonE7())
        .alt((float) target.up())
        .build();
  }
}
