package org.vigie.simulator.autopilot.px4;

import java.util.Set;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.StoreResult;

/**
 * What PX4 makes of an item: it looks at frame and command only, and keeps of the parameters those
 * that the command has. Seen in recordings p3, p6 and p7.
 *
 * @source PX4 mavlink_mission.cpp parse_mavlink_mission_item, format_mavlink_mission_item
 */
public final class ItemRules {
  static final int LOITER_TO_ALT = 31;
  private static final int FRAME_MISSION = 2;
  private static final int FRAME_GLOBAL_INT = 5;
  private static final int FRAME_RELATIVE_INT = 6;
  private static final int VERTICES_MIN = 3;

  private static final Set<Integer> WITH_PLACE =
      Set.of(
          Commands.NAV_WAYPOINT,
          Commands.NAV_LOITER_UNLIM,
          Commands.NAV_LOITER_TIME,
          Commands.NAV_LAND,
          Commands.NAV_TAKEOFF,
          LOITER_TO_ALT,
          80,
          84,
          85,
          Commands.DO_SET_ROI,
          Commands.DO_SET_ROI_LOCATION,
          4501,
          Commands.FENCE_RETURN_POINT,
          Commands.FENCE_POLYGON_INCLUSION,
          Commands.FENCE_POLYGON_EXCLUSION,
          Commands.FENCE_CIRCLE_INCLUSION,
          Commands.FENCE_CIRCLE_EXCLUSION,
          Commands.RALLY_POINT,
          400,
          212);
  private static final Set<Integer> WITHOUT_PLACE =
      Set.of(
          Commands.DO_JUMP,
          Commands.DO_SET_ROI,
          80,
          42600,
          211,
          Commands.DO_CHANGE_SPEED,
          179,
          Commands.DO_LAND_START,
          2003,
          203,
          204,
          205,
          1000,
          532,
          1001,
          2000,
          2001,
          2500,
          2501,
          200,
          206,
          260,
          214,
          530,
          534,
          3000,
          Commands.NAV_DELAY,
          Commands.NAV_RETURN_TO_LAUNCH,
          196,
          Commands.DO_SET_ROI_NONE,
          112,
          114,
          187,
          212,
          400);

  private ItemRules() {}

  /** Why an item is refused, or ACCEPTED. */
  public static StoreResult check(ItemSlot.Type type, Item item) {
    switch (item.frame()) {
      case 0, 3, FRAME_GLOBAL_INT, FRAME_RELATIVE_INT -> {
        if (!WITH_PLACE.contains(item.command())) {
          return StoreResult.UNSUPPORTED;
        }
      }
      case FRAME_MISSION -> {
        if (!WITHOUT_PLACE.contains(item.command())) {
          return StoreResult.UNSUPPORTED;
        }
      }
      default -> {
        return StoreResult.UNSUPPORTED_FRAME;
      }
    }
    boolean area = item.command() >= 5000 && item.command() <= 5100;
    boolean misplaced = type == ItemSlot.Type.MISSION && area && item.command() != 5000;
    boolean thin = type == ItemSlot.Type.FENCE && vertex(item) && vertices(item) < VERTICES_MIN;
    return misplaced || thin ? StoreResult.ERROR : StoreResult.ACCEPTED;
  }

  /** Whether a refusal comes with the text about an invalid item. */
  public static boolean invalid(StoreResult result) {
    return result == StoreResult.UNSUPPORTED || result == StoreResult.UNSUPPORTED_FRAME;
  }

  private static boolean vertex(Item item) {
    return item.command() == Commands.FENCE_POLYGON_INCLUSION
        || item.command() == Commands.FENCE_POLYGON_EXCLUSION;
  }

  /** Vertices that an item says its polygon has. */
  static int vertices(Item item) {
    return Float.isNaN(item.param1()) ? 0 : (int) (item.param1() + 0.5f) & 0xffff;
  }

  /** An accepted item as it reads back in a MISSION_ITEM_INT. */
  public static Item store(ItemSlot.Type type, Item item) {
    if (item.frame() == FRAME_MISSION) {
      return item;
    }
    boolean relative = item.frame() == 3 || item.frame() == FRAME_RELATIVE_INT;
    // fence points forget that they were relative
    int frame = relative && type != ItemSlot.Type.FENCE ? FRAME_RELATIVE_INT : FRAME_GLOBAL_INT;
    float yaw = wrap(item.param4());
    float[] kept =
        switch (item.command()) {
          case Commands.NAV_WAYPOINT -> new float[] {item.param1(), item.param2(), 0, yaw};
          case Commands.NAV_LOITER_UNLIM -> new float[] {0, 0, item.param3(), yaw};
          case Commands.NAV_LOITER_TIME ->
              new float[] {
                item.param1(), item.param2() > 0 ? 1 : 0, item.param3(), item.param4() > 0 ? 1 : 0
              };
          case Commands.NAV_LAND -> new float[] {0, (int) item.param2() & 0xffff, 0, yaw};
          case Commands.NAV_TAKEOFF, 84, 85 -> new float[] {0, 0, 0, yaw};
          case LOITER_TO_ALT ->
              new float[] {item.param1() > 0 ? 1 : 0, item.param2(), 0, item.param4() > 0 ? 1 : 0};
          case Commands.FENCE_POLYGON_INCLUSION, Commands.FENCE_POLYGON_EXCLUSION ->
              new float[] {vertices(item), 0, 0, 0};
          case Commands.FENCE_CIRCLE_INCLUSION, Commands.FENCE_CIRCLE_EXCLUSION ->
              new float[] {item.param1(), 0, 0, 0};
          default -> new float[4];
        };
    int onward = type == ItemSlot.Type.FENCE ? 0 : item.autocontinue();
    return new Item(
        frame,
        item.command(),
        kept[0],
        kept[1],
        kept[2],
        kept[3],
        item.x(),
        item.y(),
        item.z(),
        onward);
  }

  /** A heading within 0 to 360 degrees; NaN and what is no number stay. */
  private static float wrap(float degrees) {
    if (!Float.isFinite(degrees)) {
      return degrees;
    }
    float within = degrees % 360;
    return within < 0 ? within + 360 : within;
  }
}
