package org.vigie.groundstation.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flight.watch.ZonesAgainst;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.protocol.PlacedCommand;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.Phases;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.replan.SceneMove;

/** More time on scene, another place to look at, and zones that change under a flight. */
final class SceneOrdersTest {
  private static final LatLon CENTRE = Geodesics.destination(FlightParts.SITE, 90, 200);
  private static final LatLon MOVED = Geodesics.destination(CENTRE, 270, 60);
  private static final int CORNERS = 4;
  private static final int ROUNDS = 2;
  private static final int SCENE_FIRST = 6;
  private static final int SCENE_LAST = SCENE_FIRST + ROUNDS * CORNERS - 1;
  private static final int LAST_ROUND = SCENE_LAST - CORNERS + 1;

  /** Corners of a square round the scene; the last is where it is entered and left. */
  private static LatLon corner(int number) {
    return Geodesics.destination(CENTRE, 270 + 90.0 * number, 40).quantised();
  }

  /** Out to the entry, two rounds of four corners, and back. */
  private static FlightOrder order() {
    FlightOrder small = FlightParts.order("F-1");
    FlightPlan p = small.plan();
    List<MissionItem> mission = new ArrayList<>();
    mission.add(item(mission, 16, 0, FlightParts.SITE, 0));
    mission.add(item(mission, 22, 0, FlightParts.SITE, 60));
    mission.add(item(mission, 178, 9, null, 0));
    mission.add(item(mission, 195, 0, CENTRE, 4));
    mission.add(item(mission, 16, 0, corner(0), 60));
    mission.add(item(mission, 178, 5, null, 0));
    for (int i = 1; i <= ROUNDS * CORNERS; i++) {
      mission.add(item(mission, 16, 0, corner(i), 60));
    }
    mission.add(item(mission, 197, 0, null, 0));
    mission.add(item(mission, 188, 0, corner(0), 60));
    mission.add(item(mission, 16, 0, FlightParts.SITE, 60));
    mission.add(item(mission, 21, 0, FlightParts.SITE, 0));
    List<Leg> legs = new ArrayList<>();
    legs.add(leg(4, FlightParts.SITE, corner(0), 20, 3));
    for (int i = 1; i <= ROUNDS * CORNERS; i++) {
      legs.add(leg(SCENE_FIRST + i - 1, corner(i - 1), corner(i), 12, 1.5));
    }
    int land = mission.size() - 1;
    legs.add(leg(land - 1, corner(0), FlightParts.SITE, 25, 4));
    FlightPlan plan =
        new FlightPlan(
            p.flightId(),
            p.siteId(),
            p.aircraftId(),
            p.firmware(),
            p.validFrom(),
            p.validUntil(),
            p.home(),
            p.start(),
            mission,
            p.fence(),
            p.rally(),
            p.parameters(),
            new Phases(1, SCENE_FIRST, SCENE_LAST, land - 2, land),
            p.scene(),
            p.volume(),
            legs,
            p.budget(),
            p.zonesRespected());
    Proof proof = FlightParts.proof(plan, true);
    return new FlightOrder(
        "F-1",
        "v1",
        "sdis42",
        "42218",
        "pilot-1",
        plan,
        proof,
        FlightParts.decision("F-1", plan.hash(), proof.hash(), true, FlightParts.VALID_UNTIL));
  }

  private static MissionItem item(
      List<MissionItem> before, int command, float param2, @Nullable LatLon at, float z) {
    return new MissionItem(
        before.size(),
        3,
        command,
        0,
        param2,
        0,
        0,
        at == null ? 0 : at.latE7(),
        at == null ? 0 : at.lonE7(),
        z);
  }

  private static Leg leg(int seq, LatLon from, LatLon to, double durationS, double energyWh) {
    return new Leg(
        seq,
        from.latE7(),
        from.lonE7(),
        to.latE7(),
        to.lonE7(),
        60,
        60,
        Geodesics.distanceM(from, to),
        5,
        durationS,
        energyWh);
  }

