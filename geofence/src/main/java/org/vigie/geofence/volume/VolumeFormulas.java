package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.TermSheet.n;

/**
 * The published formulas, worked out term by term. Confined to one calculation.
 *
 * @source see {@link VolumeParameters}
 */
final class VolumeFormulas {
  private static final double GRAVITY_MPS2 = 9.81;
  private static final double LBA_REACTION_CLIMB = 0.7;
  private static final double STOP_CLIMB = 0.5;
  private static final double TURN_CLIMB = 0.3;
  private static final double PARACHUTE_CLIMB = 0.7;
  private static final double LBA_ADJACENT_S = 120;
  private static final double SORA_ADJACENT_S = 180;
  private static final double SORA_ADJACENT_M_MIN = 5_000;
  private static final double SORA_ADJACENT_M_MAX = 35_000;

  private static final String GIVEN = "given";
  private static final String LBA = "LBA guide";
  private static final String FOCA = "FOCA-UAS-GM-Part1";
  private static final String MEASURED = "LBA guide; aircraft's measurement";

  private final VolumeParameters p;
  private final double v0;
  private final TermSheet sheet = new TermSheet();

  VolumeFormulas(VolumeParameters parameters) {
    this.p = parameters;
    this.v0 = parameters.speedMps();
  }

  VolumeTerms terms() {
    sheet.given("V0", v0, "m/s", GIVEN);
    sheet.given("CD", p.dimensionM(), "m", GIVEN);
    sheet.given("H_FG", p.flightHeightM(), "m", GIVEN);
    sheet.given("t_RZ", p.reactionS(), "s", GIVEN);
    sheet.given("S_GPS", p.gnssErrorM(), "m", GIVEN);
    sheet.given("S_Pos", p.positionErrorM(), "m", GIVEN);
    sheet.given("S_K", p.mapErrorM(), "m", GIVEN);
    sheet.given("H_delta", p.heightErrorM(), "m", GIVEN);
    double reactionM =
        sheet.length(
            "S_RZ",
            "V0 * t_RZ = %s * %s".formatted(n(v0), n(p.reactionS())),
            v0 * p.reactionS(),
            LBA);
    double manoeuvreM = manoeuvreM();
    double contingencyM = contingencyM(reactionM, manoeuvreM);
    double reactionHeightM = reactionHeightM();
    double manoeuvreHeightM = manoeuvreHeightM();
    double topM = p.flightHeightM() + p.heightErrorM() + reactionHeightM + manoeuvreHeightM;
    sheet.length(
        "H_CV",
        "H_FG + H_delta + H_RZ + H_CM = %s + %s + %s + %s"
            .formatted(
                n(p.flightHeightM()), n(p.heightErrorM()), n(reactionHeightM), n(manoeuvreHeightM)),
        topM,
        LBA);
    double groundRiskM = p.groundBelowHomeM().isPresent() ? groundRiskM(fall(topM)) : unknown();
    double adjacentM = adjacentM(topM);
    return new VolumeTerms(
        p,
        reactionM,
        manoeuvreM,
        contingencyM,
        reactionHeightM,
        manoeuvreHeightM,
        topM,
        groundRiskM,
        adjacentM,
        sheet.terms());
  }

  private double manoeuvreM() {
    if (p.manoeuvre() instanceof Manoeuvre.Stop stop) {
      sheet.given("theta", stop.pitchDeg(), "deg", GIVEN);
      double formulaM = v0 * v0 / (2 * GRAVITY_MPS2 * Math.tan(Math.toRadians(stop.pitchDeg())));
      return sheet.larger(
          "S_CM", "V0^2/(2 g tan theta)", formulaM, "measured", stop.measuredM(), MEASURED);
    }
    if (p.manoeuvre() instanceof Manoeuvre.Turn turn) {
      sheet.given("phi", turn.bankDeg(), "deg", GIVEN);
      return sheet.length(
          "S_CM",
          "V0^2/(g tan phi) = %s^2/(9.81 tan %s)".formatted(n(v0), n(turn.bankDeg())),
          v0 * v0 / (GRAVITY_MPS2 * Math.tan(Math.toRadians(turn.bankDeg()))),
          LBA);
    }
    double openS = ((Manoeuvre.Parachute) p.manoeuvre()).openS();
    return sheet.length(
        "S_CM", "V0 * t_open = %s * %s".formatted(n(v0), n(openS)), v0 * openS, LBA);
  }

  private double contingencyM(double reactionM, double manoeuvreM) {
    double sumM = p.gnssErrorM() + p.positionErrorM() + p.mapErrorM() + reactionM + manoeuvreM;
    String sum =
        "S_GPS + S_Pos + S_K + S_RZ + S_CM = %s + %s + %s + %s + %s"
            .formatted(
                n(p.gnssErrorM()),
                n(p.positionErrorM()),
                n(p.mapErrorM()),
                n(reactionM),
                n(manoeuvreM));
    return p.findScenario()
        .map(
            scenario ->
                sheet.larger(
                    "S_CV",
                    sum,
                    sumM,
                    scenario.scenario().name(),
                    StandardScenario.CONTINGENCY_M_MIN,
                    LBA + "; " + scenario.scenario()))
        .orElseGet(() -> sheet.length("S_CV", sum, sumM, LBA));
  }

  private double reactionHeightM() {
    double reactionS = p.reactionS();
    if (p.method() == VolumeMethod.LBA) {
      return sheet.length(
          "H_RZ",
          "0.7 * V0 * t_RZ = 0.7 * %s * %s".formatted(n(v0), n(reactionS)),
          LBA_REACTION_CLIMB * v0 * reactionS,
          LBA);
    }
    return p.kind().hovers()
        ? sheet.length(
            "H_RZ",
            "RoC * t_RZ = %s * %s".formatted(n(p.climbMps()), n(reactionS)),
            p.climbMps() * reactionS,
            FOCA)
        : sheet.length(
            "H_RZ",
            "sqrt(2)/2 * V0 * t_RZ = 0.71 * %s * %s".formatted(n(v0), n(reactionS)),
            Math.sqrt(2) / 2 * v0 * reactionS,
            FOCA);
  }

