package org.vigie.simulator.autopilot.copter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * ArduCopter's modes with its numbers and names, in the order in which it lists them. Those that
 * are not flown here refuse to begin.
 *
 * @source ArduCopter mode.h Mode::Number; GCS_MAVLINK_Copter::send_available_mode; recording a21
 */
public enum FlightMode {
  AUTO_RTL(27, "AUTO RTL", true, false, true, true),
  AUTO(3, "AUTO", true, false, true, true),
  ACRO(1, "ACRO", false, true, false, false),
  STABILIZE(0, "STABILIZE", false, true, false, true),
  ALT_HOLD(2, "ALT_HOLD", false, true, false, true),
  CIRCLE(7, "CIRCLE", true, false, true, true),
  LOITER(5, "LOITER", true, true, false, true),
  GUIDED(4, "GUIDED", true, true, true, true),
  LAND(9, "LAND", false, false, true, true),
  RTL(6, "RTL", true, false, true, true),
  DRIFT(11, "DRIFT", true, true, false, false),
  FLIP(14, "FLIP", false, false, false, false),
  AUTOTUNE(15, "AUTOTUNE", false, false, true, false),
  POSHOLD(16, "POSHOLD", true, true, false, true),
  BRAKE(17, "BRAKE", true, false, false, true),
  THROW(18, "THROW", true, true, true, false),
  AVOID_ADSB(19, "AVOID_ADSB", true, false, true, false),
  GUIDED_NOGPS(20, "GUIDED_NOGPS", false, true, true, false),
  SMART_RTL(21, "SMARTRTL", true, false, true, true),
  FLOWHOLD(22, "FLOWHOLD", false, true, false, false),
  FOLLOW(23, "FOLLOW", true, true, true, false),
  ZIGZAG(24, "ZIGZAG", true, true, true, false),
  SYSTEMID(25, "SYSTEMID", false, false, false, false),
  TURTLE(28, "TURTLE", false, true, false, false);

  private final int number;
  private final String label;
  private final boolean needsPosition;
  private final boolean armable;
  private final boolean autopilot;
  private final boolean flown;

  FlightMode(
      int number,
      String label,
      boolean needsPosition,
      boolean armable,
      boolean autopilot,
      boolean flown) {
    this.number = number;
    this.label = label;
    this.needsPosition = needsPosition;
    this.armable = armable;
    this.autopilot = autopilot;
    this.flown = flown;
  }

  /** The mode of a number, empty when ArduCopter has none. */
  public static Optional<FlightMode> find(long number) {
    return Arrays.stream(values()).filter(mode -> mode.number == number).findFirst();
  }

  /** All, in the order of AVAILABLE_MODES. */
  public static List<FlightMode> listed() {
    return List.of(values());
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

  /** Whether it is flown here. */
  boolean flown() {
    return flown;
  }

  /** Whether the throttle stick commands thrust itself. */
  boolean manualThrottle() {
    return this == STABILIZE;
  }
}
