package org.vigie.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.planner.plan.Firmware.ReturnProfile;

/**
 * PX4's parameters that decide returns, failsafes and fence. Every return is the mission flown back
 * (RTL_TYPE 2 of a mission without a landing): out and back on the one way that was proven.
 *
 * @source names, types and units as PX4 1.17 lists them (recorded); PX4 rtl_params,
 *     geofence_params, commander_params, mission_params, battery module.yaml, mc_pos_control
 *     *_params; failsafe.cpp
 */
final class Px4Parameters {
  /** Those that are integers; the bytes of a float would be another number. */
  private static final Set<String> INTEGERS =
      Set.of(
          "RTL_TYPE",
          "RTL_CONE_ANG",
          "RTL_PLD_MD",
          "GF_ACTION",
          "GF_SOURCE",
          "GF_PREDICT",
          "NAV_DLL_ACT",
          "NAV_RCL_ACT",
          "NAV_TRAFF_AVOID",
          "COM_DL_LOSS_T",
          "COM_DLL_EXCEPT",
          "COM_RCL_EXCEPT",
          "COM_LOW_BAT_ACT",
          "COM_FLT_TIME_MAX",
          "COM_FLTT_LOW_ACT",
          "COM_POS_LOW_ACT",
          "COM_WIND_MAX_ACT",
          "COM_IMB_PROP_ACT",
          "COM_ACT_FAIL_ACT",
          "COM_TAKEOFF_ACT",
          "COM_HOME_EN",
          "COM_HOME_IN_AIR",
          "COM_ARM_WO_GPS",
          "COM_ARM_MIS_REQ",
          "MIS_MNT_YAW_CTL");

  /** What PX4 calls low, above what turns it back; its action there is a text. */
  private static final double WARNED_EARLIER = 0.05;

  /**
   * The least that MPC_TILTMAX_AIR may be.
   *
   * @source PX4 multicopter_position_control_limits_params.c, 20 to 89 degrees
   */
  private static final double LEAN_DEG_MIN = 20;

  /** PX4's default MPC_LAND_SPEED, metres per second. */
  private static final double LANDING_MPS = 0.7;

  /** PX4's default MPC_XY_VEL_MAX; a faster cruise needs more. */
  private static final double LEVEL_MPS_MAX = 12;

  private final List<ParameterSetting> settings = new ArrayList<>();

  private Px4Parameters() {}

  static ParameterType type(String name) {
    return INTEGERS.contains(name) ? ParameterType.INT32 : ParameterType.REAL32;
  }

  /** What 1.16 and 1.17 both know. */
  static List<ParameterSetting> common(ReturnProfile profile) {
    Px4Parameters table = new Px4Parameters();
    table.returns(profile);
    table.fence(profile);
    table.failsafes();
    table.flight(profile);
    profile.battery().ifPresent(table::battery);
    return List.copyOf(table.settings);
  }

  /** What decides in 1.17 beside that. */
  static List<ParameterSetting> since17(ReturnProfile profile) {
    Px4Parameters table = new Px4Parameters();
    table.settings.addAll(common(profile));
    // no mode in which the loss of the station is ignored
    table.set("COM_DLL_EXCEPT", 0);
    return List.copyOf(table.settings);
  }

  private void returns(ReturnProfile profile) {
    // the mission's path: back the way it came where the mission has no landing
    set("RTL_TYPE", 2);
    // of a return without a valid mission, which no proof covers: as high as everything else
    set("RTL_RETURN_ALT", profile.cruiseHeightM());
    set("RTL_DESCEND_ALT", profile.cruiseHeightM());
    set("RTL_CONE_ANG", 0);
    set("RTL_MIN_DIST", 10);
    set("RTL_LAND_DELAY", 0);
    set("RTL_PLD_MD", 0);
  }

  private void fence(ReturnProfile profile) {
    // hold: a return begins where the station says so
    set("GF_ACTION", 2);
    set("GF_SOURCE", 0);
    set("GF_PREDICT", 0);
    set("GF_MAX_HOR_DIST", 0);
    set("GF_MAX_VER_DIST", profile.fenceHeightM());
  }

  private void failsafes() {
    set("NAV_DLL_ACT", 2);
    set("COM_DL_LOSS_T", 10);
    set("NAV_RCL_ACT", 2);
    set("COM_RC_LOSS_T", 0.5);
    // no mode in which the loss of the transmitter is ignored
    set("COM_RCL_EXCEPT", 0);
    // a hold before each action, in which a person may take over
    set("COM_FAIL_ACT_T", 5);
    // back when critical, down where it is in an emergency
    set("COM_LOW_BAT_ACT", 3);
    set("COM_FLT_TIME_MAX", -1);
    set("COM_FLTT_LOW_ACT", 0);
    set("COM_POS_FS_EPH", 5);
    set("COM_POS_LOW_ACT", 3);
    set("COM_POS_LOW_EPH", -1);
    set("COM_WIND_MAX", -1);
    set("COM_WIND_MAX_ACT", 0);
    set("COM_IMB_PROP_ACT", 0);
    set("COM_ACT_FAIL_ACT", 0);
    // only said: traffic is the station's to see
    set("NAV_TRAFF_AVOID", 1);
    set("COM_ARM_WO_GPS", 0);
    set("COM_ARM_MIS_REQ", 1);
    set("COM_HOME_EN", 1);
    set("COM_HOME_IN_AIR", 0);
  }

  private void flight(ReturnProfile profile) {
    set("COM_TAKEOFF_ACT", 0);
    set("MIS_TAKEOFF_ALT", 2.5);
    set("MIS_MNT_YAW_CTL", 0);
    set("MIS_YAW_TMT", -1);
    set("NAV_ACC_RAD", 2);
    set("NAV_MC_ALT_RAD", 0.8);
    // the speed of every return: a change of speed in the mission is not kept
    set("MPC_XY_CRUISE", profile.speedMps());
    set("MPC_XY_VEL_MAX", Math.max(LEVEL_MPS_MAX, profile.speedMps()));
    set("MPC_Z_V_AUTO_UP", profile.climbMps());
    set("MPC_Z_V_AUTO_DN", profile.descentMps());
    set("MPC_Z_VEL_MAX_UP", profile.climbMps());
    set("MPC_Z_VEL_MAX_DN", profile.descentMps());
    set("MPC_TKO_SPEED", profile.climbMps());
    set("MPC_TKO_RAMP_T", 3);
    set("COM_SPOOLUP_TIME", 1);
    set("MPC_TILTMAX_AIR", Firmware.lean(profile, LEAN_DEG_MIN));
    set("MPC_ACC_HOR", 3);
    set("MPC_JERK_AUTO", 4);
    // without a position it sinks all the way at this speed, and drifts: no slower than PX4's
    // default
    set("MPC_LAND_SPEED", LANDING_MPS);
    set("MPC_LAND_ALT1", Firmware.LANDING_HEIGHT_M);
    set("MPC_LAND_ALT2", Firmware.LANDING_HEIGHT_M / 2);
  }

  private void battery(BatteryLimits limits) {
    double critical = (double) limits.lowMah() / limits.capacityMah();
    set("BAT1_CAPACITY", limits.capacityMah());
    set("BAT_LOW_THR", critical + WARNED_EARLIER);
    set("BAT_CRIT_THR", critical);
    set("BAT_EMERGEN_THR", (double) limits.criticalMah() / limits.capacityMah());
  }

  private void set(String name, double value) {
    settings.add(new ParameterSetting(name, (float) value));
  }
}
