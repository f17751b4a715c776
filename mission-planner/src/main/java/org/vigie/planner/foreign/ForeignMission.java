package org.vigie.planner.foreign;

import java.util.List;
import java.util.TreeMap;

/**
 * What a foreign mission flies, as far as it is understood.
 *
 * @param legs in the order flown
 * @param notUnderstood reasons by item, for people
 * @param takesOff whether it begins in the air with a take-off
 * @param lands whether it ends on the ground
 */
record ForeignMission(
    List<ForeignLeg> legs,
    TreeMap<Integer, String> notUnderstood,
    boolean takesOff,
    boolean lands) {
  ForeignMission {
    legs = List.copyOf(legs);
  }
}
