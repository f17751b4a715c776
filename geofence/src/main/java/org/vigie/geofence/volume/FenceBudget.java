package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.Requirement.require;

/**
 * What an autopilot can store and hold of a fence. Each holds one inclusion polygon here, since
 * both intersect several.
 *
 * @param target what it is, in words
 * @param verticesMax vertices of all polygons, circles included as {@code circleVertices}
 * @param circleVertices what an exclusion circle costs; 0 when there are none
 * @param floor whether a lowest height can be enforced
 * @source ArduPilot AC_PolyFence_loader.cpp (8 bytes a vertex, 13 a circle) and StorageManager.cpp;
 *     PX4 navigation.h, DM_KEY_FENCE_POINTS_MAX
 */
public record FenceBudget(String target, int verticesMax, int circleVertices, boolean floor) {
  /** A board with 16 kB of storage. */
  public static final FenceBudget ARDUPILOT_16_KB =
      new FenceBudget("ArduPilot, 16 kB board", 70, 2, true);

  /** PX4: no lowest height. */
  public static final FenceBudget PX4 = new FenceBudget("PX4", 64, 1, false);

  public FenceBudget {
    require(verticesMax >= 3, "a fence needs 3 vertices, not " + verticesMax);
    require(circleVertices >= 0, "a circle cannot cost less than nothing");
  }

  /** This budget with fewer or more vertices. */
  public FenceBudget of(int vertices) {
    return new FenceBudget(target, vertices, circleVertices, floor);
  }
}
