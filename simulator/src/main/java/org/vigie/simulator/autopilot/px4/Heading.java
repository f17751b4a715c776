package org.vigie.simulator.autopilot.px4;

import org.jspecify.annotations.Nullable;
import org.vigie.simulator.physics.Vec3;

/** Where the nose points: at a region of interest, along the path, or where it is. */
final class Heading {
  private final Px4Craft craft;
  private double wantedRad;

  Heading(Px4Craft craft) {
    this.craft = craft;
  }

  /** Takes the present heading. */
  void hold() {
    wantedRad = craft.nav.yawRad();
  }

  /**
   * One step.
   *
   * @param facingRad heading along the path, NaN to stay
   */
  double update(double facingRad, double dtS) {
    double goal = facingRad;
    Vec3 place = craft.interest;
    if (place != null) {
      goal = towards(place, goal);
    }
    if (!Double.isNaN(goal)) {
      double error = Math.IEEEremainder(goal - wantedRad, 2 * Math.PI);
      double step = rateMaxRadps() * dtS;
      wantedRad =
          Math.IEEEremainder(wantedRad + Math.max(-step, Math.min(step, error)), 2 * Math.PI);
    }
    return wantedRad;
  }

  private double towards(@Nullable Vec3 place, double otherwise) {
    if (place == null) {
      return otherwise;
    }
    Vec3 way = place.minus(craft.nav.position());
    return way.horizontal() < 1 ? Double.NaN : Math.atan2(way.east(), way.north());
  }

  double rateMaxRadps() {
    return Math.toRadians(craft.params.get("MPC_YAWRAUTO_MAX", 5, 360));
  }
}
