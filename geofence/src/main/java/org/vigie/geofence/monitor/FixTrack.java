package org.vigie.geofence.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well positions agree with the velocities that came with them, over a while: a position that
 * creeps, stands still or leaps while the velocity says otherwise is not to be believed until both
 * agree again. Immutable.
 *
 * <p>Dead reckoning by the mean of two fixes' velocities runs on from fix to fix, over gaps as
 * well, and each fix is compared with all kept ones before it. What is found within how long, by
 * fixes of which each comes within a second of the one before, of a position that moves at a share
 * k of the velocity v (k = 0 stands still): after 10 / (v (0.9 - k)) seconds and about one more, if
 * that is less than the window of {@value #WINDOW_S} s. So a position that stands still is found at
 * 2 m/s after 7 s, at 20 m/s within 2 s, and below 0.4 m/s never; one at half the velocity at 8 m/s
 * after 4 s, at 0.8 of it after 13 s at 8 m/s and never below 3.4 m/s. Rarer fixes leave room for
 * manoeuvres between them: every 2 s a position that stands still is found at 2 m/s after 12 s and
 * below 1 m/s never.
 *
 * @param fixes the last ones, oldest first; never empty
 * @param doubtedAt the fix that did not agree last; null when none did for long
 */
public record FixTrack(List<Fix> fixes, @Nullable Instant doubtedAt) {
  /** Positions and velocities are compared over so many seconds: long enough for slow creeping. */
  static final double WINDOW_S = 30;

  /** Over so many seconds velocities may lag and latency may change: the share is larger. */
  private static final double SHORT_S = 3;

  /** Fixes nearer together need not all be kept. */
  private static final double SPACING_S = 0.25;

  /** Nor older ones: a window is some forty fixes. */
  private static final double OLD_SPACING_S = 1;

  /** Over a longer gap it may have flown anywhere that the speed allows. */
  private static final double GAP_S = 1;

  /** After a disagreement so many seconds have to agree. */
  private static final double AGREE_S = 5;

  /** How far a position may be from dead reckoning: filter corrections. */
  private static final double APART_M = 10;

  /** And by this share of the way, within {@link #SHORT_S}. */
  private static final double SHORT_SHARE = 0.5;

  /** And by this share of a longer way: what velocities lag by does not add up. */
  private static final double SHARE = 0.1;

  /**
   * Between two fixes it may speed up and slow down again, unseen, as hard as multirotors do: a
   * quarter of this times the time squared.
   */
  private static final double UNSEEN_MPS2 = 4;

  public FixTrack {
    fixes = List.copyOf(fixes);
  }

  /**
   * A position and where dead reckoning would have it.
   *
   * @param sinceS seconds since dead reckoning began
   * @param wayM flown by dead reckoning, horizontally
   * @param climbM flown by dead reckoning, up and down
   * @param unseenM2 sum of the squares of what may have been flown unseen from fix to fix: unlike
   *     manoeuvres do not add up
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
      double sinceS,
      double wayM,
      double climbM,
      double unseenM2) {
    /** A fix that nothing was reckoned to yet. */
    static Fix first(
        Instant at, double x, double y, double height, double vx, double vy, double vz) {
      return new Fix(at, x, y, height, vx, vy, vz, x, y, height, 0, 0, 0, 0);
    }

    private Fix after(Fix before, double elapsedS) {
      double unseenM = UNSEEN_MPS2 / 4 * elapsedS * elapsedS;
      return new Fix(
          at,
          x,
          y,
          height,
          vx,
          vy,
          vz,
          before.reckonedX + (before.vx + vx) / 2 * elapsedS,
          before.reckonedY + (before.vy + vy) / 2 * elapsedS,
          before.reckonedHeight + (before.vz + vz) / 2 * elapsedS,
          before.sinceS + elapsedS,
          before.wayM + speedMpsMax(before) * elapsedS,
          before.climbM + climbMpsMax(before) * elapsedS,
          before.unseenM2 + unseenM * unseenM);
    }

    private double speedMpsMax(Fix other) {
      return Math.sqrt(Math.max(other.vx * other.vx + other.vy * other.vy, vx * vx + vy * vy));
    }

    private double climbMpsMax(Fix other) {
      return Math.max(Math.abs(other.vz), Math.abs(vz));
    }

    private boolean agrees(Fix older) {
      double share = sinceS - older.sinceS <= SHORT_S ? SHORT_SHARE : SHARE;
      double seconds = sinceS - older.sinceS;
      // within a second manoeuvres hide in what is allowed anyway
      double unseenM = seconds <= GAP_S ? 0 : Math.sqrt(unseenM2 - older.unseenM2);
      double east = x - older.x - (reckonedX - older.reckonedX);
      double north = y - older.y - (reckonedY - older.reckonedY);
      double up = height - older.height - (reckonedHeight - older.reckonedHeight);
      double apartM = APART_M + unseenM + share * (wayM - older.wayM);
      return east * east + north * north <= apartM * apartM
          && Math.abs(up) <= APART_M + unseenM + share * (climbM - older.climbM);
    }

    /** Without knowing the way between: no further than the speed allows. */
    private boolean reachable(Fix older, double elapsedS) {
      return Math.hypot(x - older.x, y - older.y)
              <= APART_M + (1 + SHORT_SHARE) * speedMpsMax(older) * elapsedS
          && Math.abs(height - older.height)
              <= APART_M + (1 + SHORT_SHARE) * climbMpsMax(older) * elapsedS;
    }

    private boolean repeats(Fix other) {
      return at.equals(other.at)
          && x == other.x
          && y == other.y
          && height == other.height
          && vx == other.vx
          && vy == other.vy
          && vz == other.vz;
    }
  }

  /** A track of one fix. */
  static FixTrack of(Fix fix) {
    return new FixTrack(List.of(fix), null);
  }

  /**
   * This track with a fix that is not older than the last one. After a leap the new place counts,
   * and is believed when all agreed for {@value #AGREE_S} s; what crept away stays doubted for as
   * long as the window shows it.
   */
  FixTrack with(Fix next) {
    Fix last = fixes.get(fixes.size() - 1);
    if (next.repeats(last)) {
      return this;
    }
    double elapsedS = InputReading.secondsBetween(last.at, next.at);
    Fix reckoned = next.after(last, elapsedS);
    boolean leapt = elapsedS > GAP_S ? !next.reachable(last, elapsedS) : !reckoned.agrees(last);
    if (leapt || elapsedS > WINDOW_S) {
      return new FixTrack(List.of(next), leapt ? next.at : doubtedAt);
    }
    List<Fix> kept = new ArrayList<>(fixes.size() + 1);
    boolean agrees = true;
    double keptS = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < fixes.size(); i++) {
      Fix fix = fixes.get(i);
      double ageS = reckoned.sinceS - fix.sinceS;
      agrees = agrees && (ageS > WINDOW_S || reckoned.agrees(fix));
      double spacingS = ageS > SHORT_S ? OLD_SPACING_S : SPACING_S;
      boolean near = fix.sinceS - keptS < spacingS && i < fixes.size() - 1;
      if (ageS <= WINDOW_S && !near) {
        kept.add(fix);
        keptS = fix.sinceS;
      }
    }
    kept.add(reckoned);
    return new FixTrack(kept, agrees ? doubtedAt : next.at);
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