  private static SupervisedFlight onScene() {
    SupervisedFlight flight = SupervisedFlight.outbound(order());
    flight.seq = SCENE_FIRST;
    flight.point = corner(0);
    flight.velocity = new VelocityNed(3, 3, 0);
    flight.run(2);
    assertThat(flight.state()).isEqualTo(FlightState.ON_SCENE);
    flight.forget();
    return flight;
  }

  private static void extend(SupervisedFlight flight, String id) {
    flight.input(new FlightInput.ExtendScene(id, "pilot-1"));
  }

  private static SceneMove.Found seenFrom(LatLon from, List<LatLon> way) {
    return new SceneMove.Found(
        from, way, new HeightAboveHome(60), MOVED, new HeightAboveHome(4), 20, 3, 1);
  }

  /** Asked for at this moment. */
  private static void move(SupervisedFlight flight, String id, LatLon from, LatLon... way) {
    flight.input(
        new FlightInput.MoveScene(id, "pilot-1", seenFrom(from, List.of(way)), flight.now));
  }

  private static String lastOutcome(SupervisedFlight flight) {
    List<FlightEvent.CommandFinished> all =
        flight.journal.events(FlightEvent.CommandFinished.class);
    return all.get(all.size() - 1).outcome();
  }

  @Test
  void an_extended_scene_flies_its_last_round_again_from_close_before_its_end() {
    SupervisedFlight flight = onScene();
    extend(flight, "e1");
    assertThat(lastOutcome(flight)).isEqualTo("accepted");
    flight.seq = SCENE_LAST;
    flight.point = Geodesics.destination(corner(0), 180, 60);
    flight.run(1);
    assertThat(flight.acts(VehicleAct.FlyItem.class)).isEmpty();

    flight.point = Geodesics.destination(corner(0), 180, 15);
    flight.run(0.5);
    assertThat(flight.acts(VehicleAct.FlyItem.class))
        .extracting(VehicleAct.FlyItem::seq)
        .containsExactly(LAST_ROUND);

    flight.seq = LAST_ROUND;
    flight.run(1);
    flight.seq = SCENE_LAST;
    flight.run(2);
    assertThat(flight.acts(VehicleAct.FlyItem.class)).as("one round, not for ever").hasSize(1);
    assertThat(flight.journal.events(FlightEvent.SceneExtended.class))
        .singleElement()
        .satisfies(event -> assertThat(event.byS()).isEqualTo(CORNERS * 12.0, within(1e-9)));
  }

  @Test
  void a_scene_is_not_extended_beyond_what_the_battery_brings_home_with_its_reserve() {
    SupervisedFlight flight = onScene();
    // home 4 Wh, reserve 45, not usable 60 of 240; the rest of the scene 12, a round more 6
    flight.batteryPercent = 100 * (60 + 45 + 4 + 12 + 6 + 240 * 0.04) / 240 - 0.1;
    flight.run(1);
    extend(flight, "e1");
    assertThat(lastOutcome(flight)).isEqualTo("refused:energy");

    flight.batteryPercent += 0.2;
    flight.run(1);
    extend(flight, "e2");
    assertThat(lastOutcome(flight)).isEqualTo("accepted");
    extend(flight, "e3");
    assertThat(lastOutcome(flight)).isEqualTo("refused:energy");
  }

  @Test
  void a_scene_is_not_extended_beyond_plan_and_decision() {
    SupervisedFlight flight = onScene();
    flight.later(Duration.between(flight.now, FlightParts.VALID_UNTIL).minusSeconds(200));
    flight.run(1);
    extend(flight, "e1");
    assertThat(lastOutcome(flight)).isEqualTo("refused:expiry");
  }

  @Test
  void only_a_flight_on_scene_is_extended() {
    SupervisedFlight flight = SupervisedFlight.outbound(order());
    extend(flight, "e1");
    assertThat(lastOutcome(flight)).isEqualTo("refused:not-on-scene");
    assertThat(flight.acts(VehicleAct.FlyItem.class)).isEmpty();
  }

