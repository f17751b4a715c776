package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.PositionTargetTypemask;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.util.EnumValue;

/**
 * Another station that takes a vehicle over and flies it away: what a fence is for. ArduCopter is
 * asked for GUIDED first, as in recordings a1 to a3; PX4 hears setpoints for a while and is asked
 * for OFFBOARD then, as in recordings p1 and p1b. Confined to the world's thread.
 *
 * @source PX4 user guide, Offboard Mode: setpoints at 2 Hz or more, the mode is let in when they
 *     have come for more than a second and left when they stop (COM_OF_LOSS_T)
 */
public final class Stranger {
  /** No other station calls itself so. */
  private static final int SYSTEM = 251;

  private static final int COMPONENT = 190;

  /** Beyond every number that a real link gets. */
  private static final int LINK = 1_000_000_000;

  private static final int CUSTOM_MODE = 1;

  /** ArduCopter custom mode. @source ArduCopter mode.h GUIDED */
  private static final int GUIDED = 4;

  /** PX4 custom main mode. @source PX4 px4_custom_mode.h PX4_CUSTOM_MAIN_MODE_OFFBOARD */
  private static final int OFFBOARD = 6;

  /** PX4 wants more than a second of setpoints. */
  private static final double STREAM_FIRST_S = 1.2;

  /** Everything but the velocity is ignored. @source MAVLink POSITION_TARGET_TYPEMASK */
  private static final int VELOCITY_ONLY = 0b1101_1100_0111;

  private final Autopilot autopilot;
  private final int mode;
  private final double streamFirstS;
  private double comesS;
  private boolean asked;

  private Stranger(Autopilot autopilot, int mode, double streamFirstS) {
    this.autopilot = autopilot;
    this.mode = mode;
    this.streamFirstS = streamFirstS;
  }

  /** One that knows ArduCopter, on a link of its own; nothing is said yet. */
  public static Stranger guided(Autopilot autopilot) {
    return new Stranger(autopilot, GUIDED, 0);
  }

  /** One that knows PX4, on a link of its own; nothing is said yet. */
  public static Stranger offboard(Autopilot autopilot) {
    return new Stranger(autopilot, OFFBOARD, STREAM_FIRST_S);
  }

  /** Comes, and takes over as soon as the vehicle lets it: the mode in which stations steer. */
  public void takeOver() {
    autopilot.open(LINK);
    comesS = autopilot.controller().timeS();
    ask();
  }

  private void ask() {
    if (asked || autopilot.controller().timeS() - comesS < streamFirstS) {
      return;
    }
    asked = true;
    say(
        CommandLong.builder()
            .targetSystem(autopilot.systemId())
            .targetComponent(1)
            .command(MavCmd.MAV_CMD_DO_SET_MODE)
            .param1(CUSTOM_MODE)
            .param2(mode)
            .build());
  }

  /**
   * Steers, level; to be said again at least twice a second, as real autopilots want it.
   *
   * @param courseDeg degrees true
   */
  public void fly(double courseDeg, double speedMps) {
    double course = Math.toRadians(courseDeg);
    say(
        SetPositionTargetLocalNed.builder()
            .timeBootMs((long) (autopilot.controller().timeS() * 1000))
            .targetSystem(autopilot.systemId())
            .targetComponent(1)
            .coordinateFrame(MavFrame.MAV_FRAME_LOCAL_NED)
            .typeMask(EnumValue.create(PositionTargetTypemask.class, VELOCITY_ONLY))
            .vx((float) (speedMps * Math.cos(course)))
            .vy((float) (speedMps * Math.sin(course)))
            .build());
    ask();
  }

  /** Is gone, without a word. */
  public void leave() {
    autopilot.close(LINK);
  }

  private void say(Object payload) {
    autopilot.receive(LINK, new Autopilot.Received(SYSTEM, COMPONENT, payload));
  }
}
