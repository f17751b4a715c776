package org.vigie.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;
import org.vigie.planner.plan.Start;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.PlanRequest;

/** The demonstration's flight, planned for PX4. */
class Px4FlightTest {
  private static final PlanRequest REQUEST = Demo.px4Request();
  private static final FlightPlan PLAN = Demo.plan(REQUEST);

  private static double setting(String name) {
    return PLAN.parameters().stream()
        .filter(setting -> setting.name().equals(name))
        .mapToDouble(ParameterSetting::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_proof_of_the_plan_holds() {
    Proof proof = Prover.prove(PLAN, Demo.inputs(REQUEST));
    assertThat(proof.findings()).filteredOn(finding -> !finding.holds()).isEmpty();
    assertThat(proof.holds()).isTrue();
    assertThat(proof.planHash()).isEqualTo(PLAN.hash());
  }

  @Test
  void the_mission_takes_off_first_and_ends_with_a_return_and_no_landing() {
    List<Integer> commands = PLAN.mission().stream().map(MissionItem::command).toList();
    assertThat(commands.get(0)).isEqualTo(MavCmd.NAV_TAKEOFF);
    assertThat(commands.get(commands.size() - 1)).isEqualTo(MavCmd.NAV_RETURN_TO_LAUNCH);
    assertThat(commands)
        .doesNotContain(MavCmd.NAV_LAND, MavCmd.DO_RETURN_PATH_START)
        .contains(MavCmd.DO_SET_ROI_LOCATION);
    assertThat(PLAN.phases().returnStart()).isEqualTo(commands.size() - 1);
    assertThat(PLAN.fence().size()).isLessThanOrEqualTo(64);
  }

  @Test
  void items_are_in_the_form_that_recorded_read_backs_show() {
    for (MissionItem item : PLAN.mission()) {
      boolean placed = item.x() != 0;
      assertThat(item.frame()).isEqualTo(placed ? 6 : 2);
      assertThat(placed ? item.param2() + item.param3() + item.param4() : 0).isZero();
    }
    assertThat(PLAN.fence()).isNotEmpty().allMatch(item -> item.frame() == 5 && item.z() == 0);
    assertThat(PLAN.rally()).isNotEmpty().allMatch(item -> item.frame() == 6);
  }

  /** PX4 begins a return out of the mission up to two places back. */
  @Test
  void every_turn_of_the_way_out_is_stored_twice() {
    Map<Long, Long> times =
        PLAN.mission().stream()
            .filter(item -> item.command() == MavCmd.NAV_WAYPOINT)
            .filter(item -> item.seq() < PLAN.phases().sceneFirst() - 2)
            .collect(
                Collectors.groupingBy(
                    item -> ((long) item.x() << 32) ^ item.y(), Collectors.counting()));
    assertThat(times).isNotEmpty();
    assertThat(times.values()).allMatch(count -> count == 2);
  }

  @Test
  void time_on_scene_is_waited_at_the_corners_of_one_round() {
    assertThat(PLAN.phases().sceneLast() - PLAN.phases().sceneFirst() + 1).isEqualTo(8);
    assertThat(PLAN.scene().turns()).isEqualTo(1);
    assertThat(PLAN.budget().onSceneS()).isGreaterThanOrEqualTo(60);
    assertThat(PLAN.mission().get(PLAN.phases().sceneFirst()).param1()).isPositive();
  }

  @Test
  void the_legs_and_the_budget_hold_the_way_back_that_is_no_item() {
    assertThat(PLAN.legs().get(PLAN.legs().size() - 1).toHeightM()).isZero();
    assertThat(PLAN.legs())
        .filteredOn(leg -> leg.toSeq() == PLAN.phases().land())
        .hasSizeGreaterThan(9);
    double sumS = PLAN.legs().stream().mapToDouble(leg -> leg.durationS()).sum();
    assertThat(PLAN.budget().durationS())
        .isCloseTo(sumS, org.assertj.core.api.Assertions.within(0.1));
  }

  @Test
  void a_low_battery_turns_back_before_it_lands_where_it_is() {
    assertThat(setting("BAT_LOW_THR")).isGreaterThan(setting("BAT_CRIT_THR"));
    assertThat(setting("BAT_CRIT_THR")).isGreaterThan(setting("BAT_EMERGEN_THR"));
    assertThat(setting("BAT_EMERGEN_THR")).isPositive();
    assertThat(setting("BAT1_CAPACITY")).isEqualTo(16_000);
  }

  @Test
  void no_flight_that_is_in_the_air_is_planned_anew() {
    PlanRequest inFlight =
        REQUEST.from(new Start(Demo.HOME.latE7(), Demo.HOME.lonE7(), 60, 5, 10), Demo.NOON);
    PlanOutcome outcome = MissionPlanner.plan(inFlight);
    assertThat(outcome).isInstanceOf(PlanOutcome.NoPlan.class);
    assertThat(((PlanOutcome.NoPlan) outcome).code()).isEqualTo(NoPlanCode.FIRMWARE_UNKNOWN);
  }

  @Test
  void px4_1_16_is_given_what_it_knows() {
    FlightPlan older = Demo.plan(Demo.px4Request("px4-1.16", Optional.empty()));
    assertThat(older.parameters())
        .extracting(ParameterSetting::name)
        .doesNotContain("COM_DLL_EXCEPT", "BAT_CRIT_THR")
        .contains("RTL_TYPE", "NAV_DLL_ACT");
    assertThat(
            Prover.prove(older, Demo.inputs(Demo.px4Request("px4-1.16", Optional.empty()))).holds())
        .isTrue();
  }
}