  private double manoeuvreHeightM() {
    if (p.manoeuvre() instanceof Manoeuvre.Parachute parachute) {
      return sheet.length(
          "H_CM",
          "0.7 * V0 * t_open = 0.7 * %s * %s".formatted(n(v0), n(parachute.openS())),
          PARACHUTE_CLIMB * v0 * parachute.openS(),
          LBA);
    }
    double share = p.manoeuvre() instanceof Manoeuvre.Stop ? STOP_CLIMB : TURN_CLIMB;
    return sheet.length(
        "H_CM",
        "%s V0^2/g = %s * %s^2/9.81".formatted(n(share), n(share), n(v0)),
        share * v0 * v0 / GRAVITY_MPS2,
        LBA);
  }

  /** A height to fall from. */
  private record Fall(String symbol, double metres) {}

  /** While nobody knows the ground there is no number, not even that of level ground. */
  private double unknown() {
    sheet.unknown("H_ground", "max(0, home - lowest ground)", "ground below the volume");
    sheet.unknown("S_GRB", "from H_CV + H_ground", "ground below the volume");
    return Double.NaN;
  }

  /** H_CV counts from home; what comes down beyond falls to the lowest ground. */
  private Fall fall(double topM) {
    double belowM = p.groundBelowHomeM().orElseThrow();
    double groundM =
        sheet.length(
            "H_ground",
            "max(0, home - lowest ground) = max(0, %s)".formatted(n(belowM)),
            Math.max(0, belowM),
            "ground below the volume");
    return groundM == 0
        ? new Fall("H_CV", topM)
        : new Fall(
            "H_fall",
            sheet.length(
                "H_fall",
                "H_CV + H_ground = %s + %s".formatted(n(topM), n(groundM)),
                topM + groundM,
                LBA));
  }

  private double groundRiskM(Fall fall) {
    Buffer buffer = buffer(fall);
    return p.findScenario()
        .map(
            scenario ->
                sheet.larger(
                    "S_GRB",
                    buffer.formula,
                    buffer.metres,
                    scenario.scenario().name(),
                    scenario.groundRiskM(),
                    buffer.source + "; " + scenario.scenario()))
        .orElseGet(() -> sheet.length("S_GRB", buffer.formula, buffer.metres, buffer.source));
  }

  private record Buffer(String formula, double metres, String source) {}

  private Buffer buffer(Fall fall) {
    GroundRiskMethod method = p.groundRisk();
    if (method instanceof GroundRiskMethod.OneToOne) {
      return oneToOne(fall);
    }
    if (method instanceof GroundRiskMethod.Ballistic) {
      return ballistic(fall);
    }
    if (method instanceof GroundRiskMethod.RotorcraftLeast) {
      Buffer stone = ballistic(fall);
      Buffer simple = oneToOne(fall);
      return new Buffer(
          "min(%s = %s m, %s = %s m)"
              .formatted(stone.formula, n(stone.metres), simple.formula, n(simple.metres)),
          Math.min(stone.metres, simple.metres),
          FOCA);
    }
    if (method instanceof GroundRiskMethod.Parachute parachute) {
      return new Buffer(
          "V0 * t_open + V_wind * %s/V_z = %s * %s + %s * %s/%s"
              .formatted(
                  fall.symbol,
                  n(v0),
                  n(parachute.openS()),
                  n(parachute.windMps()),
                  n(fall.metres),
                  n(parachute.sinkMps())),
          v0 * parachute.openS() + parachute.windMps() * fall.metres / parachute.sinkMps(),
          FOCA);
    }
    double ratio = ((GroundRiskMethod.Gliding) method).glideRatio();
    return new Buffer(
        "%s * glide ratio = %s * %s".formatted(fall.symbol, n(fall.metres), n(ratio)),
        fall.metres * ratio,
        FOCA);
  }

  private Buffer oneToOne(Fall fall) {
    return new Buffer(
        "%s + 0.5 CD = %s + 0.5 * %s".formatted(fall.symbol, n(fall.metres), n(p.dimensionM())),
        fall.metres + 0.5 * p.dimensionM(),
        LBA);
  }

  private Buffer ballistic(Fall fall) {
    return new Buffer(
        "V0 * sqrt(2 %s/g) + 0.5 CD = %s * sqrt(2 * %s/9.81) + 0.5 * %s"
            .formatted(fall.symbol, n(v0), n(fall.metres), n(p.dimensionM())),
        v0 * Math.sqrt(2 * fall.metres / GRAVITY_MPS2) + 0.5 * p.dimensionM(),
        LBA);
  }

  private double adjacentM(double topM) {
    if (p.method() == VolumeMethod.LBA) {
      sheet.length("H_AV", "H_CV + 150 = %s + 150".formatted(n(topM)), topM + 150, LBA);
      return sheet.length("S_AV", "120 * V0 = 120 * %s".formatted(n(v0)), LBA_ADJACENT_S * v0, LBA);
    }
    return sheet.length(
        "S_AV",
        "clamp(180 * V0, 5000, 35000) = clamp(180 * %s, 5000, 35000)".formatted(n(v0)),
        Math.max(SORA_ADJACENT_M_MIN, Math.min(SORA_ADJACENT_M_MAX, SORA_ADJACENT_S * v0)),
        "SORA 2.5; " + FOCA);
  }
}
