package org.vigie.planner.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The autopilots that plans can be written for: what their parameters are called and what the
 * values mean. Names and units change between versions, so each version has its own table, and one
 * that is not listed gets no plan.
 */
public enum Firmware {
  /**
   * ArduCopter 4.6.
   *
   * @source ArduPilot ArduCopter/Parameters.cpp (FS_*, RTL_* in cm, SYSID_MYGCS), mode_rtl.cpp,
   *     libraries/AC_Fence/AC_Fence.cpp (FENCE_*), libraries/AP_Rally/AP_Rally.cpp (RALLY_*),
   *     libraries/AP_BattMonitor/AP_BattMonitor_Params.cpp (BATT_*, mAh),
   *     libraries/AC_WPNav/AC_WPNav.cpp (WPNAV_*, cm and cm/s), ANGLE_MAX in cdeg,
   *     libraries/AP_Motors/AP_MotorsMulticopter.cpp (MOT_SPOOL_TIME)
   */
  ARDUCOPTER_4_6("arducopter-4.6", Autopilot.ARDUPILOT) {
    @Override
    public List<ParameterSetting> parameters(ReturnProfile profile) {
      return with(
          profile,
          set("RTL_ALT", profile.cruiseHeightM() * CM_PER_M),
          set("RTL_ALT_FINAL", 0),
          set("RTL_CLIMB_MIN", 0),
          set("RTL_SPEED", 0),
          set("WPNAV_SPEED", profile.speedMps() * CM_PER_M),
          set("WPNAV_SPEED_UP", profile.climbMps() * CM_PER_M),
          set("WPNAV_SPEED_DN", profile.descentMps() * CM_PER_M),
          set("WPNAV_RADIUS", WAYPOINT_RADIUS_M * CM_PER_M),
          set("WPNAV_ACCEL", LEVEL_MPS2 * CM_PER_M),
          set("WPNAV_ACCEL_Z", VERTICAL_MPS2 * CM_PER_M),
          set("WPNAV_JERK", JERK_MPS3),
          set("LAND_SPEED", LANDING_MPS * CM_PER_M),
          set("LAND_SPEED_HIGH", 0),
          set("LAND_ALT_LOW", LANDING_HEIGHT_M * CM_PER_M),
          set("ANGLE_MAX", Math.rint(lean(profile, LEAN_DEG_MIN) * CDEG_PER_DEG)),
          set("SYSID_MYGCS", STATION_SYSTEM));
    }
  },

  /**
   * ArduCopter 4.7: the same, with lengths and speeds in metres under new names. Versions built
   * while it was developed carry some of the old names.
   *
   * @source ArduPilot ArduCopter/Parameters.cpp, libraries/AC_WPNav/AC_WPNav.cpp,
   *     libraries/GCS_MAVLink/GCS.cpp (MAV_GCS_SYSID), ATC_ANGLE_MAX in degrees; QGroundControl
   *     ArduCopterFirmwarePlugin.cc (names of 4.7 to those of 4.6)
   */
  ARDUCOPTER_4_7("arducopter-4.7", Autopilot.ARDUPILOT) {
    @Override
    public List<ParameterSetting> parameters(ReturnProfile profile) {
      return with(
          profile,
          set("RTL_ALT_M", profile.cruiseHeightM()),
          set("RTL_ALT_FINAL_M", 0),
          set("RTL_CLIMB_MIN_M", 0),
          set("RTL_SPEED_MS", 0),
          set("WP_SPD", profile.speedMps()),
          set("WP_SPD_UP", profile.climbMps()),
          set("WP_SPD_DN", profile.descentMps()),
          set("WP_RADIUS_M", WAYPOINT_RADIUS_M),
          set("WP_ACC", LEVEL_MPS2),
          set("WP_ACC_Z", VERTICAL_MPS2),
          set("WP_JERK", JERK_MPS3),
          set("LAND_SPD_MS", LANDING_MPS),
          set("LAND_SPD_HIGH_MS", 0),
          set("LAND_ALT_LOW_M", LANDING_HEIGHT_M),
          set("ATC_ANGLE_MAX", lean(profile, LEAN_DEG_MIN)),
          set("MAV_GCS_SYSID", STATION_SYSTEM));
    }
  },

  /**
   * PX4 1.16; see {@link Px4Parameters}. It was held against no release: whether 1.16 knows
   * COM_DLL_EXCEPT, with which the loss of the station can be ignored, is not known. So no vehicle
   * is covered by it.
   */
  PX4_1_16("px4-1.16", Autopilot.PX4) {
    @Override
    public boolean covers(String version) {
      return false;
    }

    @Override
    public List<ParameterSetting> parameters(ReturnProfile profile) {
      return Px4Parameters.common(profile);
    }

    @Override
    public ParameterType type(String name) {
      return Px4Parameters.type(name);
    }
  },

  /** PX4 1.17. */
  PX4_1_17("px4-1.17", Autopilot.PX4) {
    @Override
    public List<ParameterSetting> parameters(ReturnProfile profile) {
      return Px4Parameters.since17(profile);
    }

    @Override
    public ParameterType type(String name) {
      return Px4Parameters.type(name);
    }
  };

  /** Speed of the last metres of a landing, metres per second: ArduCopter's default LAND_SPEED. */
  public static final double LANDING_MPS = 0.5;

  /** Height of those last metres: ArduCopter's default LAND_ALT_LOW. */
  public static final double LANDING_HEIGHT_M = 10;

  private static final double CM_PER_M = 100;
  private static final double CDEG_PER_DEG = 100;

  /**
   * With less ArduCopter does not arm.
   *
   * @source ArduPilot ArduCopter/AP_Arming_Copter.cpp: "Check ANGLE_MAX", 10 to 80 degrees
   */
  private static final double LEAN_DEG_MIN = 10;

