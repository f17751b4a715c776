package org.vigie.planner.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.Demo;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;
import org.vigie.planner.plan.Phases;
import org.vigie.planner.request.PlanRequest;

/**
 * Each thing that a PX4 plan's proof relies on, broken: the proof must fail, by the named check.
 */
class Px4MutationTest {
  private static final PlanRequest REQUEST = Demo.px4Request();
  private static final FlightPlan PLAN = Demo.plan(REQUEST);
  private static final ProofInputs INPUTS = Demo.inputs(REQUEST);

  private static List<String> failures(FlightPlan plan) {
    Proof proof = Prover.prove(plan, INPUTS);
    return proof.findings().stream()
        .filter(finding -> !finding.holds())
        .map(ProofFinding::check)
        .distinct()
        .toList();
  }

  private static FlightPlan with(
      List<MissionItem> mission,
      List<MissionItem> fence,
      List<MissionItem> rally,
      List<ParameterSetting> parameters,
      Phases phases) {
    return new FlightPlan(
        PLAN.flightId(),
        PLAN.siteId(),
        PLAN.aircraftId(),
        PLAN.firmware(),
        PLAN.validFrom(),
        PLAN.validUntil(),
        PLAN.home(),
        PLAN.start(),
        mission,
        fence,
        rally,
        parameters,
        phases,
        PLAN.scene(),
        PLAN.volume(),
        PLAN.legs(),
        PLAN.budget(),
        PLAN.zonesRespected());
  }

  private static FlightPlan mission(List<MissionItem> items, Phases phases) {
    return with(items, PLAN.fence(), PLAN.rally(), PLAN.parameters(), phases);
  }

  private static FlightPlan item(int seq, UnaryOperator<MissionItem> change) {
    List<MissionItem> items = new ArrayList<>(PLAN.mission());
    items.set(seq, change.apply(items.get(seq)));
    return mission(items, PLAN.phases());
  }

  private static FlightPlan parameters(List<ParameterSetting> parameters) {
    return with(PLAN.mission(), PLAN.fence(), PLAN.rally(), parameters, PLAN.phases());
  }

  /** An item with one of its numbers changed: 0 frame, 1 to 4 a parameter, 5 its height. */
  private static MissionItem changed(MissionItem i, int field, float to) {
    return new MissionItem(
        i.seq(),
        field == 0 ? (int) to : i.frame(),
        i.command(),
        field == 1 ? to : i.param1(),
        field == 2 ? to : i.param2(),
        field == 3 ? to : i.param3(),
        field == 4 ? to : i.param4(),
        i.x(),
        i.y(),
        field == 5 ? to : i.z());
  }

  private static MissionItem moved(MissionItem i, LatLon to) {
    return new MissionItem(
        i.seq(),
        i.frame(),
        i.command(),
        i.param1(),
        i.param2(),
        i.param3(),
        i.param4(),
        to.latE7(),
        to.lonE7(),
        i.z());
  }

  private static MissionItem numbered(MissionItem i, int seq) {
    return new MissionItem(
        seq,
        i.frame(),
        i.command(),
        i.param1(),
        i.param2(),
        i.param3(),
        i.param4(),
        i.x(),
        i.y(),
        i.z());
  }

  /** The mission without one item; what comes later moves up. */
  private static FlightPlan without(int seq) {
    List<MissionItem> items = new ArrayList<>();
    for (MissionItem item : PLAN.mission()) {
      if (item.seq() != seq) {
        items.add(numbered(item, items.size()));
      }
    }
    Phases p = PLAN.phases();
    return mission(
        items,
        new Phases(0, p.sceneFirst() - 1, p.sceneLast() - 1, p.returnStart() - 1, p.land() - 1));
  }

  private static List<MissionItem> waypoints() {
    return PLAN.mission().stream().filter(i -> i.command() == MavCmd.NAV_WAYPOINT).toList();
  }

  @Test
  void every_parameter_counts() {
    for (int i = 0; i < PLAN.parameters().size(); i++) {
      ParameterSetting setting = PLAN.parameters().get(i);
      List<ParameterSetting> changed = new ArrayList<>(PLAN.parameters());
      changed.set(i, new ParameterSetting(setting.name(), Math.nextUp(setting.value())));
      assertThat(failures(parameters(changed))).as(setting.name()).contains("parameter");
    }
  }

  @Test
  void a_missing_parameter_fails_also_where_the_proof_reckons_with_it() {
    for (String name :
        List.of(
            "RTL_TYPE",
            "MPC_XY_CRUISE",
            "MPC_LAND_SPEED",
            "GF_MAX_VER_DIST",
            "COM_DL_LOSS_T",
            "BAT1_CAPACITY",
            "BAT_CRIT_THR")) {
      List<ParameterSetting> fewer =
          PLAN.parameters().stream().filter(s -> !s.name().equals(name)).toList();
      assertThat(fewer).hasSize(PLAN.parameters().size() - 1);
      assertThat(failures(parameters(fewer))).as(name).contains("parameter");
    }
  }

  @Test
  void a_battery_that_turns_back_too_late_or_lands_too_early_fails() {
    assertThat(failures(parameters(set("BAT_CRIT_THR", 0.3f)))).contains("battery-low");
    assertThat(failures(parameters(set("BAT_EMERGEN_THR", 0.01f)))).contains("battery-critical");
    assertThat(failures(parameters(set("BAT1_CAPACITY", 20_000)))).contains("battery-capacity");
  }

  private static List<ParameterSetting> set(String name, float value) {
    return PLAN.parameters().stream()
        .map(s -> s.name().equals(name) ? new ParameterSetting(name, value) : s)
        .toList();
  }

