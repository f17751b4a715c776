package org.vigie.simulator.autopilot.copter;

/** What a failsafe does. */
enum FailsafeAction {
  NONE,
  LAND,
  RTL,
  SMART_RTL_OR_RTL,
  SMART_RTL_OR_LAND,
  TERMINATE,
  RETURN_PATH_OR_RTL,
  BRAKE_OR_LAND;

  /**
   * @source ArduCopter FS_GCS_ENABLE: 2 was "continue in AUTO" and now returns; unknown returns
   */
  static FailsafeAction ofGcs(int parameter) {
    return switch (parameter) {
      case 0 -> NONE;
      case 3 -> SMART_RTL_OR_RTL;
      case 4 -> SMART_RTL_OR_LAND;
      case 5 -> LAND;
      case 6 -> RETURN_PATH_OR_RTL;
      case 7 -> BRAKE_OR_LAND;
      default -> RTL;
    };
  }

  /**
   * @source ArduCopter FS_THR_ENABLE: 2 was "continue in AUTO" and now returns; unknown lands
   */
  static FailsafeAction ofRadio(int parameter) {
    return switch (parameter) {
      case 0 -> NONE;
      case 1, 2 -> RTL;
      case 4 -> SMART_RTL_OR_RTL;
      case 5 -> SMART_RTL_OR_LAND;
      case 6 -> RETURN_PATH_OR_RTL;
      case 7 -> BRAKE_OR_LAND;
      default -> LAND;
    };
  }

  /**
   * @source ArduCopter BATT_FS_LOW_ACT, BATT_FS_CRT_ACT
   */
  static FailsafeAction ofBattery(int parameter) {
    return switch (parameter) {
      case 1 -> LAND;
      case 2 -> RTL;
      case 3 -> SMART_RTL_OR_RTL;
      case 4 -> SMART_RTL_OR_LAND;
      case 5 -> TERMINATE;
      case 6 -> RETURN_PATH_OR_RTL;
      case 7 -> BRAKE_OR_LAND;
      default -> NONE;
    };
  }

  /**
   * @source ArduCopter FENCE_ACTION
   */
  static FailsafeAction ofFence(int parameter) {
    return switch (parameter) {
      case 0 -> NONE;
      case 2 -> LAND;
      case 3 -> SMART_RTL_OR_RTL;
      case 4 -> BRAKE_OR_LAND;
      case 5 -> SMART_RTL_OR_LAND;
      default -> RTL;
    };
  }
}
