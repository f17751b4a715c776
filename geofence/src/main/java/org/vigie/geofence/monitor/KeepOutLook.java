package org.vigie.geofence.monitor;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.volume.KeepOut;

/** One look at the keep-outs around an aircraft. Confined to one step. */
final class KeepOutLook {
  private final KeepOutIndex index;
  private final Motion m;
  private final double horizonM;
  private final List<StopPath> paths;
  private final double pathM;
  private @Nullable String keepOut;
  private double marginM = Double.POSITIVE_INFINITY;
  private double measuredM = Double.POSITIVE_INFINITY;
  private @Nullable String breachKeepOut;
  private double breachS = Double.POSITIVE_INFINITY;
  private final boolean[] stops;

  /**
   * @param paths ways to stop, the longest last
   */
  KeepOutLook(KeepOutIndex index, Motion motion, double horizonM, List<StopPath> paths) {
    this.index = index;
    this.m = motion;
    this.horizonM = horizonM;
    this.paths = paths;
    this.stops = new boolean[paths.size()];
    Arrays.fill(stops, true);
    StopPath longest = paths.get(paths.size() - 1);
    this.pathM =
        longest.lengthM() + longest.besideM() + m.speedMps() * m.ageS() + Surroundings.BOUNDARY_M;
  }

  /**
   * Looks.
   *
   * @param aheadS how far ahead; what comes into force within that time counts already
   */
  void look(Instant at, double aheadS) {
    long leftS = Instant.MAX.getEpochSecond() - at.getEpochSecond();
    Instant until = at.plusSeconds(Math.min((long) aheadS, leftS));
    for (int part : index.near(m.x(), m.y(), horizonM + m.doubtM(), at, until)) {
      KeepOut zone = index.keepOut(part);
      Outline outline = index.outline(part);
      double boxM = index.boxDistanceM(part, m.x(), m.y());
      // the box bounds the distance from outside only: within several keep-outs the deepest counts
      if (boxM == 0 || boxM - m.doubtM() < marginM) {
        double here = distanceM(zone, outline, m.lowestM(), m.highestM(), m.doubtM());
        if (here < marginM && here <= horizonM) {
          marginM = here;
          keepOut = zone.key();
        }
      }
      if (boxM == 0 || boxM - m.errorM() < measuredM) {
        double lowestM = m.height() - m.heightErrorM();
        double highestM = m.height() + m.heightErrorM();
        measuredM = Math.min(measuredM, distanceM(zone, outline, lowestM, highestM, m.errorM()));
      }
      if (m.velocityKnown()) {
        breach(part, zone, outline, aheadS);
      }
      if (boxM <= pathM) {
        stop(zone, outline);
      }
    }
  }

  private void stop(KeepOut zone, Outline outline) {
    for (int i = 0; i < stops.length; i++) {
      boolean again = i > 0 && paths.get(i) == paths.get(i - 1);
      stops[i] = again ? stops[i - 1] : stops[i] && !meets(paths.get(i), zone, outline);
    }
  }

  private static boolean meets(StopPath path, KeepOut zone, Outline outline) {
    return zone.meetsHeights(path.lowestM(), path.highestM())
        && path.meets(outline, Surroundings.BOUNDARY_M);
  }

  /** Distance to a keep-out in the air, all doubt taken off; negative: the shortest way out. */
  private double distanceM(
      KeepOut zone, Outline outline, double lowestM, double highestM, double doubtM) {
    double above = lowestM - zone.ceilingM();
    double below = zone.floorM() - highestM;
    double beside = -outline.marginM(m.x(), m.y()) - doubtM;
    double vertical = Math.max(above, below);
    return beside > 0 && vertical > 0
        ? Math.sqrt(beside * beside + vertical * vertical)
        : Math.max(beside, vertical);
  }

  /** When it comes into a keep-out at the present velocity: into its heights and its ground. */
  private void breach(int part, KeepOut zone, Outline outline, double aheadS) {
    double from = m.ageS();
    double until = m.ageS() + Math.min(aheadS, breachS);
    double low = zone.floorM() - m.heightErrorM() - m.height();
    double high = zone.ceilingM() + m.heightErrorM() - m.height();
    if (m.vz() == 0) {
      if (low > 0 || high < 0) {
        return;
      }
    } else {
      from = Math.max(from, Math.min(low / m.vz(), high / m.vz()));
      until = Math.min(until, Math.max(low / m.vz(), high / m.vz()));
    }
    if (from > until) {
      return;
    }
    double x = m.x() + m.vx() * from;
    double y = m.y() + m.vy() * from;
    double reach = m.errorM() + Surroundings.BOUNDARY_M;
    boolean already = index.boxDistanceM(part, x, y) <= reach && outline.marginM(x, y) >= -reach;
    double at =
        already ? from : outline.firstNearS(m.x(), m.y(), m.vx(), m.vy(), reach, from, until);
    if (at - m.ageS() < breachS) {
      breachS = Math.max(0, at - m.ageS());
      breachKeepOut = zone.key();
    }
  }

  @Nullable String keepOut() {
    return keepOut;
  }

  double marginM() {
    return marginM;
  }

  /** The margin where the position was measured, only its error taken off. */
  double measuredM() {
    return measuredM;
  }

  /** 0 inside of one. */
  double breachS() {
    return marginM <= Surroundings.BOUNDARY_M ? 0 : breachS;
  }

  @Nullable String breachKeepOut() {
    return marginM <= Surroundings.BOUNDARY_M ? keepOut : breachKeepOut;
  }

  /** Whether one of the ways ends outside all keep-outs and leads through none. */
  boolean stops(int path) {
    return stops[path];
  }
}