  /**
   * ArduCopter's defaults WPNAV_ACCEL, WPNAV_ACCEL_Z and WPNAV_JERK: times are reckoned by them.
   */
  private static final double LEVEL_MPS2 = 2.5;

  private static final double VERTICAL_MPS2 = 1;
  private static final double JERK_MPS3 = 1;

  /** ArduCopter's default WPNAV_RADIUS. */
  private static final double WAYPOINT_RADIUS_M = 2;

  /** The only system whose heartbeats keep the ground station failsafe away. */
  private static final double STATION_SYSTEM = 255;

  /** More items than this make uploads long and proofs hard to read. */
  private static final int MISSION_ITEMS_MAX = 100;

  /**
   * What PX4 keeps of fence corners.
   *
   * @source PX4 dataman, DM_KEY_FENCE_POINTS_MAX; a longer list is refused
   */
  private static final int PX4_FENCE_VERTICES_MAX = 64;

  private final String id;
  private final Autopilot autopilot;

  Firmware(String id, Autopilot autopilot) {
    this.id = id;
    this.autopilot = autopilot;
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

  public Autopilot autopilot() {
    return autopilot;
  }

  /** How the link carries a parameter's value; an integer of ArduPilot's is cast to a float. */
  public ParameterType type(String name) {
    return ParameterType.REAL32;
  }

  /** The most items that a mission may have. */
  public int missionItemsMax() {
    return MISSION_ITEMS_MAX;
  }

  /** The most fence corners that it keeps, as far as a limit of its own is known. */
  public int fenceVerticesMax(int asked) {
    return autopilot == Autopilot.PX4 ? Math.min(asked, PX4_FENCE_VERTICES_MAX) : asked;
  }

  /**
   * Whether a vehicle that runs a version stores and means what this table says: a release of it.
   * Names and meanings still change before one.
   *
   * @param version as a vehicle tells it: {@code 4.6.3}, {@code 4.7.0-dev}; empty when it has not
   */
  public boolean covers(String version) {
    return isOf(version) && version.indexOf('-') < 0;
  }

  /** Whether a version is of this table's line, released or not. */
  public boolean isOf(String version) {
    return version.startsWith(id.substring(id.indexOf('-') + 1) + ".");
  }

  /** What no version has renamed, and after it the rest. */
  private static List<ParameterSetting> with(ReturnProfile profile, ParameterSetting... renamed) {
    List<ParameterSetting> unchanged =
        List.of(
            set("FENCE_ENABLE", 1),
            // bit 0 maximum altitude, bit 2 polygons; not bit 1, the circle round home
            set("FENCE_TYPE", 5),
            // brake, or land: a return in a straight line could cross a zone
            set("FENCE_ACTION", 4),
            set("FENCE_ALT_MAX", profile.fenceHeightM()),
            set("FENCE_AUTOENABLE", 0),
            // bit 0 would refuse the pilot's mode while breached
            set("FENCE_OPTIONS", 0),
            // what a return keeps below the ceiling
            set("FENCE_MARGIN", 2),
            // 6: the mission's return path, else RTL
            set("FS_GCS_ENABLE", 6),
            set("FS_GCS_TIMEOUT", 5),
            set("FS_THR_ENABLE", 6),
            set("FS_DR_ENABLE", 6),
            set("FS_EKF_ACTION", 1),
            set("FS_EKF_THRESH", 0.8),
            // no bit: nothing continues the mission when a link is lost
            set("FS_OPTIONS", 0),
            set("BATT_FS_LOW_ACT", 6),
            // land where it is
            set("BATT_FS_CRT_ACT", 1),
            // the nearest of home and rally points, however far
            set("RALLY_LIMIT_KM", 0),
            set("RALLY_INCL_HOME", 1),
            // no cone: a return is always flown at its full height, above home
            set("RTL_CONE_SLOPE", 0),
            set("RTL_ALT_TYPE", 0),
            set("RTL_LOIT_TIME", 5000),
            set("RTL_OPTIONS", 0),
            // a resumed mission goes on where it was: 1 would fly the whole round again
            set("MIS_RESTART", 0),
            // bit 2 would go on behind the landing
            set("MIS_OPTIONS", 0),
            // how long it takes to leave the ground: times are reckoned by these defaults
            set("MOT_SPOOL_TIME", 0.5),
            set("TKOFF_SLEW_TIME", 2),
            // anything else would let the autopilot leave the planned line
            set("OA_TYPE", 0));
    return Stream.of(unchanged.stream(), Arrays.stream(renamed), battery(profile).stream())
        .flatMap(Function.identity())
        .toList();
  }

  private static List<ParameterSetting> battery(ReturnProfile profile) {
    return profile
        .battery()
        .map(
            limits ->
                List.of(
                    set("BATT_CAPACITY", limits.capacityMah()),
                    set("BATT_LOW_MAH", limits.lowMah()),
                    set("BATT_CRT_MAH", limits.criticalMah())))
        .orElse(List.of());
  }

  /**
   * The largest lean that is set: what the aircraft may use, but no less than the autopilot takes.
   * Where that is more, the autopilot's own throttle limit keeps the height; nothing counts on it.
   */
  static double lean(ReturnProfile profile, double leastDeg) {
    return Math.max(leastDeg, profile.leanDeg());
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
   * @param leanDeg largest lean: greatest air speed and thrust for height are reckoned by it
   * @param battery when to turn back and when to land; empty: not known, left as it is set
   */
  public record ReturnProfile(
      double cruiseHeightM,
      double fenceHeightM,
      double speedMps,
      double climbMps,
      double descentMps,
      double leanDeg,
      Optional<BatteryLimits> battery) {}
}
