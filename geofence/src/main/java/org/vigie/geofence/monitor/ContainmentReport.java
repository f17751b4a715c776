package org.vigie.geofence.monitor;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The monitor's judgement. Margins are positive on the safe side and negative beyond; they are
 * reduced by how wrong the position may be and by the way flown since it was measured. Without any
 * position they are negative infinity: nothing is certain to be left.
 *
 * @param state to hand to the next step; holds the containment and the advised reaction
 * @param geographyMarginM to the flight geography's edge, horizontally
 * @param volumeMarginM to the contingency volume's edge, horizontally
 * @param geographyHeightMarginM to the flight geography's top or floor, whichever is nearer
 * @param volumeHeightMarginM to the contingency volume's top
 * @param floorMarginM to the contingency volume's bottom
 * @param keepOut the nearest keep-out in force; null when none is within {@code horizonM}
 * @param keepOutMarginM distance to it, in the air; infinite when none is within {@code horizonM}
 * @param horizonM how far keep-outs were looked for
 * @param stoppingM reaction and braking distance at the present speed, horizontally, drift included
 * @param breachS seconds to the first of all surfaces at the present velocity; infinite when none
 *     is approached, 0 when beyond one
 * @param breach which surface that is; null when none is approached
 * @param breachKeepOut which keep-out, when it is one
 * @param stopsInside whether reacting and braking now would end inside the contingency volume and
 *     outside every keep-out
 */
public record ContainmentReport(
    ContainmentState state,
    double geographyMarginM,
    double volumeMarginM,
    double geographyHeightMarginM,
    double volumeHeightMarginM,
    double floorMarginM,
    @Nullable String keepOut,
    double keepOutMarginM,
    double horizonM,
    double stoppingM,
    double breachS,
    @Nullable Surface breach,
    @Nullable String breachKeepOut,
    boolean stopsInside,
    Set<ContainmentFinding> findings) {
  public ContainmentReport {
    findings = Set.copyOf(findings);
  }

  /** The nearest keep-out within the horizon. */
  public Optional<String> findKeepOut() {
    return Optional.ofNullable(keepOut);
  }

  /** The surface that is come through first. */
  public Optional<Surface> findBreach() {
    return Optional.ofNullable(breach);
  }

  /** The keep-out that is come into first. */
  public Optional<String> findBreachKeepOut() {
    return Optional.ofNullable(breachKeepOut);
  }
}
