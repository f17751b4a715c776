package org.vigie.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.PlanRequest;

/** A cliff beside the contingency volume, below the ground risk buffer. */
class CliffTest {
  /** Some 100 m west of home. */
  private static final double RIM_LON_DEG = 4.3753;

  private static final double DEEP_M = 60;

  /** The demonstration's ground, lower by a depth west of the rim. */
  private record Cliff() implements Terrain {
    private static final Terrain KNOWN = Demo.terrain();

    private static AltitudeAmsl below(AltitudeAmsl altitude) {
      return new AltitudeAmsl(altitude.metres() - DEEP_M);
    }

    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return KNOWN
          .findGround(point)
          .map(ground -> point.lonDeg() < RIM_LON_DEG ? below(ground) : ground);
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      return KNOWN
          .findRange(southWest, northEast)
          .map(
              range ->
                  southWest.lonDeg() < RIM_LON_DEG
                      ? new GroundRange(below(range.lowest()), range.highest())
                      : range);
    }
  }

  private static PlanRequest over(Terrain terrain) {
    PlanRequest r = Demo.request();
    return new PlanRequest(
        r.flightId(),
        r.site(),
        r.aircraft(),
        r.incident(),
        r.zones(),
        r.authorisedZones(),
        terrain,
        r.wind(),
        r.limits(),
        r.at(),
        r.validity(),
        r.onSceneS());
  }

  private static double groundRiskM(FlightPlan plan) {
    return plan.volume().terms().stream()
        .filter(term -> term.symbol().equals("S_GRB"))
        .findFirst()
        .orElseThrow()
        .metres();
  }

  private static List<String> failures(FlightPlan plan, PlanRequest request) {
    ProofInputs inputs = Demo.inputs(request);
    return Prover.prove(plan, inputs).findings().stream()
        .filter(finding -> !finding.holds())
        .map(ProofFinding::check)
        .distinct()
        .toList();
  }

  @Test
  void a_plan_made_without_the_cliff_fails_the_proof_with_it() {
    FlightPlan flat = Demo.plan(Demo.request());
    assertThat(failures(flat, over(new Cliff()))).containsExactly("ground-risk-buffer");
  }

  @Test
  void the_planner_counts_the_fall_down_the_cliff() {
    FlightPlan flat = Demo.plan(Demo.request());
    PlanRequest request = over(new Cliff());
    FlightPlan plan = Demo.plan(request);
    assertThat(groundRiskM(plan)).isGreaterThan(groundRiskM(flat) + DEEP_M / 2);
    assertThat(plan.volume().contingencyVolume()).isEqualTo(flat.volume().contingencyVolume());
    assertThat(failures(plan, request)).isEmpty();
  }
}
