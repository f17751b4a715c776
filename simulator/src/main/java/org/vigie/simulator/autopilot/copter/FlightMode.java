package org.vigie.simulator.autopilot.copter;

import java.util.Arrays;
import java.util.Optional;

/**
 * The modes that are flown here, with ArduCopter's numbers and names.
 *
 * @source ArduCopter mode.h Mode::Number
 */
public enum FlightMode {
  STABILIZE(0, "STABILIZE", false, true, false),
  ALT_HOLD(2, "ALT_HOLD", false, true, false),
  AUTO(3, "AUTO", true, false, true),
  GUIDED(4, "GUIDED", true, true, true),
  LOITER(5, "LOITER", true, true, false),
  RTL(6, "RTL", true, false, true),
  LAND(9, "LAND", false, false, true),
  BRAKE(17, "BRAKE", true, false, false),
  SMART_RTL(21, "SMARTRTL", true, false, true),
  AUTO_RTL(27, "AUTO RTL", true, false, true);

  private final int number;
  private final String label;
  private final boolean needsPosition;
  private final boolean armable;
  private final boolean autopilot;

  FlightMode(int number, String label, boolean needsPosition, boolean armable, boolean autopilot) {
    this.number = number;
    this.label = label;
    this.needsPosition = needsPosition;
    this.armable = armable;
    this.autopilot = autopilot;
  }

  /** The mode of a number, empty when there is none here. */
  public static Optional<FlightMode> find(long number) {
    return Arrays.stream(values()).filter(mode -> mode.number == number).findFirst();
  }

  /** HEARTBEAT.custom_mode. */
  public int number() {
    return number;
  }

  /** As ArduPilot prints it. */
  public String label() {
    return label;
  }

  boolean needsPosition() {
    return needsPosition;
  }

  boolean armable() {
    return armable;
  }

  /** Whether it flies without a pilot's sticks, for FS_OPTIONS. */
  boolean autopilot() {
    return autopilot;
  }
}
