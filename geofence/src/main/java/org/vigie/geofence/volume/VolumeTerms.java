package org.vigie.geofence.volume;

/**
 * The terms of an operational volume for a multirotor that stops, in metres, named as the source
 * names them.
 *
 * @param reactionM S_RZ = V0 * t_RZ
 * @param manoeuvreM S_CM, the larger of V0^2 / (2 g tan theta) and the measured stopping distance
 * @param contingencyM S_CV = S_GPS + S_Pos + S_K + S_RZ + S_CM, width of the contingency volume
 * @param reactionHeightM H_RZ = 0.7 V0 t_RZ
 * @param manoeuvreHeightM H_CM = 0.5 V0^2 / g
 * @param contingencyHeightM H_CV = H_FG + H_delta + H_RZ + H_CM
 * @param groundRiskM S_GRB = H_CV + 0.5 CD, the 1:1 rule
 * @source LBA formulas, see {@link VolumeParameters}
 */
public record VolumeTerms(
    VolumeParameters parameters,
    double reactionM,
    double manoeuvreM,
    double contingencyM,
    double reactionHeightM,
    double manoeuvreHeightM,
    double contingencyHeightM,
    double groundRiskM) {
  private static final double GRAVITY_MPS2 = 9.81;
  private static final double REACTION_CLIMB = 0.7;

  /** The terms that follow from some parameters. */
  public static VolumeTerms of(VolumeParameters p) {
    double v0 = p.speedMps();
    double reactionM = v0 * p.reactionS();
    double formulaM = v0 * v0 / (2 * GRAVITY_MPS2 * Math.tan(Math.toRadians(p.pitchDeg())));
    double manoeuvreM = Math.max(formulaM, p.stoppingDistanceM());
    double reactionHeightM = REACTION_CLIMB * v0 * p.reactionS();
    double manoeuvreHeightM = 0.5 * v0 * v0 / GRAVITY_MPS2;
    double contingencyHeightM =
        p.flightHeightM() + p.heightErrorM() + reactionHeightM + manoeuvreHeightM;
    return new VolumeTerms(
        p,
        reactionM,
        manoeuvreM,
        p.gnssErrorM() + p.positionErrorM() + p.mapErrorM() + reactionM + manoeuvreM,
        reactionHeightM,
        manoeuvreHeightM,
        contingencyHeightM,
        contingencyHeightM + 0.5 * p.dimensionM());
  }

  /**
   * How far inside the contingency volume a fence must lie that brakes when it is crossed: the
   * position may be wrong, the reaction takes its time, and stopping its distance.
   */
  public double fenceSetbackM() {
    return parameters.gnssErrorM() + reactionM + manoeuvreM;
  }
}