  @Test
  void a_moved_scene_is_flown_to_corner_by_corner_with_the_camera_on_it() {
    SupervisedFlight flight = onScene();
    move(flight, "m1", flight.point, corner(3), corner(2));

    assertThat(flight.acts(VehicleAct.GoTo.class))
        .singleElement()
        .satisfies(go -> assertThat(go.place()).isEqualTo(corner(3)))
        .satisfies(go -> assertThat(go.height().metres()).isEqualTo(60));
    assertThat(flight.acts(VehicleAct.SendCommand.class))
        .singleElement()
        .satisfies(
            aim -> {
              PlacedCommand command = (PlacedCommand) aim.request();
              assertThat(command.command()).isEqualTo(MavCmd.DO_SET_ROI_LOCATION);
              assertThat(command.x()).isEqualTo(MOVED.latE7());
              assertThat(command.z()).isEqualTo(4);
            });
    flight.run(1);
    assertThat(flight.state()).isEqualTo(FlightState.ON_SCENE);

    flight.point = corner(3);
    flight.run(1);
    flight.point = corner(2);
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.run(20);
    assertThat(flight.acts(VehicleAct.GoTo.class))
        .extracting(VehicleAct.GoTo::place)
        .containsExactly(corner(3), corner(2));
    assertThat(flight.state()).isEqualTo(FlightState.ON_SCENE);
  }

  @Test
  void an_aircraft_that_stands_before_a_corner_is_left_where_it_is() {
    SupervisedFlight flight = onScene();
    move(flight, "m1", flight.point, corner(3));
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.run(60);
    assertThat(flight.acts(VehicleAct.GoTo.class)).hasSize(1);
  }

  @Test
  void a_hold_ends_the_way_to_a_moved_scene_and_the_mission_is_not_gone_on_with_from_there() {
    SupervisedFlight flight = onScene();
    move(flight, "m1", flight.point, corner(3), corner(2));
    flight.run(1);
    flight.pilot(PilotCommand.HOLD);
    flight.point = corner(3);
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.run(3);
    assertThat(flight.state()).isEqualTo(FlightState.HOLDING);
    assertThat(flight.acts(VehicleAct.GoTo.class)).hasSize(1);

    flight.pilot(PilotCommand.RESUME);
    assertThat(lastOutcome(flight)).isEqualTo("refused:scene-moved");

    flight.pilot(PilotCommand.RETURN);
    flight.run(1);
    assertThat(flight.state()).isEqualTo(FlightState.RETURNING);
  }

  @Test
  void an_aircraft_that_does_not_take_the_order_stays_on_its_mission() {
    SupervisedFlight flight = onScene();
    flight.rejects = VehicleAct.GoTo.class::isInstance;
    move(flight, "m1", flight.point, corner(3));
    flight.run(1);
    assertThat(flight.state()).isEqualTo(FlightState.ON_SCENE);

    flight.pilot(PilotCommand.HOLD);
    flight.run(1);
    flight.pilot(PilotCommand.RESUME);
    flight.run(1);
    assertThat(flight.mode).isEqualTo(flight.profile.mission());
  }

  @Test
  void
      a_scene_is_not_moved_from_elsewhere_than_the_way_was_looked_for_nor_while_it_is_on_its_way() {
    SupervisedFlight flight = onScene();
    move(flight, "m1", corner(2), corner(3));
    assertThat(lastOutcome(flight)).isEqualTo("refused:moved-on");

    SupervisedFlight outbound = SupervisedFlight.outbound(order());
    move(outbound, "m1", outbound.point, corner(0));
    assertThat(lastOutcome(outbound)).isEqualTo("refused:not-on-scene");
  }

  @Test
  void a_fence_that_acts_is_not_led_on_by_the_way_to_a_moved_scene() {
    SupervisedFlight flight = onScene();
    move(flight, "m1", flight.point, corner(3), corner(2));
    flight.run(1);
    flight.fenceBreached = true;
    flight.point = corner(3);
    flight.run(5);
    assertThat(flight.acts(VehicleAct.GoTo.class)).hasSize(1);
  }

