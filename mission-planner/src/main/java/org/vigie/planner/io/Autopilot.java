package org.vigie.planner.io;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whose storage a mission file is written for.
 *
 * @source MAVLink minimal.xml, enum MAV_AUTOPILOT; recorded read-backs for the frames
 */
public enum Autopilot {
  /** Item 0 of its missions is home; fence vertices come back in frame 0, rally points in 3. */
  ARDUPILOT(3, 0, 3),
  /** Its missions have no home; fence vertices come back in frame 5, rally points in 6. */
  PX4(12, 5, 6);

  private static final String PX4_PREFIX = "px4";

  private final int mavAutopilot;
  private final int fenceFrame;
  private final int rallyFrame;

  Autopilot(int mavAutopilot, int fenceFrame, int rallyFrame) {
    this.mavAutopilot = mavAutopilot;
    this.fenceFrame = fenceFrame;
    this.rallyFrame = rallyFrame;
  }

  /** The autopilot of a firmware's name, for example {@code arducopter-4.6} or {@code px4-1.16}. */
  public static Autopilot ofFirmware(String firmware) {
    return firmware.startsWith(PX4_PREFIX) ? PX4 : ARDUPILOT;
  }

  /** The autopilot of a number in a file, if it is one of these. */
  public static Optional<Autopilot> find(int mavAutopilot) {
    return Arrays.stream(values()).filter(each -> each.mavAutopilot == mavAutopilot).findFirst();
  }

  /** Its MAV_AUTOPILOT. */
  public int mavAutopilot() {
    return mavAutopilot;
  }

  /** Whether item 0 of a mission is home. */
  public boolean homeIsItem0() {
    return this == ARDUPILOT;
  }

  /** MAV_FRAME of stored fence vertices. */
  int fenceFrame() {
    return fenceFrame;
  }

  /** MAV_FRAME of stored rally points. */
  int rallyFrame() {
    return rallyFrame;
  }
}
