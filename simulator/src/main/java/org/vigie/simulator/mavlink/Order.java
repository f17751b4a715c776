package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.CommandLong;

/**
 * A command, whichever message brought it.
 *
 * @param command MAV_CMD
 * @param frame MAV_FRAME of the place; relative to home for COMMAND_LONG, as ArduPilot takes it
 * @param param5 as sent: a latitude in degrees or, in a COMMAND_INT, whatever x holds
 * @param param6 as sent, like param5
 * @param x latitude, degrees * 1e7
 * @param y longitude, degrees * 1e7
 * @param z height in the frame, or the seventh parameter
 * @param targetComponent which part of the vehicle is asked, 0 for all
 */
public record Order(
    int command,
    int frame,
    double param1,
    double param2,
    double param3,
    double param4,
    double param5,
    double param6,
    int x,
    int y,
    double z,
    int targetComponent) {
  private static final int FRAME_GLOBAL = 0;
  private static final int FRAME_RELATIVE = 3;
  private static final int FRAME_RELATIVE_INT = 6;
  private static final int DO_SET_HOME = 179;

  /** A COMMAND_LONG. */
  public static Order of(CommandLong m) {
    int command = m.command().value();
    return new Order(
        command,
        command == DO_SET_HOME ? FRAME_GLOBAL : FRAME_RELATIVE,
        m.param1(),
        m.param2(),
        m.param3(),
        m.param4(),
        m.param5(),
        m.param6(),
        (int) Math.round(m.param5() * 1e7),
        (int) Math.round(m.param6() * 1e7),
        m.param7(),
        m.targetComponent());
  }

  /** A COMMAND_INT. */
  public static Order of(CommandInt m) {
    return new Order(
        m.command().value(),
        m.frame().value(),
        m.param1(),
        m.param2(),
        m.param3(),
        m.param4(),
        m.x(),
        m.y(),
        m.x(),
        m.y(),
        m.z(),
        m.targetComponent());
  }

  /** Whether it names a place on the globe; 0, 0 is none. */
  public boolean hasPlace() {
    return Math.abs((double) x) <= 900_000_000
        && Math.abs((double) y) <= 1_800_000_000
        && (x != 0 || y != 0);
  }

  /** Whether z counts from home. */
  public boolean relative() {
    return frame == FRAME_RELATIVE || frame == FRAME_RELATIVE_INT;
  }
}
