package org.vigie.planner.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.PlanRequest;

/** No plan with a proof that holds violates what the dense checker sees. */
class CheckerTest {
  private static final int WORLDS = 60;
  private static final int WORLDS_DEEP = Integer.getInteger("vigie.worlds", 10_000);

  /** How many worlds had a plan, and how many of those a proof that holds. */
  private record Count(int planned, int proven) {}

  private static Count check(long firstSeed, int worlds) {
    int planned = 0;
    int proven = 0;
    List<String> wrong = new ArrayList<>();
    for (long seed = firstSeed; seed < firstSeed + worlds; seed++) {
      World world = new World(seed);
      PlanRequest request = world.request();
      if (MissionPlanner.plan(request) instanceof PlanOutcome.Planned outcome) {
        planned++;
        Proof proof = Prover.prove(outcome.plan(), World.inputs(request));
        if (proof.holds()) {
          proven++;
          for (String violation :
              new DenseChecker(world, outcome.plan(), proof).violations(new Random(seed))) {
            wrong.add("world " + seed + ": " + violation);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    return new Count(planned, proven);
  }

  @Test
  void no_proven_plan_violates_the_world() {
    Count count = check(1, WORLDS);
    assertThat(count.proven()).as("of %d planned", count.planned()).isGreaterThan(WORLDS / 4);
  }

  @Test
  @Tag("deep")
  void no_proven_plan_of_many_worlds_violates_its_world() {
    Count count = check(100_000, WORLDS_DEEP);
    assertThat(count.proven()).as("of %d planned", count.planned()).isGreaterThan(WORLDS_DEEP / 4);
  }

  /** Found by ten thousand worlds: the checker flew home from a hover slower than anybody would. */
  @Test
  void a_hover_is_left_at_the_speed_that_was_set_before_it() {
    assertThat(check(106_121, 1).proven()).isEqualTo(1);
  }

  @Test
  void a_plan_within_sight_is_refused_rather_than_made_beyond_it() {
    int within = 0;
    for (long seed = 1; within < 6; seed++) {
      World world = new World(seed);
      PlanRequest request = world.request();
      if (world.vlosM.isPresent()
          && MissionPlanner.plan(request) instanceof PlanOutcome.Planned outcome) {
        within++;
        Proof proof = Prover.prove(outcome.plan(), World.inputs(request));
        assertThat(proof.findings())
            .as("world %d", seed)
            .filteredOn(finding -> finding.check().equals("vlos"))
            .isNotEmpty()
            .allMatch(ProofFinding::holds);
      }
    }
  }

  @Test
  void the_flat_metres_are_those_of_the_ellipsoid() {
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      Flat flat = new Flat(-60 + 120 * random.nextDouble(), -170 + 340 * random.nextDouble());
      double awayM = 1500 * random.nextDouble();
      GeodesicData to =
          Geodesic.WGS84.Direct(flat.latDeg, flat.lonDeg, 360 * random.nextDouble(), awayM);
      double x = flat.eastM(to.lat2, to.lon2);
      double y = flat.northM(to.lat2);
      assertThat(Math.abs(Math.hypot(x, y) - awayM)).isLessThan(0.01);
      assertThat(flat.lat(y)).isCloseTo(to.lat2, offset(1e-9));
      assertThat(flat.lon(x, y)).isCloseTo(to.lon2, offset(1e-9));
    }
  }
}
