package org.vigie.geofence.zone.index;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Asks an index about one point after another without making garbage. Mutable: confined to one
 * caller; each asks {@link ZoneIndex#probe()} for its own.
 */
public final class ZoneProbe {
  private static final double POLE_DEG = 90;

  private final Solids solids;
  private final Schedule schedule;
  private final Altitudes altitudes = new Altitudes();

  /** The turn in which each zone was last found. */
  private final int[] seen;

  private int turn;
  private int[] found = new int[16];
  private int count;

  ZoneProbe(Solids solids, Schedule schedule, int zones) {
    this.solids = solids;
    this.schedule = schedule;
    this.seen = new int[zones];
  }

  /**
   * Finds the zones that may be in force at a point, at some altitude of a span and some instant of
   * another, all limits included.
   *
   * @param groundLowestM lowest ground there, metres AMSL; NaN when unknown: limits above ground
   *     may then lie anywhere
   * @param groundHighestM highest ground there; NaN when unknown
   * @param undulationM height of the geoid above the ellipsoid; NaN when unknown: limits above the
   *     ellipsoid may then lie anywhere
   * @return how many; {@link #zone} names them until the next call
   * @throws IllegalArgumentException if a coordinate or altitude is not finite or out of range, or
   *     a span ends before it begins: never an answer that looks like a free sky
   */
  public int at(
      double latDeg,
      double lonDeg,
      double lowestAmslM,
      double highestAmslM,
      double groundLowestM,
      double groundHighestM,
      double undulationM,
      long fromEpochMs,
      long untilEpochMs) {
    count = 0;
    check(latDeg, lonDeg, lowestAmslM, highestAmslM, fromEpochMs, untilEpochMs);
    checkGround(groundLowestM, groundHighestM, undulationM);
    altitudes.set(
        lowestAmslM, highestAmslM, groundLowestM, groundHighestM, undulationM, undulationM);
    if (++turn == 0) {
      // 2^32 questions on: old marks would look new
      Arrays.fill(seen, 0);
      turn = 1;
    }
    if (Math.abs(latDeg) == POLE_DEG) {
      // one place of all longitudes
      BitSet pieces = solids.find(lonDeg, latDeg, lonDeg, latDeg);
      for (int piece = pieces.nextSetBit(0); piece >= 0; piece = pieces.nextSetBit(piece + 1)) {
        if (solids.mayMeet(piece, altitudes)) {
          ask(piece, latDeg, lonDeg, fromEpochMs, untilEpochMs);
        }
      }
      return count;
    }
    BoxTree tree = solids.tree();
    int bucket = tree.bucket(lonDeg, latDeg);
    int last = bucket + tree.member(bucket);
    for (int i = bucket + 1; i <= last; i++) {
      int piece = tree.member(i);
      if (solids.boxHolds(piece, latDeg, lonDeg) && solids.mayMeet(piece, altitudes)) {
        ask(piece, latDeg, lonDeg, fromEpochMs, untilEpochMs);
      }
    }
    return count;
  }

  /**
   * A zone that was found, as {@link ZoneIndex#hit} numbers it.
   *
   * @throws IndexOutOfBoundsException if fewer were found
   */
  public int zone(int i) {
    if (i < 0 || i >= count) {
      throw new IndexOutOfBoundsException(i + " of " + count);
    }
    return found[i];
  }

  private void ask(int piece, double latDeg, double lonDeg, long fromMs, long untilMs) {
    int zone = solids.zone(piece);
    if (seen[zone] != turn
        && solids.contains(piece, latDeg, lonDeg)
        && schedule.inForce(zone, fromMs, untilMs)) {
      seen[zone] = turn;
      add(zone);
    }
  }

  private void add(int zone) {
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = zone;
  }

  private static void check(
      double latDeg, double lonDeg, double lowestM, double highestM, long fromMs, long untilMs) {
    if (!(latDeg >= -90 && latDeg <= 90 && lonDeg >= -180 && lonDeg <= 180)) {
      throw new IllegalArgumentException("no such place: " + latDeg + ", " + lonDeg);
    }
    if (!(lowestM <= highestM && lowestM > Double.NEGATIVE_INFINITY)
        || highestM == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "altitudes must be a finite span, not " + lowestM + " to " + highestM + " m");
    }
    if (fromMs > untilMs) {
      throw new IllegalArgumentException("the span ends before it begins: " + fromMs);
    }
  }

  private static void checkGround(double lowestM, double highestM, double undulationM) {
    if (Double.isInfinite(lowestM)
        || Double.isInfinite(highestM)
        || lowestM > highestM
        || Double.isInfinite(undulationM)) {
      throw new IllegalArgumentException(
          "ground must be a finite span or NaN, not "
              + lowestM
              + " to "
              + highestM
              + " m, and the undulation finite or NaN, not "
              + undulationM);
    }
  }
}