  private static List<Integer> wrong(FlightPlan plan) {
    return Px4Mission.read(plan, Plane.around(Demo.HOME)).wrongItems();
  }

  @Test
  void every_item_must_be_of_the_form_that_reads_back_equal() {
    assertThat(wrong(PLAN)).isEmpty();
    for (MissionItem item : PLAN.mission()) {
      int seq = item.seq();
      boolean speed = item.command() == MavCmd.DO_CHANGE_SPEED;
      assertThat(wrong(item(seq, i -> changed(i, 0, 3)))).contains(seq);
      assertThat(wrong(item(seq, i -> changed(i, 1, -1)))).contains(seq);
      assertThat(wrong(item(seq, i -> changed(i, 1, 0.5f)))).contains(seq);
      assertThat(wrong(item(seq, i -> changed(i, 2, speed ? 0 : 1)))).contains(seq);
      assertThat(wrong(item(seq, i -> changed(i, 3, 1)))).contains(seq);
      assertThat(wrong(item(seq, i -> changed(i, 4, 1)))).contains(seq);
      assertThat(wrong(item(seq, i -> numbered(i, seq + 1)))).isNotEmpty();
    }
    assertThat(failures(item(1, i -> changed(i, 2, i.param2() + 1))))
        .contains("speed-within-volume");
    assertThat(failures(item(0, i -> changed(i, 0, 3)))).contains("mission-form");
  }

  @Test
  void every_place_counts() {
    for (MissionItem item : waypoints()) {
      LatLon away = Geodesics.destination(LatLon.ofE7(item.x(), item.y()), 45, 300);
      assertThat(failures(item(item.seq(), i -> moved(i, away))))
          .as("%s", item)
          .contains("legs-in-geography");
      assertThat(failures(item(item.seq(), i -> changed(i, 5, i.z() + 20))))
          .contains("legs-below-top");
      assertThat(failures(item(item.seq(), i -> changed(i, 5, 20)))).contains("ground-clearance");
    }
    assertThat(failures(item(0, i -> moved(i, Demo.INCIDENT)))).contains("home-is-site");
  }

  /** PX4 1.16 and 1.17 begin a return one place too far back: a single corner would be cut. */
  @Test
  void a_turn_that_is_stored_once_is_cut_by_a_return() {
    List<String> cut = new ArrayList<>();
    for (int i = 1; waypoints().get(i).seq() < PLAN.phases().sceneFirst() - 2; i += 2) {
      assertThat(waypoints().get(i - 1).x()).isEqualTo(waypoints().get(i).x());
      cut.addAll(failures(without(waypoints().get(i).seq())));
    }
    assertThat(cut).contains("return-in-fence");
  }

  /** With a landing in it, PX4 would return by flying the mission on, over the scene. */
  @Test
  void a_mission_that_lands_or_does_not_return_fails() {
    int last = PLAN.phases().returnStart();
    MissionItem landing =
        new MissionItem(
            last, 6, MavCmd.NAV_LAND, 0, 0, 0, 0, Demo.HOME.latE7(), Demo.HOME.lonE7(), 0);
    assertThat(failures(item(last, i -> landing))).contains("mission-form");
    List<MissionItem> noReturn = PLAN.mission().subList(0, last);
    assertThat(failures(mission(noReturn, PLAN.phases()))).contains("mission-form");
    List<MissionItem> both = new ArrayList<>(PLAN.mission());
    both.add(numbered(landing, last + 1));
    assertThat(failures(mission(both, PLAN.phases()))).contains("mission-form");
  }

  @Test
  void a_mission_that_does_not_take_off_first_fails() {
    assertThat(failures(without(0))).contains("mission-form");
    List<MissionItem> twice = new ArrayList<>(PLAN.mission());
    twice.set(2, numbered(twice.get(0), 2));
    assertThat(failures(mission(twice, PLAN.phases()))).contains("mission-form");
  }

  @Test
  void waits_that_the_battery_cannot_hold_fail() {
    assertThat(failures(item(PLAN.phases().sceneFirst(), i -> changed(i, 1, 1000))))
        .contains("energy");
  }

  @Test
  void a_fence_of_more_than_64_corners_or_of_another_frame_fails() {
    List<MissionItem> framed = PLAN.fence().stream().map(i -> changed(i, 0, 0)).toList();
    assertThat(
            failures(with(PLAN.mission(), framed, PLAN.rally(), PLAN.parameters(), PLAN.phases())))
        .contains("fence-form");
    List<MissionItem> longer = new ArrayList<>();
    for (int k = 0; k <= 64 / PLAN.fence().size(); k++) {
      PLAN.fence().forEach(i -> longer.add(numbered(i, longer.size())));
    }
    assertThat(longer).hasSizeGreaterThan(64);
    assertThat(
            failures(with(PLAN.mission(), longer, PLAN.rally(), PLAN.parameters(), PLAN.phases())))
        .contains("fence-form");
  }

  @Test
  void a_rally_point_of_another_frame_fails() {
    List<MissionItem> rally = PLAN.rally().stream().map(i -> changed(i, 0, 3)).toList();
    assertThat(
            failures(with(PLAN.mission(), PLAN.fence(), rally, PLAN.parameters(), PLAN.phases())))
        .contains("rally-in-geography");
  }

  @Test
  void the_lost_link_counts_both_waits() {
    assertThat(failures(parameters(set("COM_FAIL_ACT_T", 2000)))).contains("lost-link");
    assertThat(failures(parameters(set("COM_DL_LOSS_T", 2000)))).contains("lost-link");
  }
}
