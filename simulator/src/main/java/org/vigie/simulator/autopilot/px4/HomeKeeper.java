package org.vigie.simulator.autopilot.px4;

import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.physics.Vec3;

/**
 * Keeps home where the craft stands until it flies, unless a station has set it.
 *
 * @source PX4 HomePosition.cpp; recording p10
 */
final class HomeKeeper {
  /** Before arming home follows the estimate when it is off by more. */
  private static final double DRIFT_M = 1;

  private final Px4Craft craft;

  HomeKeeper(Px4Craft craft) {
    this.craft = craft;
  }

  /** Follows the estimate on the ground. */
  void follow() {
    if (craft.armed || !craft.nav.positionOk()) {
      return;
    }
    Home home = craft.home;
    boolean off =
        home != null
            && !home.commanded()
            && home.local().minus(craft.nav.position()).length() > DRIFT_M;
    if (home == null || off) {
      setHere(false);
    }
  }

  /** Sets home to the present place unless a station has set it. */
  boolean setHere(boolean commanded) {
    Home home = craft.home;
    if (!craft.nav.positionOk() || (!commanded && home != null && home.commanded())) {
      return false;
    }
    Vec3 here = craft.nav.position();
    home = new Home(here, craft.geographic(here), commanded);
    craft.home = home;
    craft.origin = craft.origin == null ? home : craft.origin;
    return true;
  }
}
