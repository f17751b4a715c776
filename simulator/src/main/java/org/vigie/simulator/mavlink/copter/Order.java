package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.CommandLong;

/**
 * A command, whichever message brought it.
 *
 * @param frame MAV_FRAME of the place; relative to home for COMMAND_LONG, as ArduPilot takes it
 * @param x latitude, degrees * 1e7
 * @param y longitude, degrees * 1e7
 */
record Order(
    int command,
    int frame,
    double param1,
    double param2,
    double param3,
    double param4,
    int x,
    int y,
    double z) {
  private static final int FRAME_GLOBAL = 0;
  private static final int FRAME_RELATIVE = 3;
  private static final int DO_SET_HOME = 179;

  static Order of(CommandLong m) {
    int command = m.command().value();
    return new Order(
        command,
        command == DO_SET_HOME ? FRAME_GLOBAL : FRAME_RELATIVE,
        m.param1(),
        m.param2(),
        m.param3(),
        m.param4(),
        (int) Math.round(m.param5() * 1e7),
        (int) Math.round(m.param6() * 1e7),
        m.param7());
  }

  static Order of(CommandInt m) {
    return new Order(
        m.command().value(),
        m.frame().value(),
        m.param1(),
        m.param2(),
        m.param3(),
        m.param4(),
        m.x(),
        m.y(),
        m.z());
  }

  boolean hasPlace() {
    return Math.abs((double) x) <= 900_000_000
        && Math.abs((double) y) <= 1_800_000_000
        && (x != 0 || y != 0);
  }

  /** Whether z counts from home. */
  boolean relative() {
    return frame == FRAME_RELATIVE || frame == 6;
  }
}
