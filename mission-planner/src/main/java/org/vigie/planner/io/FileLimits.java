package org.vigie.planner.io;

/** How much of a foreign file is read. */
final class FileLimits {
  /** Thousands of items are half of it; a file that is larger is no mission. */
  static final int CHARACTERS_MAX = 4_000_000;

  /** PX4 stores 2,000 items at most, ArduPilot without a card some 700. */
  static final int ITEMS_MAX = 5_000;

  /** ArduPilot stores 84 vertices in 16 kB, PX4 64; with a card a few hundred. */
  static final int FENCE_VERTICES_MAX = 2_000;

  /** No autopilot stores more, or has use for them. */
  static final int FENCE_SHAPES_MAX = 200;

  /** ArduPilot keeps tens of them. */
  static final int RALLY_POINTS_MAX = 200;

  private FileLimits() {}
}
