package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.Requirement.require;
import static org.vigie.geofence.volume.Requirement.requireFinite;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the size of an operational volume follows from.
 *
 * @param speedMps V0, the greatest ground speed, tail wind included
 * @param dimensionM CD, the aircraft's characteristic dimension
 * @param flightHeightM H_FG, top of the flight geography above home
 * @param reactionS t_RZ, at least 1 s
 * @param climbMps RoC, the greatest rate of climb: FOCA's formula for rotorcraft needs it; 0 where
 *     no formula asks
 * @param scenario a standard scenario whose least sizes count too; null without one
 * @param groundBelowHomeM how far the lowest ground below the volume and its ground risk buffer
 *     lies below home, negative when all of it is higher, see {@link FallGround}; empty when nobody
 *     knows: then {@link VolumeTerms#isGroundKnown} is false
 * @source LBA guide to the operational volume, as the Dronedesk calculator and droneportTeam05 have
 *     it; FOCA-UAS-GM-Part1, as Digisky's GroundRiskBuffer3.py 3.3.0 has it
 * @throws IllegalArgumentException if a value is not finite or out of its range, or the manoeuvre
 *     or method does not suit the aircraft
 */
public record VolumeParameters(
    VolumeMethod method,
    AircraftKind kind,
    double speedMps,
    double dimensionM,
    double flightHeightM,
    Manoeuvre manoeuvre,
    GroundRiskMethod groundRisk,
    VolumeErrors errors,
    double reactionS,
    double climbMps,
    @Nullable ScenarioCase scenario,
    OptionalDouble groundBelowHomeM) {
  private static final double REACTION_S_MIN = 1;

  /**
   * Flight geographies are at least this many times as high and as wide as the aircraft is large.
   */
  static final double SIZE_PER_DIMENSION = 3;

  public VolumeParameters {
    require(speedMps > 0 && dimensionM > 0, "speed and dimension must be positive");
    requireFinite(speedMps, "the speed");
    requireFinite(dimensionM, "the dimension");
    requireFinite(flightHeightM, "the flight height");
    require(
        flightHeightM >= SIZE_PER_DIMENSION * dimensionM,
        "the flight geography must be at least three characteristic dimensions high");
    require(
        reactionS >= REACTION_S_MIN && Double.isFinite(reactionS),
        "the reaction time must be at least 1 s");
    require(climbMps >= 0 && Double.isFinite(climbMps), "the rate of climb must not be negative");
    require(
        climbMps > 0 || method != VolumeMethod.FOCA || !kind.hovers(),
        "FOCA's formula for rotorcraft needs the rate of climb");
    require(
        manoeuvre instanceof Manoeuvre.Parachute
            || kind.hovers() == manoeuvre instanceof Manoeuvre.Stop,
        "a " + kind + " cannot do this manoeuvre: " + manoeuvre);
    require(
        groundRisk instanceof GroundRiskMethod.OneToOne
            || groundRisk instanceof GroundRiskMethod.Parachute
            || kind.hovers() != groundRisk instanceof GroundRiskMethod.Gliding,
        "this ground risk buffer is not for a " + kind + ": " + groundRisk);
    require(
        Double.isFinite(groundBelowHomeM.orElse(0)), "the lowest ground below home must be finite");
    require(
        scenario == null
            || scenario.heightAglM() >= flightHeightM + Math.max(0, groundBelowHomeM.orElse(0)),
        "the scenario's height above ground must not be less than the flight height above home and"
            + " what the ground lies below it");
  }

  /**
   * The LBA's default values for a multirotor with a barometer that stops, and the 1:1 rule.
   *
   * @param stoppingDistanceM measured stopping distance from the speed; 0 when only the formula is
   *     known
   */
  public static VolumeParameters multirotor(
      double speedMps, double dimensionM, double flightHeightM, double stoppingDistanceM) {
    return new VolumeParameters(
        VolumeMethod.LBA,
        AircraftKind.MULTIROTOR,
        speedMps,
        dimensionM,
        flightHeightM,
        new Manoeuvre.Stop(Manoeuvre.PITCH_DEG, stoppingDistanceM),
        new GroundRiskMethod.OneToOne(),
        VolumeErrors.BAROMETRIC,
        REACTION_S_MIN,
        0,
        null,
        OptionalDouble.empty());
  }

  /**
   * The LBA's default values for an aeroplane with a barometer that turns round, and the 1:1 rule.
   */
  public static VolumeParameters fixedWing(
      double speedMps, double dimensionM, double flightHeightM) {
    return new VolumeParameters(
        VolumeMethod.LBA,
        AircraftKind.FIXED_WING,
        speedMps,
        dimensionM,
        flightHeightM,
        new Manoeuvre.Turn(Manoeuvre.BANK_DEG),
        new GroundRiskMethod.OneToOne(),
        VolumeErrors.BAROMETRIC,
        REACTION_S_MIN,
        0,
        null,
        OptionalDouble.empty());
  }

  /** These parameters by another method; FOCA needs a rate of climb for rotorcraft. */
  public VolumeParameters by(VolumeMethod other, double climbRateMps) {
    return new VolumeParameters(
        other,
        kind,
        speedMps,
        dimensionM,
        flightHeightM,
        manoeuvre,
        groundRisk,
        errors,
        reactionS,
        climbRateMps,
        scenario,
        groundBelowHomeM);
  }

  /** These parameters with another contingency manoeuvre. */
  public VolumeParameters with(Manoeuvre other) {
    return changed(other, groundRisk, errors, reactionS, scenario, groundBelowHomeM);
  }

  /** These parameters with another ground risk buffer. */
  public VolumeParameters with(GroundRiskMethod other) {
    return changed(manoeuvre, other, errors, reactionS, scenario, groundBelowHomeM);
  }

  /** These parameters with other errors. */
  public VolumeParameters with(VolumeErrors other) {
    return changed(manoeuvre, groundRisk, other, reactionS, scenario, groundBelowHomeM);
  }

  /** These parameters under a standard scenario. */
  public VolumeParameters under(ScenarioCase demanding) {
    return changed(manoeuvre, groundRisk, errors, reactionS, demanding, groundBelowHomeM);
  }

  /**
   * These parameters above ground of which the lowest is known.
   *
   * @param metres home less the lowest ground below volume and buffer, both above mean sea level
   */
  public VolumeParameters above(double metres) {
    return changed(manoeuvre, groundRisk, errors, reactionS, scenario, OptionalDouble.of(metres));
  }

  /** These parameters with another reaction time, seconds. */
  public VolumeParameters reactingIn(double seconds) {
    return changed(manoeuvre, groundRisk, errors, seconds, scenario, groundBelowHomeM);
  }

  /** The same aircraft at the same height by the same method, with other terms. */
  private VolumeParameters changed(
      Manoeuvre toManoeuvre,
      GroundRiskMethod toGroundRisk,
      VolumeErrors toErrors,
      double toReactionS,
      @Nullable ScenarioCase toScenario,
      OptionalDouble toGroundBelowHomeM) {
    return new VolumeParameters(
        method,
        kind,
        speedMps,
        dimensionM,
        flightHeightM,
        toManoeuvre,
        toGroundRisk,
        toErrors,
        toReactionS,
        climbMps,
        toScenario,
        toGroundBelowHomeM);
  }

  /** The standard scenario that demands least sizes. */
  public Optional<ScenarioCase> findScenario() {
    return Optional.ofNullable(scenario);
  }

  /** S_GPS. */
  public double gnssErrorM() {
    return errors.gnssM();
  }

  /** S_Pos. */
  public double positionErrorM() {
    return errors.positionM();
  }

  /** S_K. */
  public double mapErrorM() {
    return errors.mapM();
  }

  /** H_delta. */
  public double heightErrorM() {
    return errors.heightM();
  }
}
