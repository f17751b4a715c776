package org.vigie.geofence.volume;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The terms of an operational volume, in metres, named as the sources name them.
 *
 * @param reactionM S_RZ = V0 * t_RZ
 * @param manoeuvreM S_CM: for a stop the larger of V0^2 / (2 g tan theta) and the measured stopping
 *     distance; for a turn V0^2 / (g tan phi); under a parachute V0 * t_open
 * @param contingencyM S_CV = S_GPS + S_Pos + S_K + S_RZ + S_CM, width of the contingency volume; a
 *     standard scenario may demand more
 * @param reactionHeightM H_RZ
 * @param manoeuvreHeightM H_CM
 * @param contingencyHeightM H_CV = H_FG + H_delta + H_RZ + H_CM, top of the contingency volume
 *     above home
 * @param groundRiskM S_GRB, by the method asked for, for a fall from H_CV to the lowest ground
 *     below the volume and its ground risk buffer, see {@link FallGround}; a standard scenario may
 *     demand more; not a number while that ground is not known: {@link VolumeBuilder#draw} draws no
 *     volume then
 * @param adjacentM S_AV, width of the adjacent volume beyond the contingency volume
 * @param explanation every term with its numbers, in the order of calculation
 * @source see {@link VolumeParameters}
 */
public record VolumeTerms(
    VolumeParameters parameters,
    double reactionM,
    double manoeuvreM,
    double contingencyM,
    double reactionHeightM,
    double manoeuvreHeightM,
    double contingencyHeightM,
    double groundRiskM,
    double adjacentM,
    List<VolumeTerm> explanation) {
  private static final double ADJACENT_HEIGHT_M = 150;

  public VolumeTerms {
    explanation = List.copyOf(explanation);
  }

  /** The terms that follow from some parameters. */
  public static VolumeTerms of(VolumeParameters parameters) {
    return new VolumeFormulas(parameters).terms();
  }

  /**
   * How far inside the contingency volume a fence must lie that brakes when it is crossed: the
   * position may be wrong, the reaction takes its time, and stopping its distance.
   */
  public double fenceSetbackM() {
    return parameters.gnssErrorM() + reactionM + manoeuvreM;
  }

  /** Whether the ground below the volume is known: without it there is no ground risk buffer. */
  public boolean isGroundKnown() {
    return parameters.groundBelowHomeM().isPresent();
  }

  /** H_AV, top of the adjacent volume; the LBA's guide alone gives one. */
  public OptionalDouble findAdjacentHeightM() {
    return parameters.method() == VolumeMethod.LBA
        ? OptionalDouble.of(contingencyHeightM + ADJACENT_HEIGHT_M)
        : OptionalDouble.empty();
  }

  /** Each term as a line of symbols and numbers, in the order of calculation. */
  public List<VolumeTerm> explain() {
    return explanation;
  }
}
