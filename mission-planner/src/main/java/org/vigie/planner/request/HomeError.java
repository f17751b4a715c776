package org.vigie.planner.request;

/**
 * How wrong home may be: where the aircraft really stands, and how high that is, against what the
 * plan says. Heights above home, the fence's ceiling and return heights move with it. Planner and
 * proof keep this much of every margin that home decides.
 *
 * @source LBA guide to the operational volume: S_GPS 3 m, and H_delta 4 m for heights from GNSS
 */
public final class HomeError {
  /** Horizontally, metres. */
  public static final double HORIZONTAL_M = 3;

  /** Vertically, metres. */
  public static final double VERTICAL_M = 4;

  private HomeError() {}
}