  @Test
  void a_station_that_comes_back_finds_the_flight_at_the_moved_scene_and_sends_nothing() {
    SupervisedFlight flight = new SupervisedFlight(order());
    flight.mode = flight.profile.guided();
    flight.armed = true;
    flight.seq = SCENE_FIRST;
    flight.heightM = 60;
    flight.point = corner(2);
    flight.input(new FlightInput.Resume(flight.order, FlightState.ON_SCENE, "scene", true));
    flight.run(3);
    assertThat(flight.states()).doesNotContain(FlightState.EXTERNAL_CONTROL);
    assertThat(flight.acts).isEmpty();

    SupervisedFlight foreign = new SupervisedFlight(order());
    foreign.mode = foreign.profile.guided();
    foreign.armed = true;
    foreign.heightM = 60;
    foreign.input(new FlightInput.Resume(foreign.order, FlightState.ON_SCENE, "", false));
    foreign.run(3);
    assertThat(foreign.state()).isEqualTo(FlightState.EXTERNAL_CONTROL);
  }

  @Test
  void a_mission_that_is_gone_on_with_on_scene_gets_its_camera_target_and_its_speed_again() {
    SupervisedFlight flight = onScene();
    flight.pilot(PilotCommand.HOLD);
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.run(3);
    flight.forget();
    flight.pilot(PilotCommand.RESUME);
    flight.run(3);
    assertThat(flight.acts(VehicleAct.SendCommand.class))
        .extracting(send -> send.request().command())
        .containsExactly(MavCmd.DO_SET_ROI_LOCATION, MavCmd.DO_CHANGE_SPEED);
  }

  @Test
  void a_zone_that_appears_over_the_rest_of_the_way_turns_the_flight_home() {
    SupervisedFlight flight = onScene();
    flight.input(
        new FlightInput.ZonesJudged(
            flight.order.plan().hash(), new ZonesAgainst("FRA/NEW", -12, true)));
    flight.run(1);
    assertThat(flight.state()).isEqualTo(FlightState.RETURNING);
    assertThat(flight.journal.events(FlightEvent.ConcernRaised.class))
        .extracting(FlightEvent.ConcernRaised::concern, FlightEvent.ConcernRaised::subject)
        .contains(org.assertj.core.groups.Tuple.tuple("zones", "FRA/NEW"));
  }

  @Test
  void zones_that_could_be_read_in_part_only_are_told_and_turn_nothing_round() {
    SupervisedFlight flight = onScene();
    flight.input(
        new FlightInput.ZonesJudged(
            flight.order.plan().hash(), new ZonesAgainst("zones.json", 0, false)));
    flight.run(5);
    assertThat(flight.state()).isEqualTo(FlightState.ON_SCENE);
    assertThat(flight.journal.events(FlightEvent.ConcernRaised.class))
        .extracting(FlightEvent.ConcernRaised::reaction)
        .contains("WARN")
        .doesNotContain("PROCEDURE");

    flight.input(new FlightInput.ZonesJudged(flight.order.plan().hash(), null));
    flight.run(5);
    assertThat(flight.journal.events(FlightEvent.ConcernOver.class)).hasSize(1);
  }

  @Test
  void
      a_zone_that_appears_before_take_off_refuses_the_flight_and_one_about_another_plan_does_not() {
    SupervisedFlight flight = SupervisedFlight.awaitingClearance();
    flight.input(
        new FlightInput.ZonesJudged(order().plan().hash(), new ZonesAgainst("FRA/NEW", -12, true)));
    assertThat(flight.state()).isEqualTo(FlightState.AWAITING_CLEARANCE);

    flight.input(
        new FlightInput.ZonesJudged(
            flight.order.plan().hash(), new ZonesAgainst("FRA/NEW", -12, true)));
    assertThat(flight.state()).isEqualTo(FlightState.REFUSED);
    assertThat(flight.reason()).isEqualTo("zones-changed:FRA/NEW");
  }

  @Test
  void a_round_that_waits_never_follows_a_return_or_a_hold() {
    SupervisedFlight flight = onScene();
    extend(flight, "e1");
    flight.ignores = VehicleAct.SetMode.class::isInstance; // its heartbeat still shows the mission
    flight.pilot(PilotCommand.RETURN);
    flight.seq = SCENE_LAST;
    flight.point = corner(0);
    flight.run(3);
    assertThat(flight.acts(VehicleAct.FlyItem.class)).isEmpty();
  }

