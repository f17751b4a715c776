package org.vigie.simulator.autopilot.copter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.simulator.autopilot.fence.FenceShape;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/**
 * Watches the fence. A breach is announced and acted on once until the craft is back inside; any
 * change of mode while breached opens ten seconds in which new breaches are ignored.
 *
 * @source ArduCopter fence.cpp, AC_Fence.cpp; texts and timings from recordings a1 to a4
 */
final class FenceMonitor {
  /** Bits of FENCE_TYPE. */
  static final int ALT_MAX = 1;

  static final int CIRCLE = 2;
  static final int POLYGON = 4;
  static final int ALT_MIN = 8;
  private static final int ALL = ALT_MAX | CIRCLE | POLYGON | ALT_MIN;
  private static final String[] NAMES = {"Max Alt", "Circle", "Polygon", "Min Alt"};

  /** Bits of FENCE_OPTIONS. */
  static final int OPTION_UNION = 1 << 1;

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
  private List<Item> shapeOf = List.of();
  private FenceShape shape;
  private boolean autoEnabled;
  private boolean floorReached;
  private int breached;
  private int nearing;
  private int breachCount;
  private int breachType;
  private double breachTimeS;
  private double breachM;
  private final double[] backupM = new double[NAMES.length];
  private double recoverySinceS = Double.NEGATIVE_INFINITY;
  private double notifiedS = Double.NEGATIVE_INFINITY;

  FenceMonitor(Craft craft) {
    this.craft = craft;
    this.shape = new FenceShape(List.of(), craft.frame, false);
  }

  boolean enabled() {
    return autoEnabled || craft.params.get("FENCE_ENABLE") != 0;
  }

  private int options() {
    return craft.params.getInt("FENCE_OPTIONS");
  }

  private int configured() {
    refreshShape();
    int types = craft.params.getInt("FENCE_TYPE") & ALL;
    return shape.isEmpty() ? types & ~POLYGON : types;
  }

  /** Whether what it watches needs a position. */
  boolean needsPosition() {
    return enabled() && (configured() & (CIRCLE | POLYGON)) != 0;
  }

  private void refreshShape() {
    List<Item> items = craft.fence.items();
    if (items != shapeOf) {
      shapeOf = items;
      shape = new FenceShape(items, craft.frame, (options() & OPTION_UNION) != 0);
    }
  }

  /** What keeps the motors from starting. @source AC_Fence::pre_arm_check */
  Optional<String> preArm() {
    boolean auto = craft.params.getInt("FENCE_AUTOENABLE") != 0;
    int types = configured();
    if (enabled() && types == 0) {
      return Optional.of("Fences enabled, but none selected");
    }
    if ((!enabled() && !auto) || types == 0) {
      return Optional.empty();
    }
    double margin = craft.params.get("FENCE_MARGIN");
    double max = craft.params.get("FENCE_ALT_MAX");
    double min = craft.params.get("FENCE_ALT_MIN");
    if ((types & CIRCLE) != 0 && !(craft.params.get("FENCE_RADIUS") > 0)) {
      return Optional.of("Invalid Circle FENCE_RADIUS value");
    }
    if ((types & ALT_MAX) != 0 && max < 0) {
      return Optional.of("Invalid FENCE_ALT_MAX value");
    }
    int outside = breached;
    if (auto && craft.home != null && (types & POLYGON) != 0) {
      outside |= shape.breachM(craft.nav.position()) > 0 ? POLYGON : 0;
    }
    if (outside != 0) {
      return Optional.of("Vehicle breaching " + names(outside));
    }
    if (margin < 0) {
      return Optional.of("Invalid FENCE_MARGIN value");
    }
    if (max < min) {
      return Optional.of("FENCE_ALT_MAX < FENCE_ALT_MIN");
    }
    return max - min <= 2 * margin ? Optional.of("FENCE_MARGIN too big") : Optional.empty();
  }

  /** The motors start: FENCE_AUTOENABLE 3 switches it on. */
  void armed() {
    floorReached = false;
    if (craft.params.getInt("FENCE_AUTOENABLE") == ONLY_WHEN_ARMED && !enabled()) {
      autoEnabled = true;
      say("auto-enabled", configured() & ~ALT_MIN);
    }
  }

  void disarmed() {
    floorReached = false;
    if (autoEnabled) {
      autoEnabled = false;
      say("auto-disabled", configured());
    }
  }

