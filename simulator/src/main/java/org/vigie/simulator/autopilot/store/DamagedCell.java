package org.vigie.simulator.autopilot.store;

/**
 * A storage chip with a stuck bit: what passes it is a place some 45 metres off. Nobody notices but
 * who reads back.
 */
public final class DamagedCell {
  /** Bit 12 of the latitude in 1e-7 degrees: 0.00041 degrees, 45.6 m. */
  private static final int STUCK_BIT = 1 << 12;

  private DamagedCell() {}

  /** An item as it comes out again. */
  public static Item through(Item item) {
    return new Item(
        item.frame(),
        item.command(),
        item.param1(),
        item.param2(),
        item.param3(),
        item.param4(),
        item.x() ^ STUCK_BIT,
        item.y(),
        item.z(),
        item.autocontinue());
  }
}
