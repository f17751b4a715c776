package org.vigie.simulator.autopilot.copter;

import java.util.Arrays;
import org.vigie.simulator.autopilot.param.Parameters;

/**
 * The pilot's sticks: a transmitter that lies at rest with its throttle down, and stations that
 * override it. Confined to the world's thread.
 *
 * @source recordings: RC_CHANNELS 1500 1500 1000 1500 without a transmitter; ArduPilot RC_Channel:
 *     an override that is not repeated within RC_OVERRIDE_TIME ends; ArduCopter
 *     get_pilot_desired_climb_rate, get_pilot_desired_throttle
 */
final class Sticks {
  static final int ROLL = 0;
  static final int PITCH = 1;
  static final int THROTTLE = 2;
  static final int YAW = 3;

  /** Channels that RC_CHANNELS shows here. */
  static final int CHANNELS = 8;

  private static final int LOW_PWM = 1000;
  private static final int CENTRE_PWM = 1500;
  private static final int HIGH_PWM = 2000;
  private static final int TRAVEL_PWM = 500;

  /** Dead zone round the centre. @source RC1_DZ 20 */
  private static final int DEAD_PWM = 20;

  /** The transmitter at rest, as the recordings show its channels. */
  private static final int[] REST = {1500, 1500, 1000, 1500, 1800, 1000, 1000, 1800};

  private final Parameters params;
  private final int[] override = new int[CHANNELS];
  private final double[] overrideS = new double[CHANNELS];
  private boolean transmitter = true;

  Sticks(Parameters params) {
    this.params = params;
  }

  /** Whether the receiver hears its transmitter; a fault takes it away. */
  void transmitter(boolean heard) {
    transmitter = heard;
  }

  /**
   * Overrides a channel.
   *
   * @param pwm microseconds; 0 gives the channel back
   */
  void override(int channel, int pwm, double nowS) {
    override[channel] = pwm == 0 ? 0 : Math.max(800, Math.min(2200, pwm));
    overrideS[channel] = nowS;
  }

  /** A station that is lost overrides nothing. */
  void forget() {
    Arrays.fill(override, 0);
  }

  private boolean overridden(int channel, double nowS) {
    double timeS = params.get("RC_OVERRIDE_TIME");
    boolean fresh = timeS < 0 || nowS - overrideS[channel] < timeS;
    return timeS != 0 && override[channel] != 0 && fresh;
  }

  /** Whether anything says where the sticks are. */
  boolean heard(double nowS) {
    return transmitter || overridden(THROTTLE, nowS);
  }

  int pwm(int channel, double nowS) {
    return overridden(channel, nowS) ? override[channel] : REST[channel];
  }

  /** Deflection of a centred stick, -1 to 1. */
  double deflection(int channel, double nowS) {
    if (!heard(nowS)) {
      return 0;
    }
    int off = pwm(channel, nowS) - CENTRE_PWM;
    int beyond = Math.max(0, Math.abs(off) - DEAD_PWM);
    return Math.signum(off) * Math.min(1, beyond / (double) (TRAVEL_PWM - DEAD_PWM));
  }

  /** Throttle stick, 0 to 1. */
  double throttle(double nowS) {
    double share = (pwm(THROTTLE, nowS) - LOW_PWM) / (double) (HIGH_PWM - LOW_PWM);
    return heard(nowS) ? Math.max(0, Math.min(1, share)) : 0;
  }

  boolean throttleDown(double nowS) {
    return throttle(nowS) < 0.03;
  }

  /** Climb that the throttle stick asks for, m/s; 0 in the dead zone round its middle. */
  double climbMps(double nowS) {
    if (!heard(nowS)) {
      return 0;
    }
    double zone = Math.max(0, Math.min(400, params.get("THR_DZ"))) / 1000.0;
    double stick = throttle(nowS);
    double up = params.si("pilot-climb-speed");
    double down = params.si("pilot-sink-speed");
    double low = 0.5 - zone;
    double high = 0.5 + zone;
    if (stick < low) {
      return (down == 0 ? Math.abs(up) : Math.abs(down)) * (stick - low) / low;
    }
    return stick > high ? up * (stick - high) / (1 - high) : 0;
  }

  /** Thrust that the throttle stick asks for, its middle being the hover. */
  double thrust(double hoverThrottle, double nowS) {
    double stick = throttle(nowS);
    double expo = Math.max(-0.5, Math.min(1, -(hoverThrottle - 0.5) / 0.375));
    return stick * (1 - expo) + expo * stick * stick * stick;
  }

  /** MANUAL_CONTROL: -1000 to 1000 each, throttle from 0; what is outside leaves a stick alone. */
  void manual(int pitch, int roll, int throttle, int yaw, double nowS) {
    stick(ROLL, roll, nowS);
    stick(PITCH, -pitch, nowS);
    if (throttle >= 0 && throttle <= 1000) {
      override(THROTTLE, 1000 + throttle, nowS);
    }
    stick(YAW, yaw, nowS);
  }

  private void stick(int channel, int value, double nowS) {
    if (value >= -1000 && value <= 1000) {
      override(channel, 1500 + value / 2, nowS);
    }
  }
}
