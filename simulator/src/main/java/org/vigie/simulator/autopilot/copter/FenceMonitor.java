package org.vigie.simulator.autopilot.copter;

import java.util.Optional;
import org.vigie.simulator.physics.Vec3;

/**
 * Watches the fence. A breach is announced and acted on once until the craft is back inside; any
 * change of mode while breached opens ten seconds in which new breaches are ignored.
 *
 * @source ArduCopter fence.cpp, AC_Fence.cpp; texts and timings from recordings a1 to a4
 */
final class FenceMonitor {
  /** Bit of FENCE_OPTIONS. */
  private static final int OPTION_NOTIFY_MARGIN = 1 << 2;

  /** FENCE_AUTOENABLE: on while armed. */
  private static final int ONLY_WHEN_ARMED = 3;

  /**
   * @source AC_FENCE_MANUAL_RECOVERY_TIME_MIN
   */
  private static final double RECOVERY_S = 10;

  /** Beyond ceiling, floor or circle, each of these again is a new breach. @source AC_Fence.h */
  private static final double BACKUP_M = 20;

  private final Craft craft;
  private final FenceLimits limits;
  private boolean autoEnabled;
  private boolean floorReached;
  private int breached;
  private int nearing;
  private int breachCount;
  private int breachType;
  private double breachTimeS;
  private double breachM;
  private final double[] backupM = new double[FenceLimits.KINDS];
  private double recoverySinceS = Double.NEGATIVE_INFINITY;
  private double notifiedS = Double.NEGATIVE_INFINITY;

  FenceMonitor(Craft craft) {
    this.craft = craft;
    this.limits = new FenceLimits(craft);
  }

  boolean enabled() {
    return autoEnabled || craft.params.get("FENCE_ENABLE") != 0;
  }

  /** Whether what it watches needs a position. */
  boolean needsPosition() {
    return enabled() && (limits.configured() & (FenceLimits.CIRCLE | FenceLimits.POLYGON)) != 0;
  }

  /** What keeps the motors from starting. @source AC_Fence::pre_arm_check */
  Optional<String> preArm() {
    boolean auto = craft.params.getInt("FENCE_AUTOENABLE") != 0;
    int types = limits.configured();
    if (enabled() && types == 0) {
      return Optional.of("Fences enabled, but none selected");
    }
    return (enabled() || auto) && types != 0 ? limits.preArm(types, breached) : Optional.empty();
  }

  /** The motors start: FENCE_AUTOENABLE 3 switches it on. */
  void armed() {
    floorReached = false;
    if (craft.params.getInt("FENCE_AUTOENABLE") == ONLY_WHEN_ARMED && !enabled()) {
      autoEnabled = true;
      say("auto-enabled", limits.configured() & ~FenceLimits.ALT_MIN);
    }
  }

  void disarmed() {
    floorReached = false;
    if (autoEnabled) {
      autoEnabled = false;
      say("auto-disabled", limits.configured());
    }
  }

  private void say(String what, int types) {
    if (types != 0) {
      craft.text(5, FenceLimits.names(types) + " " + what);
    }
  }

  /**
   * Looks once.
   *
   * @param landing whether the craft lands or stands: the floor does not count then
   * @return bits of the fences that are breached anew
   */
  int check(boolean landing) {
    if (!enabled() || craft.home == null) {
      breached = 0;
      nearing = 0;
      breachType = 0;
      return 0;
    }
    double[] overM = limits.overM(floorCounts(landing));
    int now = 0;
    int close = 0;
    int again = 0;
    breachM = 0;
    double margin = Math.max(0, craft.params.get("FENCE_MARGIN"));
    for (int i = 0; i < FenceLimits.KINDS; i++) {
      int bit = 1 << i;
      if (overM[i] >= 0) {
        now |= bit;
        breachM = Math.max(breachM, overM[i]);
        again |=
            bit != FenceLimits.POLYGON && (breached & bit) != 0 && overM[i] >= backupM[i] ? bit : 0;
      } else if (overM[i] >= -margin) {
        close |= bit;
      }
    }
    boolean recovering = craft.timeS - recoverySinceS < RECOVERY_S;
    int fresh = recovering ? 0 : (now & ~breached) | again;
    for (int i = 0; i < FenceLimits.KINDS; i++) {
      backupM[i] = (fresh & 1 << i) != 0 ? overM[i] + BACKUP_M : backupM[i];
    }
    settle(now, fresh, recovering);
    notifyMargin(close);
    return fresh;
  }

  /** The floor counts once the craft has risen above it, until it lands. */
  private boolean floorCounts(boolean landing) {
    double floor = craft.params.get("FENCE_ALT_MIN");
    floorReached |= craft.heightAboveHomeM() > floor + craft.params.get("FENCE_MARGIN");
    floorReached &= !landing && craft.armed;
    return floorReached;
  }

  private void settle(int now, int fresh, boolean recovering) {
    int before = breached;
    breached = recovering ? breached & now : now;
    if (fresh != 0) {
      breachCount++;
      breachTimeS = craft.timeS;
      breachType =
          (fresh & FenceLimits.ALT_MAX) != 0 ? 2 : (fresh & FenceLimits.ALT_MIN) != 0 ? 1 : 3;
      if (craft.armed && !craft.landed) {
        say("breached", fresh);
      }
    }
    if (before != 0 && breached == 0) {
      breachType = 0;
      if (craft.armed && !craft.landed) {
        craft.text(5, "Fence breach cleared");
      }
    }
  }

  /** FENCE_OPTIONS bit 2: tells of a craft that comes near, again at FENCE_NTF_FREQ. */
  private void notifyMargin(int close) {
    int fresh = close & ~nearing;
    nearing = close;
    double frequency = craft.params.get("FENCE_NTF_FREQ");
    boolean due = frequency > 0 && craft.timeS - notifiedS >= 1 / frequency;
    boolean wanted =
        (craft.params.getInt("FENCE_OPTIONS") & OPTION_NOTIFY_MARGIN) != 0
            && craft.armed
            && !craft.landed;
    if (wanted && (fresh != 0 || (close != 0 && due))) {
      notifiedS = craft.timeS;
      say("margin breached", close);
    }
  }

  /** A mode change while breached. */
  void recover() {
    boolean acts = craft.params.getInt("FENCE_ACTION") != 0;
    if (enabled() && breached != 0 && acts) {
      recoverySinceS = craft.timeS;
      craft.text(6, "Manual recovery started");
    }
  }

  /** Whether a place would be outside. @source AC_Fence::check_destination_within_fence */
  boolean outside(Vec3 place) {
    return enabled() && limits.outside(place);
  }

  /** Metres to the nearest edge that is watched, from inside; infinite when there is none. */
  double roomM(Vec3 place) {
    return enabled() ? limits.roomM(place) : Double.POSITIVE_INFINITY;
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
