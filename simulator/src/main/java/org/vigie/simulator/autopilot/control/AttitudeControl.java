package org.vigie.simulator.autopilot.control;

import java.util.Arrays;
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.physics.Attitude;

/**
 * The fast loops of a flight controller: lean error to body rates, rate error to angular
 * acceleration, and that to motors. Its gains are those that give the closed loop the airframe's
 * tune, motor lag included, as tuning in flight would find them: with angular acceleration {@code
 * a} that lags its command by {@code T}, the command {@code k1 error - k2 rate - k3 a} places the
 * poles at the tune's pair and one faster. Confined to the world's thread.
 *
 * @source the cascade: ArduPilot AC_AttitudeControl_Multi, PX4 mc_att_control and mc_rate_control;
 *     pole placement: Franklin, Powell, Emami-Naeini, Feedback Control of Dynamic Systems, 7.5
 */
public final class AttitudeControl {
  /** The third pole over the tune's frequency. */
  private static final double THIRD_POLE = 1.4;

  /** Integral over proportional gain of the rate loops, 1/s. */
  private static final double INTEGRAL_PER_S = 0.5;

  /** What the integrals may add, radians per second squared: a weak motor, a shifted load. */
  private static final double INTEGRAL_MAX_RADPS2 = 15;

  /** Measured angular acceleration is smoothed. @source ArduPilot ATC_RAT_RLL_FLTD 20 Hz */
  private static final double DERIVATIVE_S = 1 / (2 * Math.PI * 20);

  /** No faster, whatever the error. @source ArduPilot ATC_RATE_R_MAX as people set it: 180 deg/s */
  private static final double RATE_MAX_RADPS = Math.PI;

  private final Mixer mixer;
  private final double fullVolts;
  private final double tiltMaxRad;
  private final double yawRateMaxRadps;
  private final double angleGain;
  private final double rateGain;
  private final double derivativeGain;
  private final double yawGain;
  private double integralRoll;
  private double integralPitch;
  private double integralYaw;
  private double smoothRoll;
  private double smoothPitch;

  public AttitudeControl(Airframe airframe) {
    mixer = new Mixer(airframe);
    fullVolts = airframe.battery().fullVolts();
    Airframe.Tune tune = airframe.tune();
    tiltMaxRad = Math.toRadians(tune.tiltMaxDeg());
    yawRateMaxRadps = Math.toRadians(tune.yawRateMaxDps());
    double lag = airframe.propulsion().timeConstantS();
    double frequency = tune.attitudeFrequencyRadps();
    double pair = 2 * tune.attitudeDamping() * frequency;
    double third = THIRD_POLE * frequency;
    derivativeGain = Math.max(0, (pair + third) * lag - 1);
    rateGain = lag * (frequency * frequency + pair * third);
    angleGain = lag * frequency * frequency * third / rateGain;
    yawGain = 1 / (3 * lag);
  }

  /**
   * One step.
   *
   * @param batteryVolts measured under load; the motors are told more as it sinks
   * @param outputs receives what each speed controller is told, 0 to 1
   */
  public void update(
      NavState nav, Demand demand, double batteryVolts, double[] outputs, double dtS) {
    double voltage = Math.max(0.5, Math.min(1, batteryVolts / fullVolts));
    double share = Math.min(1, demand.throttle());
    if (!(share > Demand.IDLE_THROTTLE)) {
      rest(nav);
      Arrays.fill(outputs, mixer.output(Math.max(0, share)));
      return;
    }
    Attitude at = nav.attitude();
    double lean = Math.sqrt(square(demand.leanEastRad()) + square(demand.leanNorthRad()));
    double held = Math.min(lean, tiltMaxRad);
    double sine = lean < 1e-9 ? 0 : Math.sin(held) / lean;
    double north = sine * demand.leanNorthRad();
    double east = sine * demand.leanEastRad();
    double down = -Math.cos(held);
    // the wanted roof as the body sees it; its own roof is (0, 0, -1)
    double w = at.w();
    double x = at.x();
    double y = at.y();
    double z = at.z();
    double forward =
        (1 - 2 * (y * y + z * z)) * north + 2 * (x * y + w * z) * east + 2 * (x * z - w * y) * down;
    double right =
        2 * (x * y - w * z) * north + (1 - 2 * (x * x + z * z)) * east + 2 * (y * z + w * x) * down;
    double up =
        -(2 * (x * z + w * y) * north
            + 2 * (y * z - w * x) * east
            + (1 - 2 * (x * x + y * y)) * down);
    double across = Math.sqrt(forward * forward + right * right);
    double scale = across < 1e-9 ? 1 : Math.atan2(across, up) / across;
    double wantedRoll = limit(angleGain * scale * right, RATE_MAX_RADPS);
    double wantedPitch = limit(-angleGain * scale * forward, RATE_MAX_RADPS);
    double wantedYaw = limit(demand.yawRateRadps(), yawRateMaxRadps);
    rates(nav, wantedRoll, wantedPitch, wantedYaw, share, voltage, outputs, dtS);
  }

  private void rates(
      NavState nav,
      double wantedRoll,
      double wantedPitch,
      double wantedYaw,
      double share,
      double voltage,
      double[] outputs,
      double dtS) {
    double errorRoll = wantedRoll - nav.rollRateRadps();
    double errorPitch = wantedPitch - nav.pitchRateRadps();
    double errorYaw = wantedYaw - nav.yawRateRadps();
    double accelRoll = (nav.rollRateRadps() - smoothRoll) / DERIVATIVE_S;
    double accelPitch = (nav.pitchRateRadps() - smoothPitch) / DERIVATIVE_S;
    smoothRoll += accelRoll * dtS;
    smoothPitch += accelPitch * dtS;
    integralRoll = integral(integralRoll, rateGain, errorRoll, dtS);
    integralPitch = integral(integralPitch, rateGain, errorPitch, dtS);
    integralYaw = integral(integralYaw, yawGain, errorYaw, dtS);
    mixer.mix(
        share,
        rateGain * errorRoll + integralRoll - derivativeGain * accelRoll,
        rateGain * errorPitch + integralPitch - derivativeGain * accelPitch,
        yawGain * errorYaw + integralYaw,
        voltage,
        outputs);
  }

  private static double integral(double sum, double gain, double error, double dtS) {
    return limit(sum + INTEGRAL_PER_S * gain * error * dtS, INTEGRAL_MAX_RADPS2);
  }

  private void rest(NavState nav) {
    integralRoll = 0;
    integralPitch = 0;
    integralYaw = 0;
    smoothRoll = nav.rollRateRadps();
    smoothPitch = nav.pitchRateRadps();
  }

  private static double limit(double value, double max) {
    return Math.max(-max, Math.min(max, value));
  }

  private static double square(double value) {
    return value * value;
  }
}
