package org.vigie.geofence.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well positions agree with the velocities that came with them, over a while: a position that
 * creeps, stands still or leaps while the velocity says otherwise is not to be believed until both
 * have agreed for some seconds. Immutable.
 *
 * @param fixes the last ones, oldest first; never empty
 * @param doubtedAt the fix that did not agree last; null when none did for long
 */
public record FixTrack(List<Fix> fixes, @Nullable Instant doubtedAt) {
  /** Positions and velocities are compared over so many seconds. */
  private static final double WINDOW_S = 3;

  /** Fixes nearer together need not all be kept. */
  private static final double SPACING_S = 0.25;

  /** Over a longer gap velocities say little. */
  private static final double GAP_S = 1;

  /** After a disagreement so many seconds have to agree. */
  private static final double AGREE_S = 5;

  /** How far a position may be from dead reckoning: filter corrections. */
  private static final double APART_M = 10;

  /** And by this share of the way: velocities change between fixes. */
  private static final double APART_SHARE = 0.5;

  public FixTrack {
    fixes = List.copyOf(fixes);
  }

  /**
   * A position and where dead reckoning would have it.
   *
   * @param wayM flown by dead reckoning, horizontally
   * @param climbM flown by dead reckoning, up and down
   */
  public record Fix(
      Instant at,
      double x,
      double y,
      double height,
      double vx,
      double vy,
      double vz,
      double reckonedX,
      double reckonedY,
      double reckonedHeight,
      double wayM,
      double climbM) {
    /** A fix that nothing was reckoned to yet. */
    static Fix first(
        Instant at, double x, double y, double height, double vx, double vy, double vz) {
      return new Fix(at, x, y, height, vx, vy, vz, x, y, height, 0, 0);
    }

    private Fix after(Fix before, double elapsedS) {
      double east = (before.vx + vx) / 2 * elapsedS;
      double north = (before.vy + vy) / 2 * elapsedS;
      double up = (before.vz + vz) / 2 * elapsedS;
      double speed = Math.max(Math.hypot(before.vx, before.vy), Math.hypot(vx, vy));
      double climb = Math.max(Math.abs(before.vz), Math.abs(vz));
      return new Fix(
          at,
          x,
          y,
          height,
          vx,
          vy,
          vz,
          before.reckonedX + east,
          before.reckonedY + north,
          before.reckonedHeight + up,
          before.wayM + speed * elapsedS,
          before.climbM + climb * elapsedS);
    }

    private boolean agrees(Fix older) {
      double east = x - older.x - (reckonedX - older.reckonedX);
      double north = y - older.y - (reckonedY - older.reckonedY);
      double up = height - older.height - (reckonedHeight - older.reckonedHeight);
      return Math.hypot(east, north) <= APART_M + APART_SHARE * (wayM - older.wayM)
          && Math.abs(up) <= APART_M + APART_SHARE * (climbM - older.climbM);
    }

    /** Without knowing the way between: no further than the speed allows. */
    private boolean reachable(Fix older, double elapsedS) {
      double speed = Math.max(Math.hypot(older.vx, older.vy), Math.hypot(vx, vy));
      double climb = Math.max(Math.abs(older.vz), Math.abs(vz));
      return Math.hypot(x - older.x, y - older.y) <= APART_M + (1 + APART_SHARE) * speed * elapsedS
          && Math.abs(height - older.height) <= APART_M + (1 + APART_SHARE) * climb * elapsedS;
    }
  }

  /** A track of one fix. */
  static FixTrack of(Fix fix) {
    return new FixTrack(List.of(fix), null);
  }

  /** This track with a fix that is not older than the last one. */
  FixTrack with(Fix next) {
    Fix last = fixes.get(fixes.size() - 1);
    double elapsedS = InputReading.secondsBetween(last.at, next.at);
    boolean gap = elapsedS > GAP_S;
    Fix reckoned = next.after(last, gap ? 0 : elapsedS);
    boolean agrees =
        gap ? next.reachable(last, elapsedS) : fixes.stream().allMatch(reckoned::agrees);
    if (!agrees || gap) {
      return new FixTrack(List.of(next), agrees ? doubtedAt : next.at);
    }
    List<Fix> kept = new ArrayList<>();
    for (Fix fix : fixes) {
      boolean near =
          !kept.isEmpty()
              && InputReading.secondsBetween(kept.get(kept.size() - 1).at, fix.at) < SPACING_S
              && !fix.equals(last);
      if (InputReading.secondsBetween(fix.at, next.at) <= WINDOW_S && !near) {
        kept.add(fix);
      }
    }
    kept.add(reckoned);
    return new FixTrack(kept, doubtedAt);
  }

  /** The last fix. */
  Instant lastAt() {
    return fixes.get(fixes.size() - 1).at;
  }

  /** Whether positions and velocities did not agree lately. */
  boolean doubtful() {
    return doubtedAt != null && InputReading.secondsBetween(doubtedAt, lastAt()) < AGREE_S;
  }
}
