package org.vigie.simulator.autopilot.copter;

import java.util.List;
import org.vigie.simulator.autopilot.fence.FenceShape;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/**
 * Watches the fence. A breach is announced and acted on once until the craft is back inside; any
 * change of mode while breached opens ten seconds in which new breaches are ignored.
 *
 * @source ArduCopter fence.cpp, AC_Fence; texts and timings from recordings a1 to a4
 */
final class FenceMonitor {
  /** Bits of FENCE_TYPE. */
  static final int ALT_MAX = 1;

  static final int CIRCLE = 2;
  static final int POLYGON = 4;
  static final int ALT_MIN = 8;

  /**
   * @source AC_FENCE_MANUAL_RECOVERY_TIME_MIN
   */
  private static final double RECOVERY_S = 10;

  /** Above the ceiling, each of these again is a new breach. @source AC_FENCE_ALT_MAX_BACKUP */
  private static final double BACKUP_M = 20;

  private final Craft craft;
  private List<Item> shapeOf = List.of();
  private FenceShape shape;
  private int breached;
  private int breachCount;
  private int breachType;
  private double breachTimeS;
  private double breachM;
  private double ceilingBackupM;
  private double recoverySinceS = Double.NEGATIVE_INFINITY;

  FenceMonitor(Craft craft) {
    this.craft = craft;
    this.shape = new FenceShape(List.of(), craft.frame);
  }

  boolean enabled() {
    return craft.params.get("FENCE_ENABLE") != 0;
  }

  private int types() {
    refreshShape();
    int types = craft.params.getInt("FENCE_TYPE") & (ALT_MAX | CIRCLE | POLYGON | ALT_MIN);
    return shape.isEmpty() ? types & ~POLYGON : types;
  }

  /** Whether something is there to watch, once it is enabled. */
  boolean anySelected() {
    return types() != 0;
  }

  private void refreshShape() {
    List<Item> items = craft.fence.items();
    if (items != shapeOf) {
      shapeOf = items;
      shape = new FenceShape(items, craft.frame);
    }
  }

  /**
   * Looks once.
   *
   * @return bits of the fences that are breached anew
   */
  int check() {
    if (!enabled() || craft.home == null) {
      breached = 0;
      breachType = 0;
      return 0;
    }
    int now = 0;
    breachM = 0;
    int types = types();
    Vec3 here = craft.nav.position();
    now |= ceiling(types);
    if ((types & CIRCLE) != 0) {
      double over = here.minus(craft.home.local()).horizontal() - craft.params.get("FENCE_RADIUS");
      now |= over > 0 ? CIRCLE : 0;
      breachM = Math.max(breachM, over);
    }
    if ((types & POLYGON) != 0) {
      double over = shape.breachM(here);
      now |= over > 0 ? POLYGON : 0;
      breachM = Math.max(breachM, over);
    }
    boolean recovering = craft.timeS - recoverySinceS < RECOVERY_S;
    int fresh = recovering ? 0 : now & ~breached;
    boolean again = (now & ALT_MAX) != 0 && craft.heightAboveHomeM() > ceilingBackupM;
    if (!recovering && again) {
      fresh |= ALT_MAX;
      ceilingBackupM = craft.heightAboveHomeM() + BACKUP_M;
    }
    settle(now, fresh, recovering);
    return fresh;
  }

  private int ceiling(int types) {
    if ((types & ALT_MAX) == 0) {
      return 0;
    }
    double over = craft.heightAboveHomeM() - craft.params.get("FENCE_ALT_MAX");
    if (over < 0) {
      ceilingBackupM = 0;
      return 0;
    }
    breachM = Math.max(breachM, over);
    return ALT_MAX;
  }

  private void settle(int now, int fresh, boolean recovering) {
    int before = breached;
    breached = recovering ? breached & now : now;
    if (fresh != 0) {
      breachCount++;
      breachTimeS = craft.timeS;
      breachType = (fresh & ALT_MAX) != 0 ? 2 : 3;
      if (craft.armed) {
        craft.text(5, names(fresh) + " fence breached");
      }
    }
    if (before != 0 && breached == 0) {
      breachType = 0;
      if (craft.armed) {
        craft.text(6, "Fence breach cleared");
      }
    }
  }

  static String names(int types) {
    String name = "";
    if ((types & ALT_MAX) != 0) {
      name = "Max Alt";
    }
    if ((types & CIRCLE) != 0) {
      name = name.isEmpty() ? "Circle" : name + " and Circle";
    }
    if ((types & POLYGON) != 0) {
      name = name.isEmpty() ? "Polygon" : name + " and Polygon";
    }
    return name;
  }

  /** A mode change while breached. */
  void recover() {
    if (enabled() && breached != 0) {
      recoverySinceS = craft.timeS;
      craft.text(6, "Manual recovery started");
    }
  }

  int breached() {
    return breached;
  }

  /** How far outside at the last look, metres. */
  double breachM() {
    return breachM;
  }

  FenceStatus status() {
    return new FenceStatus(breached != 0, breachCount, breachType, (long) (breachTimeS * 1000));
  }
}
