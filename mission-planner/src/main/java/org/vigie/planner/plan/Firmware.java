package org.vigie.planner.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The autopilots that plans can be written for: what their parameters are called and what the
 * values mean. Names and units change between versions, so each version has its own table, and one
 * that is not listed gets no plan.
 */
public enum Firmware {
  /**
   * ArduCopter 4.6.
   *
   * @source ArduPilot ArduCopter/Parameters.cpp (FS_*, RTL_ALT in cm, SYSID_MYGCS),
   *     libraries/AC_Fence/AC_Fence.cpp (FENCE_*), libraries/AP_BattMonitor/
   *     AP_BattMonitor_Params.cpp (BATT_FS_*), libraries/AC_WPNav/AC_WPNav.cpp (WPNAV_*, cm and
   *     cm/s)
   */
  ARDUCOPTER_4_6("arducopter-4.6", 100) {
    @Override
    public List<ParameterSetting> parameters(ReturnProfile profile) {
      return List.of(
          set("FENCE_ENABLE", 1),
          // bit 0 maximum altitude, bit 2 polygons; not bit 1, the circle round home
          set("FENCE_TYPE", 5),
          // brake, or land: a return in a straight line could cross a zone
          set("FENCE_ACTION", 4),
          set("FENCE_ALT_MAX", profile.fenceHeightM()),
          set("FENCE_AUTOENABLE", 0),
          // bit 0 would refuse the pilot's mode while breached
          set("FENCE_OPTIONS", 0),
          // 6: the mission's return path, else RTL
          set("FS_GCS_ENABLE", 6),
          set("FS_GCS_TIMEOUT", 5),
          set("FS_THR_ENABLE", 6),
          set("FS_DR_ENABLE", 6),
          set("FS_EKF_ACTION", 1),
          // no bit: nothing continues the mission when a link is lost
          set("FS_OPTIONS", 0),
          set("BATT_FS_LOW_ACT", 6),
          // land where it is
          set("BATT_FS_CRT_ACT", 1),
          set("RTL_ALT", profile.cruiseHeightM() * CM_PER_M),
          set("WPNAV_SPEED", profile.speedMps() * CM_PER_M),
          set("WPNAV_SPEED_UP", profile.climbMps() * CM_PER_M),
          set("WPNAV_SPEED_DN", profile.descentMps() * CM_PER_M),
          set("WPNAV_RADIUS", 200),
          set("LAND_SPEED", LANDING_MPS * CM_PER_M),
          // anything else would let the autopilot leave the planned line
          set("OA_TYPE", 0),
          set("SYSID_MYGCS", 255));
    }
  };

  /** Speed of the last metres of a landing, metres per second: ArduCopter's default LAND_SPEED. */
  public static final double LANDING_MPS = 0.5;

  /** Height of those last metres: ArduCopter's default LAND_ALT_LOW. */
  public static final double LANDING_HEIGHT_M = 10;

  private static final double CM_PER_M = 100;

  private final String id;
  private final int missionItemsMax;

  Firmware(String id, int missionItemsMax) {
    this.id = id;
    this.missionItemsMax = missionItemsMax;
  }

  /** The table of a firmware, if there is one. */
  public static Optional<Firmware> find(String id) {
    return Arrays.stream(values()).filter(firmware -> firmware.id.equals(id)).findFirst();
  }

  /** The parameters that decide returns, fence and failsafes, as PARAM_VALUE carries them. */
  public abstract List<ParameterSetting> parameters(ReturnProfile profile);

  public String id() {
    return id;
  }

  /** More items than this make uploads long and proofs hard to read. */
  public int missionItemsMax() {
    return missionItemsMax;
  }

  private static ParameterSetting set(String name, double value) {
    return new ParameterSetting(name, (float) value);
  }

  /**
   * What the parameters follow from.
   *
   * @param cruiseHeightM height of all legs above home
   * @param fenceHeightM ceiling of the fence above home
   * @param speedMps greatest ground speed
   */
  public record ReturnProfile(
      double cruiseHeightM,
      double fenceHeightM,
      double speedMps,
      double climbMps,
      double descentMps) {}
}
