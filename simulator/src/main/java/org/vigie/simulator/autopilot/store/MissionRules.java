package org.vigie.simulator.autopilot.store;

import java.util.Set;

/**
 * What ArduPilot makes of a mission item: refuses it with the parameter's name, or stores less than
 * was sent. Seen in recordings a6, a15 and a18.
 *
 * @source AP_Mission::mavlink_int_to_mission_cmd and mission_cmd_to_mavlink_int
 */
public final class MissionRules {
  private static final int FRAME_GLOBAL = 0;
  private static final int FRAME_MISSION = 2;
  private static final int FRAME_RELATIVE = 3;
  private static final int FRAME_GLOBAL_INT = 5;
  private static final int FRAME_RELATIVE_INT = 6;
  private static final int FRAME_TERRAIN = 10;
  private static final int FRAME_TERRAIN_INT = 11;
  private static final double LATITUDE_E7_MAX = 900_000_000;
  private static final double LONGITUDE_E7_MAX = 1_800_000_000;

  /** Heights are kept in 24 bits of centimetres. */
  private static final double HEIGHT_M_MAX = 83_000;

  private static final Set<Integer> WITH_PLACE =
      Set.of(
          Commands.NAV_WAYPOINT,
          Commands.NAV_LOITER_UNLIM,
          Commands.NAV_LOITER_TURNS,
          Commands.NAV_LOITER_TIME,
          Commands.NAV_LAND,
          Commands.NAV_TAKEOFF,
          Commands.DO_SET_ROI_LOCATION,
          Commands.DO_SET_ROI,
          Commands.DO_LAND_START,
          Commands.DO_RETURN_PATH_START);
  private static final Set<Integer> WITHOUT_PLACE =
      Set.of(
          Commands.NAV_RETURN_TO_LAUNCH,
          Commands.NAV_DELAY,
          Commands.CONDITION_YAW,
          Commands.DO_CHANGE_SPEED,
          Commands.DO_SET_ROI_NONE);

  private MissionRules() {}

  /** Why an item is refused, or ACCEPTED. */
  public static StoreResult check(Item item) {
    if (!WITH_PLACE.contains(item.command()) && !WITHOUT_PLACE.contains(item.command())) {
      return StoreResult.UNSUPPORTED;
    }
    if (!Float.isFinite(item.z()) || Math.abs(item.z()) > HEIGHT_M_MAX) {
      return StoreResult.INVALID_PARAM7;
    }
    if (infinite(item.param1())) {
      return StoreResult.INVALID_PARAM1;
    }
    if (infinite(item.param2())) {
      return StoreResult.INVALID_PARAM2;
    }
    if (infinite(item.param3())) {
      return StoreResult.INVALID_PARAM3;
    }
    if (WITH_PLACE.contains(item.command())) {
      if (Math.abs((double) item.x()) > LATITUDE_E7_MAX) {
        return StoreResult.INVALID_PARAM5_X;
      }
      if (Math.abs((double) item.y()) > LONGITUDE_E7_MAX) {
        return StoreResult.INVALID_PARAM6_Y;
      }
      return storedFrame(item.frame()) < 0 ? StoreResult.UNSUPPORTED_FRAME : StoreResult.ACCEPTED;
    }
    return storedFrame(item.frame()) < 0 && item.frame() != FRAME_MISSION
        ? StoreResult.UNSUPPORTED_FRAME
        : StoreResult.ACCEPTED;
  }

  private static boolean infinite(float value) {
    return Float.isInfinite(value);
  }

  private static int storedFrame(int frame) {
    return switch (frame) {
      case FRAME_GLOBAL, FRAME_GLOBAL_INT -> FRAME_GLOBAL;
      case FRAME_RELATIVE, FRAME_RELATIVE_INT -> FRAME_RELATIVE;
      case FRAME_TERRAIN, FRAME_TERRAIN_INT -> FRAME_TERRAIN;
      default -> -1;
    };
  }

  /** An accepted item as it reads back. */
  public static Item store(Item item) {
    if (WITHOUT_PLACE.contains(item.command())) {
      return withoutPlace(item);
    }
    float height = Math.round(item.z() * 100.0) / 100f;
    Item placed = item.with(storedFrame(item.frame()), 0, 0, 0, 0, height);
    return switch (item.command()) {
      // the hold in whole seconds is kept; acceptance radius and yaw are dropped
      case Commands.NAV_WAYPOINT, Commands.NAV_LOITER_TIME ->
          placed.with(placed.frame(), whole(item.param1(), 65535), 0, 0, 0, height);
      case Commands.NAV_LOITER_TURNS ->
          placed.with(
              placed.frame(), whole(item.param1(), 255), 0, radius(item.param3()), 0, height);
      // the sign says on which side of the runway a plane waits
      case Commands.NAV_LAND ->
          placed.with(
              placed.frame(),
              whole(item.param1(), 65535),
              0,
              0,
              item.param4() < 0 ? -1 : 1,
              height);
      case Commands.NAV_TAKEOFF ->
          new Item(placed.frame(), item.command(), 0, 0, 0, 0, 0, 0, height, item.autocontinue());
      default -> placed;
    };
  }

  private static Item withoutPlace(Item item) {
    boolean kept =
        item.command() == Commands.CONDITION_YAW
            || item.command() == Commands.DO_CHANGE_SPEED
            || item.command() == Commands.NAV_DELAY;
    return new Item(
        FRAME_GLOBAL,
        item.command(),
        kept ? nanAsZero(item.param1()) : 0,
        kept ? nanAsZero(item.param2()) : 0,
        kept ? nanAsZero(item.param3()) : 0,
        item.command() == Commands.CONDITION_YAW ? nanAsZero(item.param4()) : 0,
        0,
        0,
        0,
        item.autocontinue());
  }

  private static float whole(float value, int max) {
    return Float.isNaN(value) ? 0 : (int) Math.max(0, Math.min(max, value));
  }

  /** Radii above 255 m are kept in tens of metres; the sign is the direction. */
  private static float radius(float value) {
    if (Float.isNaN(value)) {
      return 0;
    }
    int size = (int) Math.min(2550, Math.abs(value));
    int kept = size > 255 ? size / 10 * 10 : size;
    return value < 0 ? -kept : kept;
  }

  private static float nanAsZero(float value) {
    return Float.isNaN(value) ? 0 : value;
  }
}
