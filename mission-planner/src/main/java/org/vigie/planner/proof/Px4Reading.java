package org.vigie.planner.proof;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.request.HomeError;

/**
 * PX4 with RTL_TYPE 2 and a mission without a landing: every return, from whatever mode, is the
 * mission flown back to its first place and down at home.
 *
 * @source PX4 rtl.cpp setRtlTypeAndDestination, rtl_mission_fast_reverse.cpp; failsafe.cpp
 */
record Px4Reading() implements AutopilotReading {
  /**
   * How long the mission goes on, and how long it then takes to stop.
   *
   * @source recorded loss of GNSS in a mission: AUTO.LAND after 5.1 s, in another after 6.0 s; the
   *     braking as ArduCopter's
   */
  static final double COAST_S = 6.0 + FailureChecks.COAST_S;

  @Override
  public FlownMission mission(FlightPlan plan, Plane plane) {
    return Px4Mission.read(plan, plane);
  }

  @Override
  public List<ReturnStretch> returns(Case c) {
    return new Px4Returns(c.plan(), c.mission(), c.ways()).stretches();
  }

  /** A change of speed in the mission is not kept by a return. */
  @Override
  public double[] returnSpeedsMps(Case c, Way way) {
    return new double[] {c.setting("MPC_XY_CRUISE").orElse(Double.NaN)};
  }

  /**
   * Straight to home or to a rally point, where the mission is no longer valid: none arms without
   * one, and none is changed in flight, so that only a store that fails leads to it.
   *
   * @source PX4 rtl.cpp (RTL_TYPE 2 without a mission returns as type 0), rtl_direct.cpp
   */
  @Override
  public PlainReturn plainReturn(Case c) {
    return PlainReturn.px4(c);
  }

  @Override
  public boolean isPlainReturnConfigured(Case c) {
    return c.mission().returnLegs().isEmpty();
  }

  @Override
  public String ceiling() {
    return "GF_MAX_VER_DIST";
  }

  @Override
  public double lostLinkS(Case c) {
    return c.setting(lostLink()).orElse(Double.NaN)
        + c.setting("COM_FAIL_ACT_T").orElse(Double.NaN);
  }

  @Override
  public String lostLink() {
    return "COM_DL_LOSS_T";
  }

  @Override
  public Charge charge(Case c) {
    double capacityMah = c.setting("BAT1_CAPACITY").orElse(Double.NaN);
    return new Charge(
        capacityMah,
        whole(capacityMah, c.setting("BAT_CRIT_THR")),
        whole(capacityMah, c.setting("BAT_EMERGEN_THR")));
  }

  /** Thresholds are parts of the capacity, kept as floats. */
  private static double whole(double capacityMah, OptionalDouble part) {
    return Math.rint(capacityMah * part.orElse(Double.NaN));
  }

  @Override
  public List<String> charges() {
    return List.of("BAT1_CAPACITY", "BAT_CRIT_THR", "BAT_EMERGEN_THR");
  }

  @Override
  public double coastS() {
    return COAST_S;
  }

  /** Without a position it sinks at the landing speed all the way. */
  @Override
  public double blindLandingS(Case c, double heightM) {
    double deeperM = Math.max(0, c.homeM() - c.ground().lowestM().orElseThrow());
    return (heightM + deeperM + HomeError.VERTICAL_M)
        / c.setting("MPC_LAND_SPEED").orElse(Double.NaN);
  }

  @Override
  public String blind() {
    return "COM_POS_FS_EPH";
  }

  @Override
  public int fenceVerticesMax(int asked) {
    return Math.min(asked, Firmware.PX4_1_17.fenceVerticesMax(asked));
  }

  @Override
  public List<ProofBound> bounds() {
    return List.of(
        new ProofBound(
            "gnss-loss-coast",
            COAST_S,
            "s",
            0,
            "recorded PX4 flights without GNSS: the mission goes on for up to 6.0 s"),
        new ProofBound(
            "return-from-mission",
            2,
            "places",
            0,
            "PX4 rtl_mission_fast_reverse.cpp: the place passed last, or the one before it"));
  }
}