  @Test
  void one_round_is_flown_for_each_that_was_asked_for_however_late_the_aircraft_tells() {
    SupervisedFlight flight = onScene();
    extend(flight, "e1");
    extend(flight, "e2");
    flight.seq = SCENE_LAST;
    flight.point = corner(0);
    flight.run(3);
    assertThat(flight.acts(VehicleAct.FlyItem.class)).hasSize(1);
    flight.seq = LAST_ROUND;
    flight.point = corner(2);
    flight.run(20);
    flight.seq = SCENE_LAST;
    flight.point = corner(0);
    flight.run(1);
    assertThat(flight.acts(VehicleAct.FlyItem.class)).hasSize(2);
  }

  @Test
  void a_round_for_which_the_battery_does_not_last_any_more_is_not_flown_and_that_is_told() {
    SupervisedFlight flight = onScene();
    extend(flight, "e1");
    flight.batteryPercent = 51;
    flight.seq = SCENE_LAST;
    flight.point = corner(0);
    flight.run(2);
    assertThat(flight.acts(VehicleAct.FlyItem.class)).isEmpty();
    assertThat(flight.journal.events(FlightEvent.CommandFinished.class))
        .extracting(FlightEvent.CommandFinished::outcome)
        .contains("refused:energy");
  }

  @Test
  void a_move_never_takes_the_place_of_an_order_that_has_not_shown_yet() {
    SupervisedFlight flight = onScene();
    flight.ignores = VehicleAct.SetMode.class::isInstance;
    flight.pilot(PilotCommand.RETURN);
    move(flight, "m1", flight.point, corner(3));
    assertThat(lastOutcome(flight)).isEqualTo("refused:order-under-way");
    assertThat(flight.acts(VehicleAct.GoTo.class)).isEmpty();
  }

  @Test
  void a_move_that_was_asked_for_before_a_hold_or_long_ago_is_overtaken() {
    SupervisedFlight flight = onScene();
    Instant asked = flight.now;
    flight.pilot(PilotCommand.HOLD);
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.run(2);
    SceneMove.Found found = seenFrom(flight.point, List.of(corner(3)));
    flight.input(new FlightInput.MoveScene("m1", "pilot-1", found, asked));
    assertThat(lastOutcome(flight)).isEqualTo("refused:overtaken");

    Instant later = flight.now;
    flight.run(6);
    flight.input(new FlightInput.MoveScene("m2", "pilot-1", found, later));
    assertThat(lastOutcome(flight)).isEqualTo("refused:overtaken");
    assertThat(flight.acts(VehicleAct.GoTo.class)).isEmpty();
  }

  @Test
  void from_a_moved_scene_nothing_resumes_also_after_another_move_was_refused() {
    SupervisedFlight flight = onScene();
    move(flight, "m1", flight.point, corner(3), corner(2));
    flight.run(1);
    flight.point = corner(3);
    flight.run(1);
    flight.pilot(PilotCommand.HOLD);
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.run(2);
    flight.rejects = VehicleAct.GoTo.class::isInstance;
    move(flight, "m2", flight.point, corner(2));
    flight.run(1);
    flight.pilot(PilotCommand.RESUME);
    assertThat(lastOutcome(flight)).isEqualTo("refused:scene-moved");
  }

  @Test
  void a_station_that_comes_back_over_a_held_flight_remembers_that_its_scene_was_moved() {
    SupervisedFlight flight = new SupervisedFlight(order());
    flight.mode = flight.profile.hold();
    flight.armed = true;
    flight.seq = SCENE_FIRST;
    flight.heightM = 60;
    flight.point = corner(2);
    flight.input(new FlightInput.Resume(flight.order, FlightState.HOLDING, "", true));
    flight.run(2);
    flight.pilot(PilotCommand.RESUME);
    assertThat(lastOutcome(flight)).isEqualTo("refused:scene-moved");
  }

  @Test
  void motors_that_do_not_stop_are_supervised_again() {
    SupervisedFlight flight = onScene();
    flight.ignores = VehicleAct.Terminate.class::isInstance;
    flight.pilot(PilotCommand.TERMINATE);
    flight.run(3);
    flight.batteryPercent = 40;
    flight.run(2);
    assertThat(flight.modesOrdered()).isEmpty();
    flight.run(4);
    assertThat(flight.modesOrdered()).contains(flight.profile.provenReturn().name());
  }
}
