package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.request.HomeError;

/** ArduCopter: AUTO_RTL to the nearest leg of the return path, a plain RTL beside it. */
record ArduCopterReading() implements AutopilotReading {
  @Override
  public FlownMission mission(FlightPlan plan, Plane plane) {
    return FlownMission.read(plan, plane);
  }

  @Override
  public List<ReturnStretch> returns(Case c) {
    List<ReturnStretch> stretches = new ArrayList<>();
    for (Way way : c.ways()) {
      stretches.addAll(ReturnStretch.of(way, c.mission().returnLegs()));
    }
    return stretches;
  }

  @Override
  public double[] returnSpeedsMps(Case c, Way way) {
    double mostMps = c.inputs().aircraft().commandMps(c.inputs().wind());
    double speedMps = Math.min(way.leg().speedMps(), mostMps);
    return speedMps > 0 && speedMps < mostMps
        ? new double[] {speedMps, mostMps}
        : new double[] {mostMps};
  }

  @Override
  public PlainReturn plainReturn(Case c) {
    return PlainReturn.of(c);
  }

  @Override
  public boolean isPlainReturnConfigured(Case c) {
    return PlainReturn.isConfigured(c);
  }

  @Override
  public String ceiling() {
    return "FENCE_ALT_MAX";
  }

  @Override
  public double lostLinkS(Case c) {
    return c.setting(lostLink()).orElse(Double.NaN);
  }

  @Override
  public String lostLink() {
    return "FS_GCS_TIMEOUT";
  }

  @Override
  public Charge charge(Case c) {
    return new Charge(
        c.setting("BATT_CAPACITY").orElse(Double.NaN),
        c.setting("BATT_LOW_MAH").orElse(Double.NaN),
        c.setting("BATT_CRT_MAH").orElse(Double.NaN));
  }

  @Override
  public List<String> charges() {
    return List.of("BATT_CAPACITY", "BATT_LOW_MAH", "BATT_CRT_MAH");
  }

  @Override
  public double coastS() {
    return FailureChecks.COAST_S;
  }

  /** From a height above home to the lowest ground below; low over home it is slow. */
  @Override
  public double blindLandingS(Case c, double heightM) {
    double deeperM = Math.max(0, c.homeM() - c.ground().lowestM().orElseThrow());
    double lastM = Math.min(heightM, Firmware.LANDING_HEIGHT_M) + deeperM + HomeError.VERTICAL_M;
    double fastM = Math.max(0, heightM - Firmware.LANDING_HEIGHT_M);
    return FailureChecks.PAUSE_S
        + fastM / c.inputs().aircraft().descentMps()
        + lastM / Firmware.LANDING_MPS;
  }

  @Override
  public String blind() {
    return "FS_EKF_ACTION";
  }

  @Override
  public int fenceVerticesMax(int asked) {
    return asked;
  }

  @Override
  public List<ProofBound> bounds() {
    return Basis.ARDUCOPTER;
  }
}
