package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.PositionTargetTypemask;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.util.EnumValue;

/**
 * Another station that takes a vehicle over and flies it away: what a fence is for. Its orders are
 * those by which ArduCopter was flown out of its fence in recordings a1 to a3. Confined to the
 * world's thread.
 */
public final class Stranger {
  /** No other station calls itself so. */
  private static final int SYSTEM = 251;

  private static final int COMPONENT = 190;

  /** Beyond every number that a real link gets. */
  private static final int LINK = 1_000_000_000;

  private static final int CUSTOM_MODE = 1;

  /** ArduCopter GUIDED; another personality refuses a mode that it does not know. */
  private static final int GUIDED = 4;

  /** Everything but the velocity is ignored. @source MAVLink POSITION_TARGET_TYPEMASK */
  private static final int VELOCITY_ONLY = 0b1101_1100_0111;

  private final Autopilot autopilot;

  /** A stranger on a link of its own; nothing is said yet. */
  public Stranger(Autopilot autopilot) {
    this.autopilot = autopilot;
  }

  /** Takes over: the mode in which stations steer. */
  public void takeOver() {
    autopilot.open(LINK);
    say(
        CommandLong.builder()
            .targetSystem(autopilot.systemId())
            .targetComponent(1)
            .command(MavCmd.MAV_CMD_DO_SET_MODE)
            .param1(CUSTOM_MODE)
            .param2(GUIDED)
            .build());
  }

  /**
   * Steers, level; to be said again at least each second, as real autopilots want it.
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
  }

  /** Is gone, without a word. */
  public void leave() {
    autopilot.close(LINK);
  }

  private void say(Object payload) {
    autopilot.receive(LINK, new Autopilot.Received(SYSTEM, COMPONENT, payload));
  }
}
