package org.vigie.groundstation.vehicle.way;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which way orders go. It is left at once when it breaks, or falls quiet while another brings
 * frames; and after three seconds in which another was of a better grade. A way that is good is
 * kept, so that ways of equal worth do not take turns. Confined to {@link Ways}.
 */
final class WayChoice {
  /** Grades swing for a moment; what lasts this long is believed. */
  private static final long BETTER_FOR_MS = 3000;

  private @Nullable Way chosen;
  private @Nullable Way better;
  private long betterSinceMs;
  private long changes;

  /** How often orders changed their way, the first choice included. */
  long changes() {
    return changes;
  }

  /** A way is gone. */
  void forget(Way way) {
    if (better == way) {
      better = null;
    }
    if (chosen == way) {
      chosen = null;
    }
  }

  /** The way for orders now; none when none takes them. */
  @Nullable Way among(List<Way> ways, long nowMs) {
    Way candidate = null;
    for (int i = 0; i < ways.size(); i++) {
      Way way = ways.get(i);
      if (candidate == null || preferred(way, candidate, nowMs)) {
        candidate = way;
      }
    }
    Way now = chosen;
    if (candidate == null || now == candidate) {
      better = null;
      return now;
    }
    return now == null || leaves(now, candidate, nowMs) ? choose(candidate) : now;
  }

  private static boolean preferred(Way way, Way other, long nowMs) {
    if (way.quiet(nowMs) != other.quiet(nowMs)) {
      return other.quiet(nowMs);
    }
    return way.grade(nowMs).betterThan(other.grade(nowMs));
  }

  /** Whether orders leave a way for the one that is preferred now. */
  private boolean leaves(Way now, Way candidate, long nowMs) {
    boolean useful = candidate.grade(nowMs).betterThan(now.grade(nowMs));
    if (now.quiet(nowMs) && !candidate.quiet(nowMs)) {
      return true;
    }
    if (useful && now.grade(nowMs) == WayGrade.SILENT) {
      return true;
    }
    if (!useful) {
      better = null;
      return false;
    }
    if (better != candidate) {
      better = candidate;
      betterSinceMs = nowMs;
    }
    return nowMs - betterSinceMs >= BETTER_FOR_MS;
  }

  private Way choose(Way way) {
    chosen = way;
    better = null;
    changes++;
    return way;
  }
}
