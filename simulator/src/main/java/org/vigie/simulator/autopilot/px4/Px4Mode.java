package org.vigie.simulator.autopilot.px4;

import java.util.Optional;

/**
 * PX4's navigation states.
 *
 * @source PX4 px4_custom_mode.h, mode_names.hpp, events enums navigation_mode_t
 */
public enum Px4Mode {
  MANUAL(1, 0, "Manual", 0),
  ALTCTL(2, 0, "Altitude", 1),
  POSCTL(3, 0, "Position", 2),
  MISSION(4, 4, "Mission", 3),
  HOLD(4, 3, "Hold", 4),
  RTL(4, 5, "Return", 5),
  POSITION_SLOW(3, 2, "Position Slow", 6),
  ALTITUDE_CRUISE(11, 0, "Altitude Cruise", 9),
  ACRO(5, 0, "Acro", 10),
  DESCEND(4, 6, "Descend", 12),
  TERMINATION(10, 0, "Termination", 13),
  OFFBOARD(6, 0, "Offboard", 7),
  STABILIZED(7, 0, "Stabilized", 8),
  TAKEOFF(4, 2, "Takeoff", 17),
  LAND(4, 6, "Land", 18),
  FOLLOW_TARGET(4, 8, "Follow Target", 19),
  PRECISION_LANDING(4, 9, "Precision Landing", 20),
  ORBIT(3, 1, "Orbit", 21),
  VTOL_TAKEOFF(4, 10, "VTOL Takeoff", 22);

  private final int main;
  private final int sub;
  private final String label;
  private final int eventNumber;

  Px4Mode(int main, int sub, String label, int eventNumber) {
    this.main = main;
    this.sub = sub;
    this.label = label;
    this.eventNumber = eventNumber;
  }

  /**
   * The mode that DO_SET_MODE names; empty when PX4 has none such.
   *
   * @param main custom main mode
   * @param sub custom sub mode; AUTO without one is the mission
   */
  public static Optional<Px4Mode> find(int main, int sub) {
    int wanted = main == 4 && sub == 0 ? 4 : main == 3 || main == 4 ? sub : 0;
    for (Px4Mode mode : values()) {
      if (mode.main == main && mode.sub == wanted && mode != DESCEND) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  /** HEARTBEAT.custom_mode: main mode in the third byte, sub mode in the fourth. */
  public long customMode() {
    return ((long) main << 16) | ((long) sub << 24);
  }

  /** How texts name it. */
  public String label() {
    return label;
  }

  /** navigation_mode_t of the events. */
  int eventNumber() {
    return eventNumber;
  }

  /** Whether a person flies it with sticks. */
  public boolean needsSticks() {
    return switch (this) {
      case MANUAL, ALTCTL, POSCTL, POSITION_SLOW, ALTITUDE_CRUISE, ACRO, STABILIZED -> true;
      default -> false;
    };
  }

  /** Whether the pilot's sticks lean the craft. */
  boolean pilotLeans() {
    return this == ALTCTL || pilotThrust();
  }

  /** Whether the pilot gives lean and thrust; MANUAL is STABILIZED in a multirotor. */
  boolean pilotThrust() {
    return this == MANUAL || this == STABILIZED;
  }

  /** Whether it is flown here at all; PX4 has more. */
  boolean flown() {
    return switch (this) {
      case ACRO, ALTITUDE_CRUISE, FOLLOW_TARGET, VTOL_TAKEOFF -> false;
      default -> true;
    };
  }

  /** Whether the heartbeat calls it an automatic, guided mode. */
  public boolean auto() {
    return main == 4;
  }

  /**
   * The bit of COM_RCL_EXCEPT that lets manual control be lost in it; 0 for none.
   *
   * @source PX4 failsafe.cpp isFailsafeIgnored; COM_RCL_EXCEPT: mission, auto modes, offboard
   */
  int linkLossException() {
    return switch (this) {
      case MISSION -> 1;
      case HOLD,
          TAKEOFF,
          VTOL_TAKEOFF,
          LAND,
          RTL,
          DESCEND,
          FOLLOW_TARGET,
          PRECISION_LANDING,
          ORBIT ->
          2;
      case OFFBOARD -> 4;
      default -> 0;
    };
  }

  /** Whether it leads to the ground, where it makes no sense to arm. */
  boolean preventsArming() {
    return switch (this) {
      case RTL, LAND, PRECISION_LANDING, DESCEND, TERMINATION, ORBIT, FOLLOW_TARGET -> true;
      default -> false;
    };
  }
}
