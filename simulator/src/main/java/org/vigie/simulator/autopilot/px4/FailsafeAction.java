package org.vigie.simulator.autopilot.px4;

/**
 * What a failsafe does, mildest first; the number is the one that events carry.
 *
 * @source PX4 failsafe/framework.h Action
 */
enum FailsafeAction {
  NONE(0),
  WARN(1),
  FALLBACK_POSITION(2),
  FALLBACK_ALTITUDE(3),
  FALLBACK_STABILISED(4),
  HOLD(5),
  RTL(6),
  LAND(7),
  DESCEND(8),
  DISARM(9),
  TERMINATE(10);

  private final int number;

  FailsafeAction(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** The mode that carries it out; the wanted one when nothing is to be done. */
  Px4Mode mode(Px4Mode wanted) {
    return switch (this) {
      case FALLBACK_POSITION -> Px4Mode.POSCTL;
      case FALLBACK_ALTITUDE -> Px4Mode.ALTCTL;
      case FALLBACK_STABILISED -> Px4Mode.STABILIZED;
      case HOLD -> Px4Mode.HOLD;
      case RTL -> Px4Mode.RTL;
      case LAND -> Px4Mode.LAND;
      case DESCEND -> Px4Mode.DESCEND;
      case TERMINATE -> Px4Mode.TERMINATION;
      case NONE, WARN, DISARM -> wanted;
    };
  }

  boolean worseThan(FailsafeAction other) {
    return number > other.number;
  }

  /** NAV_DLL_ACT and NAV_RCL_ACT. */
  static FailsafeAction ofLinkLoss(int setting) {
    return switch (setting) {
      case 1 -> HOLD;
      case 2 -> RTL;
      case 3 -> LAND;
      case 5 -> TERMINATE;
      case 6 -> DISARM;
      default -> NONE;
    };
  }

  /** GF_ACTION. */
  static FailsafeAction ofGeofence(int setting) {
    return switch (setting) {
      case 0 -> NONE;
      case 2 -> HOLD;
      case 3 -> RTL;
      case 4 -> TERMINATE;
      case 5 -> LAND;
      default -> WARN;
    };
  }

  /** COM_ARM_ODID: what is less than a return matters before arming alone. */
  static FailsafeAction ofRemoteIdLoss(int setting) {
    return switch (setting) {
      case 3 -> RTL;
      case 4 -> LAND;
      case 5 -> TERMINATE;
      default -> NONE;
    };
  }

  /** COM_LOW_BAT_ACT. */
  static FailsafeAction ofBattery(int setting, Battery.Warning warning) {
    return switch (warning) {
      case NONE -> NONE;
      case LOW -> WARN;
      case CRITICAL ->
          switch (setting) {
            case 1, 3 -> RTL;
            case 2 -> LAND;
            default -> WARN;
          };
      case EMERGENCY ->
          switch (setting) {
            case 1 -> RTL;
            case 2, 3 -> LAND;
            default -> WARN;
          };
    };
  }

  /** COM_OBL_RC_ACT. */
  static FailsafeAction ofOffboardLoss(int setting) {
    return switch (setting) {
      case 1 -> FALLBACK_ALTITUDE;
      case 2 -> FALLBACK_STABILISED;
      case 3 -> RTL;
      case 4 -> LAND;
      case 5 -> HOLD;
      case 6 -> TERMINATE;
      case 7 -> DISARM;
      default -> FALLBACK_POSITION;
    };
  }
}