  private void say(String what, int types) {
    if (types != 0) {
      craft.text(5, names(types) + " " + what);
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
    double[] overM = overM(configured(), landing);
    int now = 0;
    int close = 0;
    int again = 0;
    breachM = 0;
    double margin = Math.max(0, craft.params.get("FENCE_MARGIN"));
    for (int i = 0; i < NAMES.length; i++) {
      int bit = 1 << i;
      if (overM[i] >= 0) {
        now |= bit;
        breachM = Math.max(breachM, overM[i]);
        again |= bit != POLYGON && (breached & bit) != 0 && overM[i] >= backupM[i] ? bit : 0;
      } else if (overM[i] >= -margin) {
        close |= bit;
      }
    }
    boolean recovering = craft.timeS - recoverySinceS < RECOVERY_S;
    int fresh = recovering ? 0 : (now & ~breached) | again;
    for (int i = 0; i < NAMES.length; i++) {
      backupM[i] = (fresh & 1 << i) != 0 ? overM[i] + BACKUP_M : backupM[i];
    }
    settle(now, fresh, recovering);
    notifyMargin(close);
    return fresh;
  }

  /** How far beyond each fence, metres; negative inside, minus infinity for those not watched. */
  private double[] overM(int types, boolean landing) {
    double[] over = new double[NAMES.length];
    Arrays.fill(over, Double.NEGATIVE_INFINITY);
    Vec3 here = craft.nav.position();
    double height = craft.heightAboveHomeM();
    if ((types & ALT_MAX) != 0) {
      over[0] = height - craft.params.get("FENCE_ALT_MAX");
    }
    if ((types & CIRCLE) != 0 && craft.home != null) {
      over[1] = here.minus(craft.home.local()).horizontal() - craft.params.get("FENCE_RADIUS");
    }
    if ((types & POLYGON) != 0) {
      double outside = shape.breachM(here);
      over[2] = outside > 0 ? outside : -shape.insideM(here);
    }
    double floor = craft.params.get("FENCE_ALT_MIN");
    floorReached |= height > floor + craft.params.get("FENCE_MARGIN");
    floorReached &= !landing && craft.armed;
    if ((types & ALT_MIN) != 0 && floorReached) {
      over[3] = floor - height;
    }
    return over;
  }

  private void settle(int now, int fresh, boolean recovering) {
    int before = breached;
    breached = recovering ? breached & now : now;
    if (fresh != 0) {
      breachCount++;
      breachTimeS = craft.timeS;
      breachType = (fresh & ALT_MAX) != 0 ? 2 : (fresh & ALT_MIN) != 0 ? 1 : 3;
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
    boolean wanted = (options() & OPTION_NOTIFY_MARGIN) != 0 && craft.armed && !craft.landed;
    if (wanted && (fresh != 0 || (close != 0 && due))) {
      notifiedS = craft.timeS;
      say("margin breached", close);
    }
  }

  /** As ArduPilot lists them. */
  static String names(int types) {
    StringBuilder text = new StringBuilder();
    int rest = types & ALL;
    int count = 0;
    for (int i = 0; rest != 0; i++, rest >>= 1) {
      if ((rest & 1) != 0) {
        text.append(count == 0 ? "" : rest == 1 ? " and " : ", ").append(NAMES[i]);
        count++;
      }
    }
    return text.append(count > 1 ? " fences" : " fence").toString();
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
    if (!enabled() || craft.home == null) {
      return false;
    }
    int types = configured();
    double height = place.up() - craft.homeUpM();
    return ((types & ALT_MAX) != 0 && height > craft.params.get("FENCE_ALT_MAX"))
        || ((types & ALT_MIN) != 0 && height < craft.params.get("FENCE_ALT_MIN"))
        || ((types & CIRCLE) != 0
            && place.minus(craft.home.local()).horizontal() > craft.params.get("FENCE_RADIUS"))
        || ((types & POLYGON) != 0 && shape.breachM(place) > 0);
  }

  /** Metres to the nearest edge that is watched, from inside; infinite when there is none. */
  double roomM(Vec3 place) {
    if (!enabled() || craft.home == null) {
      return Double.POSITIVE_INFINITY;
    }
    int types = configured();
    double room = Double.POSITIVE_INFINITY;
    if ((types & CIRCLE) != 0) {
      double out = place.minus(craft.home.local()).horizontal();
      room = craft.params.get("FENCE_RADIUS") - out;
    }
    if ((types & POLYGON) != 0) {
      room = Math.min(room, shape.insideM(place));
    }
    return room;
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
