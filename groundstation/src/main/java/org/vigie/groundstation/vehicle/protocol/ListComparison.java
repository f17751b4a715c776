package org.vigie.groundstation.vehicle.protocol;

import java.util.ArrayList;
import java.util.List;

/** Compares lists as they are stored. Pure; -0 equals 0, and what is not a number equals itself. */
public final class ListComparison {
  private static final String ABSENT = "absent";

  private ListComparison() {}

  /**
   * All differences, in order; none means equal as stored.
   *
   * @param skipItemZero for a mission on a vehicle that keeps home there: item 0 must exist, but
   *     may be anything
   */
  public static List<ItemDifference> compare(
      List<StoredItem> wanted, List<StoredItem> stored, boolean skipItemZero) {
    List<ItemDifference> differences = new ArrayList<>();
    int longer = Math.max(wanted.size(), stored.size());
    for (int seq = 0; seq < longer; seq++) {
      if (seq >= stored.size()) {
        differences.add(new ItemDifference(seq, "item", wanted.get(seq).toString(), ABSENT));
      } else if (seq >= wanted.size()) {
        differences.add(new ItemDifference(seq, "item", ABSENT, stored.get(seq).toString()));
      } else if (seq > 0 || !skipItemZero) {
        compare(wanted.get(seq), stored.get(seq), differences);
      }
    }
    return differences;
  }

  private static void compare(
      StoredItem wanted, StoredItem stored, List<ItemDifference> differences) {
    int seq = wanted.seq();
    number(seq, "seq", wanted.seq(), stored.seq(), differences);
    number(seq, "frame", wanted.frame(), stored.frame(), differences);
    number(seq, "command", wanted.command(), stored.command(), differences);
    real(seq, "param1", wanted.param1(), stored.param1(), differences);
    real(seq, "param2", wanted.param2(), stored.param2(), differences);
    real(seq, "param3", wanted.param3(), stored.param3(), differences);
    real(seq, "param4", wanted.param4(), stored.param4(), differences);
    number(seq, "x", wanted.x(), stored.x(), differences);
    number(seq, "y", wanted.y(), stored.y(), differences);
    real(seq, "z", wanted.z(), stored.z(), differences);
  }

  private static void number(
      int seq, String field, int wanted, int stored, List<ItemDifference> differences) {
    if (wanted != stored) {
      differences.add(
          new ItemDifference(seq, field, Integer.toString(wanted), Integer.toString(stored)));
    }
  }

  private static void real(
      int seq, String field, float wanted, float stored, List<ItemDifference> differences) {
    boolean equal = wanted == stored || (Float.isNaN(wanted) && Float.isNaN(stored));
    if (!equal) {
      differences.add(
          new ItemDifference(seq, field, Float.toString(wanted), Float.toString(stored)));
    }
  }
}
