package org.vigie.geofence.monitor;

import java.util.Set;

/**
 * The monitor's judgement. Margins are positive inside and negative outside; a stale position has
 * its margins reduced by the way flown since.
 *
 * @param state to hand to the next step; holds the containment and the advised reaction
 * @param geographyMarginM to the flight geography's edge, horizontally
 * @param volumeMarginM to the contingency volume's edge, horizontally
 * @param geographyHeightMarginM to the flight geography's top
 * @param volumeHeightMarginM to the contingency volume's top
 * @param stoppingM reaction and braking distance at the present speed, horizontally
 * @param breachS seconds to the contingency volume's edge or top at the present velocity; infinite
 *     when it is not approached, 0 when outside
 * @param stopsInside whether reacting and braking now would end inside the contingency volume
 */
public record ContainmentReport(
    ContainmentState state,
    double geographyMarginM,
    double volumeMarginM,
    double geographyHeightMarginM,
    double volumeHeightMarginM,
    double stoppingM,
    double breachS,
    boolean stopsInside,
    Set<ContainmentFinding> findings) {
  public ContainmentReport {
    findings = Set.copyOf(findings);
  }
}
