package org.vigie.simulator.autopilot.control;

import org.vigie.simulator.physics.Airframe;

/**
 * Turns a collective thrust and three angular accelerations into what each speed controller is
 * told. When the motors cannot do it all, leaning comes first, then thrust, then turning about the
 * vertical.
 *
 * @source the order of priorities: ArduPilot AP_MotorsMatrix.cpp output_armed_stabilizing; PX4
 *     ControlAllocation, airmode off
 */
final class Mixer {
  /** Below, propellers stall their motors. @source ArduPilot MOT_SPIN_MIN 0.15 of full speed */
  private static final double SHARE_MIN = 0.02;

  /** How much thrust may be added so that a lean can be held. @source ArduPilot ATC_THR_MIX_MIN */
  private static final double RAISE_MAX = 0.1;

  private final double[] rollShare;
  private final double[] pitchShare;
  private final double[] yawShare;
  private final double[] lean;
  private final double expo;

  Mixer(Airframe airframe) {
    int count = airframe.rotors().size();
    double thrust = airframe.propulsion().thrustMaxN();
    double rights = 0;
    double forwards = 0;
    for (Airframe.Arm arm : airframe.rotors()) {
      rights += arm.rightM() * arm.rightM();
      forwards += arm.forwardM() * arm.forwardM();
    }
    double turning = count * airframe.propulsion().torquePerThrustM();
    rollShare = new double[count];
    pitchShare = new double[count];
    yawShare = new double[count];
    lean = new double[count];
    for (int i = 0; i < count; i++) {
      Airframe.Arm arm = airframe.rotors().get(i);
      rollShare[i] = -arm.rightM() / rights * airframe.inertia().rollKgm2() / thrust;
      pitchShare[i] = arm.forwardM() / forwards * airframe.inertia().pitchKgm2() / thrust;
      double sense = arm.spin() == Airframe.Spin.CCW ? 1 : -1;
      yawShare[i] = sense / turning * airframe.inertia().yawKgm2() / thrust;
    }
    expo = airframe.propulsion().expo();
  }

  /**
   * One step.
   *
   * @param share of full thrust
   * @param rollRadps2 wanted angular acceleration
   * @param voltageShare battery voltage over that of a full one
   * @param outputs receives what each speed controller is told, 0 to 1
   */
  void mix(
      double share,
      double rollRadps2,
      double pitchRadps2,
      double yawRadps2,
      double voltageShare,
      double[] outputs) {
    double least = 0;
    double most = 0;
    for (int i = 0; i < lean.length; i++) {
      lean[i] = rollShare[i] * rollRadps2 + pitchShare[i] * pitchRadps2;
      least = Math.min(least, lean[i]);
      most = Math.max(most, lean[i]);
    }
    double raised = Math.min(1, Math.max(share, Math.min(share + RAISE_MAX, SHARE_MIN - least)));
    double base = Math.max(Math.min(raised, 1 - most), Math.min(raised, SHARE_MIN - least));
    double room = Math.min(fit(1 - base, most), fit(base - SHARE_MIN, -least));
    double turn = 1;
    for (int i = 0; i < lean.length; i++) {
      double yaw = yawShare[i] * yawRadps2;
      double now = base + room * lean[i];
      turn = Math.min(turn, yaw > 0 ? fit(1 - now, yaw) : fit(now - SHARE_MIN, -yaw));
    }
    for (int i = 0; i < lean.length; i++) {
      double thrust = base + room * lean[i] + turn * yawShare[i] * yawRadps2;
      outputs[i] = output(thrust / (voltageShare * voltageShare));
    }
  }

  /** How much of a change fits into a room, 0 to 1. */
  private static double fit(double room, double change) {
    return change <= room ? 1 : Math.max(0, room) / change;
  }

  /** What a speed controller must be told for a share of full thrust. */
  double output(double thrustShare) {
    double share = Math.max(0, Math.min(1, thrustShare));
    if (expo < 1e-6) {
      return share;
    }
    double straight = 1 - expo;
    return (Math.sqrt(straight * straight + 4 * expo * share) - straight) / (2 * expo);
  }
}
