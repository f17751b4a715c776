package org.vigie.planner.plan;

/**
 * Which mission items make up which part of the flight; how the station reads MISSION_CURRENT.
 *
 * @param takeoff seq of NAV_TAKEOFF, or of the item that brings it to its height from the air
 * @param sceneFirst seq of the first item flown on scene
 * @param sceneLast seq of the last item flown on scene
 * @param returnStart seq of DO_RETURN_PATH_START, or of the first item that flies back
 * @param land seq of the item that lands
 */
public record Phases(int takeoff, int sceneFirst, int sceneLast, int returnStart, int land) {}
