package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.Requirement.require;

/**
 * What an autopilot can store and hold of a fence. Each holds one inclusion polygon here, since
 * both intersect several.
 *
 * @param target what it is, in words
 * @param verticesMax vertices of all polygons, circles included as {@code circleVertices}
 * @param circleVertices what an exclusion circle costs; 0 when there are none
 * @param bytesMax bytes that all of it may take where storage is counted so: {@link #POLYGON_BYTES}
 *     a polygon and {@link #VERTEX_BYTES} each of its vertices, {@link #CIRCLE_BYTES} a circle
 * @param floor whether a lowest height can be enforced
 * @source ArduPilot AC_PolyFence_loader.cpp, fence_storage_space_required (header, polygons,
 *     circles) and write_fence (an end mark that is not counted there); StorageManager.cpp, layout
 *     for Copter (48 + 256 + 256 bytes). PX4 dataman.h, DM_KEY_FENCE_POINTS_MAX (64; older firmware
 *     kept a count in the first of them, boards short of memory have 16); mavlink_mission.cpp (a
 *     polygon has 3 vertices or more; a circle may have any radius)
 */
public record FenceBudget(
    String target, int verticesMax, int bytesMax, int circleVertices, boolean floor) {
  /** What a polygon takes beside its vertices. */
  public static final int POLYGON_BYTES = 2;

  /** What a vertex takes. */
  public static final int VERTEX_BYTES = 8;

  /** What a circle takes. */
  public static final int CIRCLE_BYTES = 13;

  /** A header of four bytes, and an end mark: where that finds no room it is lost unsaid. */
  private static final int FRAME_BYTES = 4 + 1;

  /** A board with 16 kB of storage: a fence of a byte more is refused as a whole. */
  public static final FenceBudget ARDUPILOT_16_KB =
      new FenceBudget("ArduPilot, 16 kB board", 69, 48 + 256 + 256 - FRAME_BYTES, 2, true);

  /** PX4: no lowest height. */
  public static final FenceBudget PX4 = new FenceBudget("PX4", 64, 1, false);

  public FenceBudget {
    require(verticesMax >= 3, "a fence needs 3 vertices, not " + verticesMax);
    require(
        bytesMax >= polygonBytes(3),
        "a fence needs " + polygonBytes(3) + " bytes, not " + bytesMax);
    require(circleVertices >= 0, "a circle cannot cost less than nothing");
  }

  /** A budget that counts no bytes. */
  public FenceBudget(String target, int verticesMax, int circleVertices, boolean floor) {
    this(target, verticesMax, Integer.MAX_VALUE, circleVertices, floor);
  }

  /** What a polygon takes. */
  static int polygonBytes(int vertices) {
    return POLYGON_BYTES + VERTEX_BYTES * vertices;
  }

  /** The vertices that one polygon may have. */
  int polygonVerticesMax() {
    return Math.min(verticesMax, (bytesMax - POLYGON_BYTES) / VERTEX_BYTES);
  }

  /** This budget with fewer or more vertices, in as many bytes. */
  public FenceBudget of(int vertices) {
    return new FenceBudget(target, vertices, bytesMax, circleVertices, floor);
  }
}
