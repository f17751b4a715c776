package org.vigie.simulator.autopilot.px4;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.physics.Vec3;

/**
 * What a station off board asks for, as long as it keeps asking. Confined to the world's thread.
 */
final class Offboard {
  /** PX4 wants them twice a second before it lets the mode in. */
  private static final double STREAM_S = 0.5;

  private final Px4Craft craft;
  private @Nullable Vec3 position;
  private Vec3 velocity = Vec3.ZERO;
  private double yawRad = Double.NaN;
  private double yawRateRadps = Double.NaN;
  private double turnedRad = Double.NaN;
  private double lastS = Double.NEGATIVE_INFINITY;
  private double streamSinceS = Double.NEGATIVE_INFINITY;

  Offboard(Px4Craft craft) {
    this.craft = craft;
  }

  void velocity(Vec3 wanted) {
    position = null;
    velocity = wanted;
    heard();
  }

  void position(Vec3 wanted) {
    position = wanted;
    heard();
  }

  /** Where the nose shall point, NaN for where it is; a heading goes before a rate. */
  void face(double headingRad, double rateRadps) {
    yawRad = headingRad;
    yawRateRadps = rateRadps;
  }

  private double facingRad(double dtS) {
    if (!Double.isNaN(yawRad) || Double.isNaN(yawRateRadps)) {
      turnedRad = Double.NaN;
      return yawRad;
    }
    double from = Double.isNaN(turnedRad) ? craft.nav.yawRad() : turnedRad;
    turnedRad = Math.IEEEremainder(from + yawRateRadps * dtS, 2 * Math.PI);
    return turnedRad;
  }

  private void heard() {
    if (craft.timeS - lastS > STREAM_S) {
      streamSinceS = craft.timeS;
    }
    lastS = craft.timeS;
  }

  /** Whether setpoints come; a stream must have lasted before it counts. */
  boolean alive() {
    double lossS = craft.params.get("COM_OF_LOSS_T", 0, 60);
    return craft.timeS - lastS <= lossS && lastS - streamSinceS >= STREAM_S;
  }

  /** What flies it. */
  Motion motion() {
    return new Motion() {
      private final Steered steered = new Steered(craft, () -> velocity);
      private @Nullable Vec3 heading;
      private Motion line = new Hold(craft);

      @Override
      public Setpoint run(double dtS) {
        return way(dtS).facing(facingRad(dtS));
      }

      private Setpoint way(double dtS) {
        Vec3 to = position;
        if (to == null) {
          heading = null;
          return steered.run(dtS);
        }
        Vec3 before = heading;
        if (before == null || before.minus(to).length() > 0.5) {
          heading = to;
          line = new Line(craft, to, 0, 0);
        }
        return line.run(dtS);
      }

      @Override
      public boolean takingOff() {
        Vec3 to = position;
        return to == null ? steered.takingOff() : to.up() > craft.nav.position().up() + 0.5;
      }
    };
  }
}
