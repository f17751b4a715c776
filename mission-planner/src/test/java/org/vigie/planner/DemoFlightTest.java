package org.vigie.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.PlanRequest;

class DemoFlightTest {
  private static final PlanRequest REQUEST = Demo.request();
  private static final FlightPlan PLAN = Demo.plan(REQUEST);

  private static List<Integer> commands(List<MissionItem> items) {
    return items.stream().map(MissionItem::command).toList();
  }

  @Test
  void the_proof_of_the_plan_holds() {
    Proof proof = Prover.prove(PLAN, Demo.inputs(REQUEST));
    assertThat(proof.findings()).filteredOn(finding -> !finding.holds()).isEmpty();
    assertThat(proof.holds()).isTrue();
    assertThat(proof.planHash()).isEqualTo(PLAN.hash());
    assertThat(proof.findings().stream().map(ProofFinding::subject))
        .contains("FRA/FRVG001", "FRA/FRVG002", "FRA/FRVG003")
        .doesNotContain("FRA/FRVG004");
  }

  @Test
  void the_mission_goes_out_turns_and_comes_back_the_same_way() {
    List<Integer> commands = commands(PLAN.mission());
    assertThat(commands.get(0)).isEqualTo(MavCmd.NAV_WAYPOINT);
    assertThat(commands.get(1)).isEqualTo(MavCmd.NAV_TAKEOFF);
    assertThat(commands.get(PLAN.phases().returnStart())).isEqualTo(MavCmd.DO_RETURN_PATH_START);
    assertThat(commands.get(PLAN.phases().land())).isEqualTo(MavCmd.NAV_LAND);
    assertThat(PLAN.phases().land()).isEqualTo(commands.size() - 1);
    assertThat(commands.get(PLAN.phases().sceneFirst())).isEqualTo(MavCmd.NAV_WAYPOINT);
    assertThat(PLAN.scene().turns()).isPositive();
    assertThat(PLAN.phases().sceneLast() - PLAN.phases().sceneFirst() + 1)
        .isEqualTo(8 * PLAN.scene().turns());
    assertThat(PLAN.budget().onSceneS()).isGreaterThan(55);
    assertThat(PLAN.zonesRespected()).containsExactly("FRA/FRVG001", "FRA/FRVG002");
    assertThat(commands(PLAN.fence()))
        .contains(MavCmd.NAV_FENCE_POLYGON_VERTEX_INCLUSION)
        .contains(MavCmd.NAV_FENCE_POLYGON_VERTEX_EXCLUSION);
    assertThat(PLAN.fence().size()).isLessThanOrEqualTo(70);
  }

  @Test
  void items_are_in_the_form_that_recorded_read_backs_show() {
    for (MissionItem item : PLAN.mission()) {
      switch (item.command()) {
        case MavCmd.NAV_LAND -> {
          assertThat(item.param4()).isEqualTo(1);
          assertThat(item.frame()).isEqualTo(3);
        }
        case MavCmd.DO_SET_ROI_NONE, MavCmd.DO_CHANGE_SPEED -> assertThat(item.frame()).isZero();
        case MavCmd.DO_RETURN_PATH_START, MavCmd.DO_SET_ROI_LOCATION, MavCmd.NAV_TAKEOFF ->
            assertThat(item.frame()).isEqualTo(3);
        default -> assertThat(item.z()).isEqualTo((float) Math.rint(item.z() * 100) / 100);
      }
    }
  }

  @Test
  void the_same_request_gives_the_same_plan_and_proof() {
    FlightPlan again = Demo.plan(Demo.request());
    assertThat(again.hash()).isEqualTo(PLAN.hash());
    assertThat(Prover.prove(again, Demo.inputs(REQUEST)).hash())
        .isEqualTo(Prover.prove(PLAN, Demo.inputs(REQUEST)).hash());
  }
}
