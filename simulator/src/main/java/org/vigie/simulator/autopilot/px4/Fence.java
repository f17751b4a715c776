package org.vigie.simulator.autopilot.px4;

import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.fence.FenceShape;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.physics.Vec3;

/**
 * The geofence: areas that all must hold, and the largest distances from home. An area that does
 * not hold home, or the craft in flight, is left out with a text.
 *
 * @source PX4 geofence.cpp; recordings p1, p7
 */
final class Fence {
  /** PX4 predicts so far ahead with GF_PREDICT. */
  private static final double PREDICT_S = 2;

  private final Px4Craft craft;
  private List<Item> loaded = List.of();
  private FenceShape shape;
  private boolean breached;

  Fence(Px4Craft craft) {
    this.craft = craft;
    this.shape = new FenceShape(List.of(), craft.frame, false);
  }

  int action() {
    return craft.params.getInt("GF_ACTION");
  }

  /** Takes over what was uploaded, area by area. */
  void load() {
    List<Item> items = craft.slot(ItemSlot.Type.FENCE).items();
    if (items == loaded) {
      return;
    }
    loaded = items;
    List<Item> kept = new ArrayList<>();
    int index = 0;
    while (index < items.size()) {
      Item item = items.get(index);
      int count = vertex(item) ? ItemRules.vertices(item) : 1;
      List<Item> area = area(items, index, count);
      index += Math.max(1, count);
      if (!area.isEmpty() && fits(new FenceShape(area, craft.frame, false))) {
        kept.addAll(area);
      }
    }
    shape = new FenceShape(kept, craft.frame, false);
  }

  private static boolean vertex(Item item) {
    return item.command() == Commands.FENCE_POLYGON_INCLUSION
        || item.command() == Commands.FENCE_POLYGON_EXCLUSION;
  }

  /** The items of one area; none when the list is cut short or what is there is no area. */
  private static List<Item> area(List<Item> items, int index, int count) {
    Item first = items.get(index);
    boolean circle =
        first.command() == Commands.FENCE_CIRCLE_INCLUSION
            || first.command() == Commands.FENCE_CIRCLE_EXCLUSION;
    if (!vertex(first)) {
      return circle && Px4Craft.onGlobe(first) ? List.of(radius(first)) : List.of();
    }
    if (count < 3 || index + count > items.size()) {
      return List.of();
    }
    List<Item> area = items.subList(index, index + count);
    for (Item item : area) {
      if (!Px4Craft.onGlobe(item) || item.command() != first.command()) {
        return List.of();
      }
    }
    // the count of the first vertex counts, whatever the others say
    return area;
  }

  /** PX4 squares the radius, so that its sign is lost. */
  private static Item radius(Item item) {
    float size = Float.isNaN(item.param1()) ? 0 : Math.abs(item.param1());
    return new Item(item.frame(), item.command(), size, 0, 0, 0, item.x(), item.y(), item.z(), 0);
  }

  private boolean fits(FenceShape area) {
    Home home = craft.home;
    if (home != null && area.breachM(home.local()) > 0) {
      craft.say(
          2,
          "Geofence invalid, doesn't contain Home position",
          Px4Event.of("navigator_geofence_invalid_against_home", Px4Event.FAILSAFE));
      return false;
    }
    if (action() != 0 && !craft.landed && area.breachM(craft.nav.position()) > 0) {
      craft.say(
          2,
          "Geofence invalid, doesn't contain current vehicle position",
          Px4Event.of("navigator_geofence_invalid_against_cur_pos", Px4Event.FAILSAFE));
      return false;
    }
    return true;
  }

  /** Whether a place is allowed by everything. */
  boolean contains(Vec3 place) {
    Home home = craft.home;
    if (home != null) {
      Vec3 away = place.minus(home.local());
      double far = craft.params.get("GF_MAX_HOR_DIST", 0, 1e7);
      double high = craft.params.get("GF_MAX_VER_DIST", 0, 1e7);
      if ((far > 0 && away.horizontal() >= far) || (high > 0 && away.up() >= high)) {
        return false;
      }
    }
    return shape.isEmpty() || !(shape.breachM(place) > 0);
  }

  /** Looks at the craft's own place; a fresh breach is said. */
  boolean check() {
    load();
    Vec3 at = craft.nav.position();
    if (craft.params.getInt("GF_PREDICT") != 0) {
      at = at.plus(craft.nav.velocity().times(PREDICT_S));
    }
    boolean outside = action() != 0 && craft.nav.positionOk() && !contains(at);
    if (outside && !breached && craft.armed) {
      craft.voice.event(
          Px4Event.of("check_gf_violation_custom_gf", Px4Event.ERROR).with(-1, 4).with(0x14, 1));
      craft.voice.text(2, "Geofence: approaching or outside geofence");
    }
    breached = outside;
    return breached;
  }

  boolean breached() {
    return breached;
  }
}
