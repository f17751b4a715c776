package org.vigie.simulator.autopilot;

import org.vigie.simulator.autopilot.store.Item;

/** Where the autopilot says what happened, unasked. */
public interface Announcer {
  /** A text for the ground. @param severity MAV_SEVERITY, 0 emergency to 7 debug */
  void text(int severity, String text);

  /** A mission item is done. */
  void itemReached(int index);

  /** Home was set. */
  void homeSet();

  /**
   * The mode is another one: stations see a heartbeat at once. Not so when arming changes, nor
   * between AUTO and AUTO_RTL, which is AUTO under another name: a landed craft tells of its first
   * mission item before a heartbeat tells that it is disarmed.
   *
   * @source ArduCopter mode.cpp, Copter::set_mode, the only place that sends one unasked
   */
  void modeChanged();

  /** A mission asks something of the camera; without one nothing happens. */
  default void cameraItem(Item item) {}

  /** The autopilot itself changed a parameter, such as MIS_TOTAL. */
  void parameterChanged(String name);
}
