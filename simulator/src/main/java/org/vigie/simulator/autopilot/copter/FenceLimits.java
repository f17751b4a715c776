package org.vigie.simulator.autopilot.copter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.simulator.autopilot.fence.FenceShape;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/**
 * The fences that the parameters and the stored shape draw, and how places stand to them.
 *
 * @source AC_Fence.cpp
 */
final class FenceLimits {
  /** Bits of FENCE_TYPE. */
  static final int ALT_MAX = 1;

  static final int CIRCLE = 2;
  static final int POLYGON = 4;
  static final int ALT_MIN = 8;

  /** How many kinds there are. */
  static final int KINDS = 4;

  private static final int ALL = ALT_MAX | CIRCLE | POLYGON | ALT_MIN;
  private static final String[] NAMES = {"Max Alt", "Circle", "Polygon", "Min Alt"};

  /** Bit of FENCE_OPTIONS. */
  private static final int OPTION_UNION = 1 << 1;

  private final Craft craft;
  private List<Item> shapeOf = List.of();
  private FenceShape shape;

  FenceLimits(Craft craft) {
    this.craft = craft;
    this.shape = new FenceShape(List.of(), craft.frame, false);
  }

  /** Bits of the fences that are set up, whether they are watched or not. */
  int configured() {
    refreshShape();
    int types = craft.params.getInt("FENCE_TYPE") & ALL;
    return shape.isEmpty() ? types & ~POLYGON : types;
  }

  private void refreshShape() {
    List<Item> items = craft.fence.items();
    if (items != shapeOf) {
      shapeOf = items;
      shape =
          new FenceShape(
              items, craft.frame, (craft.params.getInt("FENCE_OPTIONS") & OPTION_UNION) != 0);
    }
  }

  /** What is wrong with the fences themselves, or with where the craft stands. */
  Optional<String> preArm(int types, int breached) {
    double margin = craft.params.get("FENCE_MARGIN");
    double max = craft.params.get("FENCE_ALT_MAX");
    double min = craft.params.get("FENCE_ALT_MIN");
    if ((types & CIRCLE) != 0 && !(craft.params.get("FENCE_RADIUS") > 0)) {
      return Optional.of("Invalid Circle FENCE_RADIUS value");
    }
    if ((types & ALT_MAX) != 0 && max < 0) {
      return Optional.of("Invalid FENCE_ALT_MAX value");
    }
    boolean auto = craft.params.getInt("FENCE_AUTOENABLE") != 0;
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

  /**
   * How far beyond each fence, metres; negative inside, minus infinity for those not watched.
   *
   * @param floor whether the lower limit counts
   */
  double[] overM(boolean floor) {
    int types = configured();
    double[] over = new double[KINDS];
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
    if ((types & ALT_MIN) != 0 && floor) {
      over[3] = craft.params.get("FENCE_ALT_MIN") - height;
    }
    return over;
  }

  /** Whether a place would be outside. @source AC_Fence::check_destination_within_fence */
  boolean outside(Vec3 place) {
    if (craft.home == null) {
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
    if (craft.home == null) {
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
}
