package org.vigie.simulator.autopilot.px4;

/** Where PX4 says what happened, unasked. */
public interface Px4Voice {
  /**
   * A text for the ground; long ones go in chunks. Those that end with a tab are sent as an event
   * too, so that stations that know events leave them out.
   *
   * @param severity MAV_SEVERITY, 0 emergency to 7 debug
   */
  void text(int severity, String text);

  /** An event; stations that know the firmware's metadata show it. */
  void event(Px4Event event);

  /** A mission item is done. */
  void itemReached(int index);

  /** A command of its own, to whatever component of its system listens: gimbal, camera. */
  void command(int command, float p1, float p2, float p3, float p4, float p5);

  /** Asks another system whether it may arm. */
  void requestArming(int systemId);

  /** The answer to a command that was answered with {@link Answer#LATER}. */
  void answered(Answer answer);

  /** A parameter was changed by PX4 itself. */
  void parameterChanged(String name);
}
