package org.vigie.simulator.autopilot.store;

import java.util.Map;
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
          Commands.NAV_LOITER_TO_ALT,
          Commands.NAV_SPLINE_WAYPOINT,
          Commands.NAV_LAND,
          Commands.NAV_TAKEOFF,
          Commands.DO_SET_HOME,
          Commands.DO_SET_ROI_LOCATION,
          Commands.DO_SET_ROI,
          Commands.DO_LAND_START,
          Commands.DO_RETURN_PATH_START);
  private static final Set<Integer> WITHOUT_PLACE =
      Set.of(
          Commands.NAV_RETURN_TO_LAUNCH,
          Commands.NAV_DELAY,
          Commands.CONDITION_DELAY,
          Commands.CONDITION_DISTANCE,
          Commands.CONDITION_YAW,
          Commands.DO_JUMP,
          Commands.DO_CHANGE_SPEED,
          Commands.DO_SET_ROI_NONE,
          Commands.DO_DIGICAM_CONFIGURE,
          Commands.DO_DIGICAM_CONTROL,
          Commands.DO_MOUNT_CONTROL,
          Commands.DO_SET_CAM_TRIGG_DIST,
          Commands.DO_FENCE_ENABLE,
          Commands.SET_CAMERA_ZOOM,
          Commands.SET_CAMERA_FOCUS,
          Commands.DO_GIMBAL_MANAGER_PITCHYAW,
          Commands.IMAGE_START_CAPTURE,
          Commands.IMAGE_STOP_CAPTURE,
          Commands.VIDEO_START_CAPTURE,
          Commands.VIDEO_STOP_CAPTURE);

  /** Parameters that an item keeps, from the first. */
  private static final Map<Integer, Integer> KEPT =
      Map.ofEntries(
          Map.entry(Commands.CONDITION_YAW, 4),
          Map.entry(Commands.DO_CHANGE_SPEED, 3),
          Map.entry(Commands.NAV_DELAY, 4),
          Map.entry(Commands.CONDITION_DELAY, 1),
          Map.entry(Commands.CONDITION_DISTANCE, 1),
          Map.entry(Commands.DO_JUMP, 2),
          Map.entry(Commands.DO_DIGICAM_CONFIGURE, 4),
          Map.entry(Commands.DO_DIGICAM_CONTROL, 4),
          Map.entry(Commands.DO_MOUNT_CONTROL, 3),
          Map.entry(Commands.DO_SET_CAM_TRIGG_DIST, 3),
          Map.entry(Commands.DO_FENCE_ENABLE, 1),
          Map.entry(Commands.SET_CAMERA_ZOOM, 2),
          Map.entry(Commands.SET_CAMERA_FOCUS, 2),
          Map.entry(Commands.DO_GIMBAL_MANAGER_PITCHYAW, 4),
          Map.entry(Commands.IMAGE_START_CAPTURE, 3),
          Map.entry(Commands.IMAGE_STOP_CAPTURE, 1),
          Map.entry(Commands.VIDEO_START_CAPTURE, 1),
          Map.entry(Commands.VIDEO_STOP_CAPTURE, 1));

  /** Of these x, y and z are numbers of their own, not a place. */
  private static final Set<Integer> WITH_NUMBERS =
      Set.of(Commands.DO_DIGICAM_CONTROL, Commands.DO_GIMBAL_MANAGER_PITCHYAW);

  private MissionRules() {}

  /** Why an item is refused, or ACCEPTED. */
  public static StoreResult check(Item item) {
    if (!WITH_PLACE.contains(item.command()) && !WITHOUT_PLACE.contains(item.command())) {
      return StoreResult.UNSUPPORTED;
    }
    if (!Float.isFinite(item.z()) || Math.abs(item.z()) > HEIGHT_M_MAX) {
      return StoreResult.INVALID_PARAM7;
    }
    if (unusable(item, item.param1(), false)) {
      return StoreResult.INVALID_PARAM1;
    }
    if (unusable(item, item.param2(), false)) {
      return StoreResult.INVALID_PARAM2;
    }
    if (unusable(item, item.param3(), false)) {
      return StoreResult.INVALID_PARAM3;
    }
    if (unusable(item, item.param4(), true)) {
      return StoreResult.INVALID_PARAM4;
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

  /** Only a yaw may be unknown. @source AP_Mission::sanity_check_params */
  private static boolean unusable(Item item, float value, boolean fourth) {
    boolean mayBeUnknown =
        fourth
            && switch (item.command()) {
              case Commands.NAV_WAYPOINT,
                  Commands.NAV_LOITER_UNLIM,
                  Commands.NAV_LAND,
                  Commands.NAV_TAKEOFF ->
                  true;
              default -> false;
            };
    boolean gimbal = item.command() == Commands.DO_GIMBAL_MANAGER_PITCHYAW;
    return Float.isInfinite(value) || (Float.isNaN(value) && !mayBeUnknown && !gimbal);
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
      case Commands.NAV_WAYPOINT, Commands.NAV_LOITER_TIME, Commands.NAV_SPLINE_WAYPOINT ->
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
      case Commands.DO_SET_HOME ->
          placed.with(placed.frame(), whole(item.param1(), 1), 0, 0, 0, height);
      case Commands.NAV_TAKEOFF ->
          new Item(placed.frame(), item.command(), 0, 0, 0, 0, 0, 0, height, item.autocontinue());
      default -> placed;
    };
  }

  private static Item withoutPlace(Item item) {
    int kept = KEPT.getOrDefault(item.command(), 0);
    boolean numbers = WITH_NUMBERS.contains(item.command());
    return new Item(
        FRAME_GLOBAL,
        item.command(),
        kept > 0 ? nanAsZero(item.param1(), item) : 0,
        kept > 1 ? nanAsZero(item.param2(), item) : 0,
        kept > 2 ? nanAsZero(item.param3(), item) : 0,
        kept > 3 ? nanAsZero(item.param4(), item) : 0,
        numbers ? item.x() : 0,
        numbers ? item.y() : 0,
        numbers ? item.z() : 0,
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

  /** Angles and rates of a gimbal may stay unknown: the other pair is meant then. */
  private static float nanAsZero(float value, Item item) {
    boolean gimbal = item.command() == Commands.DO_GIMBAL_MANAGER_PITCHYAW;
    return Float.isNaN(value) && !gimbal ? 0 : value;
  }
}
