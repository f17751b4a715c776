package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.CommandLong;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;

/**
 * A command, whichever message brought it. The height of a COMMAND_LONG counts from mean sea level,
 * as PX4 takes it.
 *
 * @param component whom it is for
 * @param place empty when it names none
 * @param z height, in metres, NaN when it names none
 * @param relative whether z counts from home
 */
record Px4Order(
    int command,
    int component,
    double param1,
    double param2,
    double param3,
    double param4,
    Optional<LatLon> place,
    double z,
    boolean relative) {
  private static final int FRAME_RELATIVE = 3;
  private static final int FRAME_RELATIVE_INT = 6;

  static Px4Order of(CommandLong m) {
    return new Px4Order(
        m.command().value(),
        m.targetComponent(),
        m.param1(),
        m.param2(),
        m.param3(),
        m.param4(),
        place(m.param5(), m.param6()),
        m.param7(),
        false);
  }

  static Px4Order of(CommandInt m) {
    int frame = m.frame().value();
    return new Px4Order(
        m.command().value(),
        m.targetComponent(),
        m.param1(),
        m.param2(),
        m.param3(),
        m.param4(),
        place(m.x() / 1e7, m.y() / 1e7),
        m.z(),
        frame == FRAME_RELATIVE || frame == FRAME_RELATIVE_INT);
  }

  /** INT32_MAX, NaN and whatever is not on the globe name no place. */
  private static Optional<LatLon> place(double latDeg, double lonDeg) {
    boolean onGlobe = Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180;
    return onGlobe ? Optional.of(new LatLon(latDeg, lonDeg)) : Optional.empty();
  }

  /** Height above mean sea level, NaN when it names none. */
  double upM(double homeUpM) {
    return relative ? homeUpM + z : z;
  }
}
