package org.vigie.simulator.autopilot.store;

import java.util.ArrayList;
import java.util.List;

/** Rally points, written one by one, heights in whole metres. Confined to the world's thread. */
public final class RallyStore {
  /**
   * @source AP_Rally: storage of 300 bytes and more holds these
   */
  public static final int POINTS_MAX = 100;

  private static final int FRAME_GLOBAL = 0;
  private static final int FRAME_RELATIVE = 3;
  private static final int FRAME_GLOBAL_INT = 5;
  private static final int FRAME_RELATIVE_INT = 6;

  private final List<Item> points = new ArrayList<>();

  /** Why a point is refused, or ACCEPTED. */
  public static StoreResult check(Item item) {
    if (item.command() != Commands.RALLY_POINT) {
      return StoreResult.UNSUPPORTED;
    }
    if (Math.abs((long) item.x()) > 900_000_000L) {
      return StoreResult.INVALID_PARAM5_X;
    }
    if (Math.abs((long) item.y()) > 1_800_000_000L) {
      return StoreResult.INVALID_PARAM6_Y;
    }
    if (!(item.z() >= Short.MIN_VALUE && item.z() <= Short.MAX_VALUE)) {
      return StoreResult.INVALID_PARAM7;
    }
    return switch (item.frame()) {
      case FRAME_GLOBAL, FRAME_GLOBAL_INT, FRAME_RELATIVE, FRAME_RELATIVE_INT ->
          StoreResult.ACCEPTED;
      default -> StoreResult.UNSUPPORTED_FRAME;
    };
  }

  /** Replaces a point or adds the next one. */
  public void write(int index, Item item) {
    int frame =
        item.frame() == FRAME_GLOBAL || item.frame() == FRAME_GLOBAL_INT
            ? FRAME_GLOBAL
            : FRAME_RELATIVE;
    Item stored =
        new Item(frame, item.command(), 0, 0, 0, 0, item.x(), item.y(), (int) item.z(), 0);
    if (index < points.size()) {
      points.set(index, stored);
    } else if (index == points.size() && index < POINTS_MAX) {
      points.add(stored);
    } else {
      throw new IllegalArgumentException("rally point " + index + " of " + points.size());
    }
  }

  public void truncate(int count) {
    while (points.size() > count) {
      points.remove(points.size() - 1);
    }
  }

  public List<Item> points() {
    return List.copyOf(points);
  }
}
