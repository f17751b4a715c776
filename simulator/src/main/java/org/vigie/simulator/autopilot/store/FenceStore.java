package org.vigie.simulator.autopilot.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The polygon and circle fence. Staged: an upload replaces it whole or not at all. Confined to the
 * world's thread.
 */
public final class FenceStore {
  /** Vertices and circles together. @source boards with 16 kB of storage hold 70 vertices */
  public static final int ITEMS_MAX = 70;

  private static final int FRAME_GLOBAL = 0;
  private static final int FRAME_RELATIVE = 3;
  private static final int FRAME_RELATIVE_INT = 6;
  private static final int VERTICES_MIN = 3;

  private List<Item> items = List.of();
  private boolean sound = true;

  /** Why an item is refused, or ACCEPTED. */
  public static StoreResult check(Item item) {
    if (item.command() < Commands.FENCE_RETURN_POINT
        || item.command() > Commands.FENCE_CIRCLE_EXCLUSION) {
      return StoreResult.UNSUPPORTED;
    }
    if (item.frame() != FRAME_GLOBAL
        && item.frame() != FRAME_RELATIVE
        && item.frame() != FRAME_RELATIVE_INT
        && item.frame() != 5) {
      return StoreResult.UNSUPPORTED_FRAME;
    }
    if (Math.abs((long) item.x()) > 900_000_000L) {
      return StoreResult.INVALID_PARAM5_X;
    }
    return Math.abs((long) item.y()) > 1_800_000_000L
        ? StoreResult.INVALID_PARAM6_Y
        : StoreResult.ACCEPTED;
  }

  /** Whether what is written from now on is kept as it was written; a fault when not. */
  public void sound(boolean ok) {
    sound = ok;
  }

  /**
   * Puts a whole fence in place.
   *
   * @return what is wrong with it, as ArduPilot words it; empty when it is in place
   */
  public Optional<String> replace(List<Item> uploaded) {
    List<Item> stored = new ArrayList<>();
    int index = 0;
    while (index < uploaded.size()) {
      Item first = uploaded.get(index);
      if (isPolygon(first)) {
        int count = (int) first.param1();
        if (count < VERTICES_MIN) {
          return Optional.of("Invalid vertex count (" + count + ")");
        }
        for (int i = index; i < index + count; i++) {
          if (i >= uploaded.size()
              || uploaded.get(i).command() != first.command()
              || (int) uploaded.get(i).param1() != count) {
            return Optional.of("Incorrect item count");
          }
          stored.add(stored(uploaded.get(i), count));
        }
        index += count;
      } else {
        boolean circle = first.command() != Commands.FENCE_RETURN_POINT;
        if (circle && !(first.param1() > 0)) {
          return Optional.of("Non-positive circle radius");
        }
        stored.add(stored(first, circle ? first.param1() : 0));
        index++;
      }
    }
    items = sound ? List.copyOf(stored) : stored.stream().map(DamagedCell::through).toList();
    return Optional.empty();
  }

  private static boolean isPolygon(Item item) {
    return item.command() == Commands.FENCE_POLYGON_INCLUSION
        || item.command() == Commands.FENCE_POLYGON_EXCLUSION;
  }

  private static Item stored(Item item, float param1) {
    return new Item(FRAME_GLOBAL, item.command(), param1, 0, 0, 0, item.x(), item.y(), 0, 0);
  }

  public List<Item> items() {
    return items;
  }
}
