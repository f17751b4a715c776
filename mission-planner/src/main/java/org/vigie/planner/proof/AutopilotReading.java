package org.vigie.planner.proof;

import java.util.List;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.Autopilot;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.plan.FlightPlan;

/**
 * What an autopilot makes of a stored plan: which legs it flies, from where it returns how, which
 * of its parameters say what the checks ask for.
 */
sealed interface AutopilotReading permits ArduCopterReading, Px4Reading {
  /** The reading of the autopilot that a plan is for; an unknown one fails by its parameters. */
  static AutopilotReading of(FlightPlan plan) {
    return autopilot(plan) == Autopilot.PX4 ? new Px4Reading() : new ArduCopterReading();
  }

  static Autopilot autopilot(FlightPlan plan) {
    return Firmware.find(plan.firmware()).map(Firmware::autopilot).orElse(Autopilot.ARDUPILOT);
  }

  /**
   * By what the autopilot judges its battery, milliampere-hours; NaN where the plan does not say.
   *
   * @param counted what it counts down from
   * @param low left when it turns back
   * @param critical left when it lands where it is
   */
  record Charge(double counted, double low, double critical) {}

  /** The legs that it flies, and the places among which a return picks one. */
  FlownMission mission(FlightPlan plan, Plane plane);

  /** From where a return may go to which place first. */
  List<ReturnStretch> returns(Case c);

  /** The speed at which a return that begins on a way is flown. */
  double[] returnSpeedsMps(Case c, Way way);

  /** The return that the mission's way back has no part in. */
  PlainReturn plainReturn(Case c);

  /** Whether a failsafe that the plan configures leads to it, or may. */
  boolean isPlainReturnConfigured(Case c);

  /** The parameter that is the fence's ceiling. */
  String ceiling();

  /** Seconds from the last heartbeat to the beginning of the return. */
  double lostLinkS(Case c);

  /** The parameter that says so first. */
  String lostLink();

  Charge charge(Case c);

  /** The parameters of {@link Charge}, in its order. */
  List<String> charges();

  /** How long it goes on at its last speed once the position is lost, seconds. */
  double coastS();

  /** From losing its position until it stands on the ground, seconds, the coasting left out. */
  double blindLandingS(Case c, double heightM);

  /** The parameter that makes it land without a position. */
  String blind();

  /** The fence corners that it can keep. */
  int fenceVerticesMax(int asked);

  /** What its proof rests on beside what all rest on. */
  List<ProofBound> bounds();
}
