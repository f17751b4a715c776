package org.vigie.groundstation.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.vehicle.FlightMode;
import org.vigie.groundstation.vehicle.LandedState;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.VehicleAct;

/**
 * What ArduCopter and PX4 were seen to do in flight, and what the station shows, orders and refuses
 * meanwhile; times, places and modes are those of the observations. What concerns single messages
 * is in {@code ObservedAutopilotsTest}.
 */
final class ObservedFlightsTest {
  /** MAV_STATE. */
  private static final int ACTIVE = 4;

  private static final int CRITICAL = 5;
  private static final int EMERGENCY = 6;

  private static final double M_PER_DEG = 111_195;

  /** The plan's geography and volume reach so far north. */
  private static final double GEOGRAPHY_M = 0.004 * M_PER_DEG;

  private static final double VOLUME_M = 0.006 * M_PER_DEG;

  /** The makes, each on the way to the scene. */
  enum Make {
    ARDUCOPTER,
    PX4;

    private SupervisedFlight order() {
      return this == PX4
          ? SupervisedFlight.px4(FlightParts.px4Order("F-1"))
          : new SupervisedFlight();
    }

    private SupervisedFlight awaitingClearance() {
      SupervisedFlight flight = order();
      flight.run(1);
      flight.input(new FlightInput.Begin(flight.order));
      flight.run(2);
      return flight;
    }

    private SupervisedFlight outbound() {
      SupervisedFlight flight = awaitingClearance();
      flight.input(flight.clear());
      flight.run(2);
      flight.systemStatus = ACTIVE;
      flight.seq = 2;
      flight.heightM = 60;
      flight.run(10); // until its first leap to that height is no news any more
      assertThat(flight.state()).isEqualTo(FlightState.OUTBOUND);
      return flight;
    }
  }

  private int before;

  private SupervisedFlight outbound(Make make) {
    SupervisedFlight flight = make.outbound();
    begin(flight);
    return flight;
  }

  /** From here on it counts what is told and ordered. */
  private void begin(SupervisedFlight flight) {
    before = flight.journal.events().size();
    flight.forget();
  }

  private <E extends Event> Stream<E> since(SupervisedFlight flight, Class<E> kind) {
    return flight.journal.events().stream().skip(before).filter(kind::isInstance).map(kind::cast);
  }

  private List<FlightState> states(SupervisedFlight flight) {
    return since(flight, FlightEvent.StateChanged.class).map(FlightEvent.StateChanged::to).toList();
  }

  private List<String> told(SupervisedFlight flight) {
    return since(flight, FlightEvent.ConcernRaised.class)
        .map(event -> event.concern() + " " + event.reaction())
        .toList();
  }

  private List<String> refusals(SupervisedFlight flight) {
    return since(flight, FlightEvent.CommandFinished.class)
        .map(FlightEvent.CommandFinished::outcome)
        .filter(outcome -> outcome.startsWith("refused:"))
        .toList();
  }

  private static FlightMode mode(SupervisedFlight flight, String name) {
    return flight.profile.findMode(name).orElseThrow();
  }

  private static LatLon north(double metres) {
    return new LatLon(FlightParts.SITE.latDeg() + metres / M_PER_DEG, FlightParts.SITE.lonDeg());
  }

  /** Flies due north; negative is south. */
  private static void fly(SupervisedFlight flight, double mps, double seconds) {
    flight.velocity = new VelocityNed(mps, 0, 0);
    for (long i = 0; i < Math.round(seconds * 10); i++) {
      flight.point =
          new LatLon(flight.point.latDeg() + mps / 10 / M_PER_DEG, flight.point.lonDeg());
      flight.run(0.1);
    }
    flight.velocity = new VelocityNed(0, 0, 0);
  }

  private static void goTo(SupervisedFlight flight, double metres, double mps) {
    double nowM = (flight.point.latDeg() - FlightParts.SITE.latDeg()) * M_PER_DEG;
    fly(flight, Math.copySign(mps, metres - nowM), Math.abs(metres - nowM) / mps);
  }

  private static void land(SupervisedFlight flight, String modeAfterwards) {
    flight.landed = LandedState.ON_GROUND;
    flight.heightM = 0;
    flight.run(0.2);
    flight.armed = false;
    flight.mode = mode(flight, modeAfterwards);
    flight.run(1);
  }

  /** PX4's MISSION_START arms by itself, after which nobody would look at home again. */
  @ParameterizedTest
  @EnumSource(Make.class)
  void o7_an_aircraft_that_disarms_itself_before_its_home_is_known_is_not_started(Make make) {
    SupervisedFlight flight = make.awaitingClearance();
    begin(flight);
    flight.homeAt = flight.now; // told before it was armed, and then no more
    flight.run(1);
    flight.input(flight.clear());
    flight.run(make == Make.PX4 ? 11 : 10);
    assertThat(flight.state()).isEqualTo(FlightState.ARMING);
    flight.armed = false;
    flight.run(1);
    flight.homeAt = null;
    flight.run(5);

    assertThat(flight.acts(VehicleAct.Arm.class)).hasSize(1);
    assertThat(flight.acts(VehicleAct.StartMission.class)).isEmpty();
    assertThat(flight.modesOrdered()).containsExactly(flight.profile.arming().name());
    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
    assertThat(flight.reason()).isEqualTo("disarmed");
  }

  @Test
  void o15_arducopter_returns_without_its_station_and_goes_on_returning_when_it_is_back() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    flight.link = LinkState.STALE;
    flight.run(3);
    flight.link = LinkState.LOST;
    flight.run(20);
    assertThat(states(flight)).containsExactly(FlightState.LOST_LINK);
    flight.link = LinkState.OK; // its heartbeats are heard again, its failsafe is over
    flight.mode = mode(flight, "AUTO_RTL");
    flight.seq = 5;
    flight.run(10);
    flight.pilot(PilotCommand.RESUME);
    flight.run(10);

    assertThat(states(flight)).containsExactly(FlightState.LOST_LINK, FlightState.RETURNING);
    assertThat(flight.reason()).isEqualTo("mode-AUTO_RTL");
    assertThat(refusals(flight)).containsExactly("refused:not-holding");
    flight.seq = 6;
    flight.run(20);
    land(flight, "AUTO");
    assertThat(flight.state()).isEqualTo(FlightState.LANDED);
    assertThat(flight.acts).isEmpty();
  }

  /** Only what the station says is lost: it hears all of it, and not one text. */
  @Test
  void o15_px4_holds_five_seconds_and_returns_and_nothing_is_ordered_into_that() {
    SupervisedFlight flight = outbound(Make.PX4);
    flight.run(11.6);
    flight.systemStatus = CRITICAL;
    flight.mode = mode(flight, "AUTO.LOITER");
    flight.batteryPercent = 10; // for which the station would turn it round
    flight.run(1);
    flight.pilot(PilotCommand.RESUME);
    flight.run(4.4);
    assertThat(states(flight)).containsExactly(FlightState.HOLDING);
    assertThat(told(flight)).contains("energy PROCEDURE");
    flight.batteryPercent = 95;
    flight.mode = mode(flight, "AUTO.RTL");
    flight.seq = 1;
    flight.run(9);
    flight.systemStatus = ACTIVE; // heartbeats are back, and the mode stays
    flight.run(2);
    flight.pilot(PilotCommand.RESUME);
    flight.run(30);
    assertThat(states(flight)).containsExactly(FlightState.HOLDING, FlightState.RETURNING);
    assertThat(flight.reason()).isEqualTo("mode-AUTO.RTL");
    assertThat(refusals(flight)).containsExactly("refused:failsafe-acts", "refused:not-holding");
    flight.landed = LandedState.LANDING;
    flight.run(10);
    land(flight, "AUTO.MISSION");

    assertThat(flight.state()).isEqualTo(FlightState.LANDED);
    assertThat(flight.acts).isEmpty();
  }

  @Test
  void o16_px4_that_goes_on_after_satellites_are_back_is_shown_outbound_and_kept_inside_again() {
    SupervisedFlight flight = outbound(Make.PX4);
    flight.fixType = 0;
    flight.ekfFlags = 0x65;
    fly(flight, 5, 5.1);
    flight.systemStatus = CRITICAL;
    flight.mode = mode(flight, "AUTO.LAND");
    flight.run(2);
    assertThat(states(flight)).containsExactly(FlightState.LANDING);
    flight.fixType = 3;
    flight.ekfFlags = 0x18;
    flight.run(2.3);
    flight.systemStatus = ACTIVE;
    flight.mode = mode(flight, "AUTO.MISSION");
    flight.run(5);
    assertThat(states(flight)).containsExactly(FlightState.LANDING, FlightState.OUTBOUND);
    assertThat(told(flight)).containsExactly("satellites WARN");
    assertThat(flight.acts).isEmpty();
    goTo(flight, GEOGRAPHY_M + 2, 8);

    assertThat(flight.modesOrdered()).containsExactly("AUTO.LOITER");
  }

  @Test
  void o16_arducopter_that_flies_on_without_satellites_and_lands_is_left_to_land() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    flight.fixType = 1;
    fly(flight, 10, 0.5);
    assertThat(told(flight)).containsExactly("satellites WARN"); // 75 m before it reacts
    fly(flight, 10, 7.5);
    flight.ekfFlags = 0x25;
    flight.systemStatus = CRITICAL;
    flight.mode = mode(flight, "LAND");
    fly(flight, 2, 12);
    flight.pilot(PilotCommand.RESUME);
    assertThat(flight.acts).isEmpty();
    flight.rejects = VehicleAct.SetMode.class::isInstance; // "requires position"
    flight.pilot(PilotCommand.HOLD);
    flight.run(20);

    assertThat(states(flight)).containsExactly(FlightState.LANDING);
    assertThat(refusals(flight)).containsExactly("refused:failsafe-acts");
    assertThat(since(flight, FlightEvent.OrderRefused.class))
        .extracting(FlightEvent.OrderRefused::command)
        .containsExactly("hold");
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
    land(flight, "LAND");
    assertThat(flight.state()).isEqualTo(FlightState.LANDED);
  }

  @Test
  void o16_a_loss_of_four_seconds_that_arducopter_passes_over_in_silence_is_told_and_is_over() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    flight.fixType = 1;
    fly(flight, 10, 4);
    flight.fixType = 3;
    fly(flight, 10, 4);

    assertThat(told(flight)).containsExactly("satellites WARN");
    assertThat(since(flight, FlightEvent.ConcernOver.class))
        .containsExactly(new FlightEvent.ConcernOver("satellites"));
    assertThat(states(flight)).isEmpty();
    assertThat(flight.acts).isEmpty();
  }

  @Test
  void o17_a_resume_during_a_failsafe_is_refused_also_after_a_hold_has_cancelled_its_return() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    flight.mode = mode(flight, "RTL"); // for its battery
    flight.systemStatus = CRITICAL;
    flight.batteryPercent = 20;
    flight.run(3);
    flight.pilot(PilotCommand.RESUME);
    assertThat(flight.acts).isEmpty();
    flight.pilot(PilotCommand.HOLD);
    flight.run(2);
    flight.input(
        new FlightInput.Order(
            "r", PilotCommand.RESUME, "pilot-1", Set.of(ConcernKind.values()), ""));
    flight.input(new FlightInput.ExtendScene("e", "pilot-1"));
    flight.run(30);

    assertThat(states(flight)).containsExactly(FlightState.DIVERTED, FlightState.HOLDING);
    assertThat(told(flight)).containsExactly("energy WARN", "energy PROCEDURE");
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
    assertThat(since(flight, FlightEvent.ReactionOverridden.class))
        .containsExactly(new FlightEvent.ReactionOverridden("c2", "RTL", false));
    assertThat(refusals(flight))
        .containsExactly("refused:failsafe-acts", "refused:failsafe-acts", "refused:failsafe-acts");
  }

  @Test
  void o17_px4s_emergency_landing_is_not_ended_by_the_station_though_px4_would_let_it() {
    SupervisedFlight flight = outbound(Make.PX4);
    flight.mode = mode(flight, "AUTO.LAND");
    flight.systemStatus = EMERGENCY;
    flight.batteryPercent = 4;
    flight.pilotPresent = false;
    flight.run(30);
    assertThat(flight.acts).isEmpty();
    flight.pilot(PilotCommand.RESUME);
    flight.run(1);

    assertThat(flight.acts).isEmpty();
    assertThat(states(flight)).containsExactly(FlightState.LANDING);
    assertThat(refusals(flight)).containsExactly("refused:failsafe-acts");
  }

  /** Its order may have been taken, and the failsafe come after it: asked again it cancels that. */
  @ParameterizedTest
  @EnumSource(Make.class)
  void o17_an_order_of_the_stations_own_is_not_repeated_into_a_failsafe(Make make) {
    SupervisedFlight flight = outbound(make);
    flight.ignores = VehicleAct.SetMode.class::isInstance;
    flight.batteryPercent = 30;
    flight.run(0.5);
    assertThat(flight.modesOrdered()).containsExactly(flight.profile.provenReturn().name());
    flight.forget();
    flight.mode = flight.profile.hold();
    flight.systemStatus = CRITICAL;
    flight.run(10);

    assertThat(flight.acts).isEmpty();
  }

  @Test
  void o18_the_hold_for_containment_comes_before_the_fence_by_more_than_the_overshoot() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    goTo(flight, GEOGRAPHY_M + 1, 8);
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
    flight.forget();
    goTo(flight, GEOGRAPHY_M + 19, 8); // the overshoot
    flight.run(30);

    assertThat(flight.acts).isEmpty();
    assertThat(told(flight)).doesNotContain("containment PROCEDURE");
    assertThat(flight.state()).isEqualTo(FlightState.HOLDING);
  }

  @Test
  void o18_while_the_fence_returns_it_the_overshoot_is_told_and_nothing_is_ordered() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    flight.rejects = act -> true; // the station's hold comes too late
    goTo(flight, VOLUME_M - 1, 8);
    flight.rejects = act -> false;
    begin(flight);
    flight.fenceBreached = true;
    flight.mode = mode(flight, "RTL");
    goTo(flight, VOLUME_M + 19, 8);
    goTo(flight, VOLUME_M - 1, -8);
    flight.fenceBreached = false;
    goTo(flight, 0, 8);
    flight.landed = LandedState.LANDING;
    flight.run(30);

    assertThat(told(flight)).contains("containment PROCEDURE");
    assertThat(states(flight)).containsExactly(FlightState.DIVERTED);
    assertThat(flight.acts).isEmpty();
    land(flight, "RTL");
    assertThat(flight.state()).isEqualTo(FlightState.LANDED);
  }

  @Test
  void o18_what_brakes_at_its_fence_stays_there_until_the_pilot_says_so() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    flight.rejects = act -> true;
    goTo(flight, VOLUME_M - 1, 8);
    flight.rejects = act -> false;
    begin(flight);
    flight.fenceBreached = true;
    flight.mode = mode(flight, "BRAKE");
    goTo(flight, VOLUME_M + 17, 8);
    flight.pilotPresent = false;
    flight.run(60);
    assertThat(states(flight)).containsExactly(FlightState.HOLDING, FlightState.PILOT_LOST);
    assertThat(flight.acts).isEmpty();
    flight.pilotPresent = true;
    flight.pilot(PilotCommand.RESUME);
    flight.pilot(PilotCommand.RETURN);
    flight.run(2);

    assertThat(refusals(flight)).containsExactly("refused:fence-breached");
    assertThat(flight.modesOrdered()).containsExactly("AUTO_RTL");
    assertThat(since(flight, FlightEvent.ReactionOverridden.class))
        .containsExactly(new FlightEvent.ReactionOverridden("c2", "BRAKE", true));
    assertThat(flight.state()).isEqualTo(FlightState.RETURNING);
  }

  @Test
  void o18_what_the_station_had_stopped_and_slides_over_its_fence_is_not_ordered_on() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    goTo(flight, GEOGRAPHY_M + 1, 8);
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
    begin(flight);
    flight.fenceBreached = true;
    goTo(flight, VOLUME_M + 1, 8); // for which the station returns it where no fence acts
    flight.run(30);

    assertThat(told(flight)).contains("containment PROCEDURE");
    assertThat(flight.acts).isEmpty();
  }

  /** It tells of no fence: what the station measures itself has to do. */
  @Test
  void o18_px4_held_outside_its_fence_is_not_sent_on_without_naming_the_concern() {
    SupervisedFlight flight = outbound(Make.PX4);
    flight.rejects = act -> true;
    goTo(flight, VOLUME_M - 1, 8);
    flight.rejects = act -> false;
    begin(flight);
    flight.systemStatus = CRITICAL;
    flight.mode = mode(flight, "AUTO.LOITER");
    goTo(flight, VOLUME_M + 4, 6);
    flight.run(4);
    flight.mode = mode(flight, "AUTO.RTL");
    flight.run(1);
    assertThat(flight.acts).isEmpty();
    flight.pilot(PilotCommand.HOLD); // accepted, and its failsafe is over
    flight.systemStatus = ACTIVE;
    flight.run(20);
    flight.pilot(PilotCommand.RESUME);
    flight.run(1);

    assertThat(states(flight))
        .containsExactly(FlightState.HOLDING, FlightState.RETURNING, FlightState.HOLDING);
    assertThat(flight.modesOrdered()).containsExactly("AUTO.LOITER");
    assertThat(refusals(flight)).containsExactly("refused:concern:containment");
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void o19_a_leap_of_55_metres_inside_the_volume_is_told_and_turns_nothing_round(Make make) {
    SupervisedFlight flight = outbound(make);
    flight.point = north(55.6);
    flight.run(0.1);
    assertThat(told(flight)).containsExactly("containment WARN");
    assertThat(since(flight, FlightEvent.Containment.class).map(FlightEvent.Containment::state))
        .containsExactly("UNKNOWN");
    flight.run(16);
    assertThat(since(flight, FlightEvent.ConcernOver.class))
        .containsExactly(new FlightEvent.ConcernOver("containment"));
    flight.point = north(0); // as it ends, it leaps back
    flight.run(1);

    assertThat(told(flight)).containsExactly("containment WARN", "containment WARN");
    assertThat(states(flight)).isEmpty();
    assertThat(flight.acts).isEmpty();
  }

  @Test
  void o20_a_flight_that_lands_in_auto_rtl_is_landed_though_auto_shows_again() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    flight.mode = flight.profile.mode(27);
    flight.seq = 5;
    flight.run(10);
    flight.seq = 6;
    flight.landed = LandedState.LANDING;
    flight.run(10);
    flight.landed = LandedState.ON_GROUND;
    flight.seq = 1;
    flight.run(0.3);
    flight.mode = mode(flight, "AUTO"); // a heartbeat later it shows the motors off
    flight.run(1);
    flight.armed = false;
    flight.run(60);

    assertThat(states(flight))
        .containsExactly(FlightState.RETURNING, FlightState.LANDING, FlightState.LANDED);
    assertThat(flight.acts).isEmpty();
  }

  @Test
  void o20_px4_that_shows_its_mission_again_once_it_has_landed_is_not_out_again() {
    SupervisedFlight flight = outbound(Make.PX4);
    flight.seq = 4;
    flight.run(5);
    flight.mode = mode(flight, "AUTO.RTL"); // the mission's last item
    flight.seq = 6;
    flight.run(1);
    flight.seq = 0;
    flight.run(10);
    flight.landed = LandedState.LANDING;
    flight.run(10);
    flight.landed = LandedState.ON_GROUND;
    flight.mode = mode(flight, "AUTO.MISSION");
    flight.run(1);
    flight.armed = false;
    flight.run(60);

    assertThat(states(flight))
        .containsExactly(
            FlightState.ON_SCENE, FlightState.RETURNING, FlightState.LANDING, FlightState.LANDED);
    assertThat(flight.acts).isEmpty();
  }

  @Test
  void o21_a_home_that_was_commanded_before_arming_and_stays_there_ends_the_departure() {
    SupervisedFlight flight = Make.ARDUCOPTER.awaitingClearance();
    begin(flight);
    flight.homeOffsetM = 20; // the checks allow what arming is to set right
    flight.run(1);
    flight.input(flight.clear());
    flight.run(5);

    assertThat(flight.acts(VehicleAct.StartMission.class)).isEmpty();
    assertThat(flight.state()).isEqualTo(FlightState.ABORTED);
    assertThat(flight.reason()).isEqualTo("home-moved");
  }

  @Test
  void o21_px4s_second_home_at_take_off_is_no_news_while_it_is_the_same_place() {
    SupervisedFlight flight = Make.PX4.awaitingClearance();
    begin(flight);
    flight.input(flight.clear());
    flight.run(2.5);
    flight.homeAltitudeM += 0.15;
    flight.run(5);

    assertThat(flight.state()).isEqualTo(FlightState.TAKING_OFF);
    assertThat(told(flight)).isEmpty();
    assertThat(flight.modesOrdered()).containsExactly("AUTO.LOITER", "AUTO.MISSION");
  }

  @Test
  void o21_px4s_second_home_at_take_off_in_another_place_stops_it() {
    SupervisedFlight flight = Make.PX4.awaitingClearance();
    begin(flight);
    flight.input(flight.clear());
    flight.run(2.5);
    flight.homeOffsetM = 20;
    flight.run(5);

    assertThat(told(flight)).containsExactly("home HOLD");
    assertThat(flight.modesOrdered()).containsExactly("AUTO.LOITER", "AUTO.MISSION", "AUTO.LOITER");
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void o21_with_a_home_600_km_away_the_station_stops_it_and_returns_it_only_as_the_pilot_says(
      Make make) {
    SupervisedFlight flight = outbound(make);
    flight.homeOffsetM = 600_000;
    flight.batteryPercent = 40; // for which it would return
    flight.run(1);
    assertThat(told(flight)).containsExactlyInAnyOrder("home HOLD", "energy PROCEDURE");
    flight.batteryPercent = 95;
    flight.pilotPresent = false; // as it would for that
    flight.run(60);
    assertThat(flight.state()).isEqualTo(FlightState.PILOT_LOST);
    assertThat(flight.modesOrdered()).containsExactly(flight.profile.hold().name());
    flight.pilotPresent = true;
    flight.run(1);
    flight.pilot(PilotCommand.RESUME);
    assertThat(refusals(flight)).containsExactly("refused:concern:home");
    flight.pilot(PilotCommand.RETURN);
    flight.run(30);

    assertThat(flight.modesOrdered())
        .containsExactly(flight.profile.hold().name(), flight.profile.provenReturn().name());
    assertThat(flight.state()).isEqualTo(FlightState.RETURNING);
  }

  /**
   * 0, 0, 0 means "here, at this height": in 60 m it has come down to 0, and what is proven rises.
   */
  @Test
  void o21_arducopter_whose_home_is_set_where_it_flies_is_not_sent_up_by_the_proven_return() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    goTo(flight, 100, 8);
    flight.homeOffsetM = 100;
    flight.homeAltitudeM += 60;
    flight.heightM -= 60;
    flight.run(1);
    flight.heightM = -20; // 40 m above the home that was proven
    flight.run(20);

    assertThat(told(flight)).contains("home HOLD");
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
  }

  @Test
  void o21_px4_that_takes_the_place_where_it_landed_as_its_home_is_no_news() {
    SupervisedFlight flight = outbound(Make.PX4);
    flight.mode = mode(flight, "AUTO.LAND");
    flight.landed = LandedState.LANDING;
    flight.run(5);
    flight.landed = LandedState.ON_GROUND;
    flight.homeOffsetM = 40;
    flight.run(1);
    land(flight, "AUTO.LAND");

    assertThat(told(flight)).doesNotContain("home HOLD");
    assertThat(flight.state()).isEqualTo(FlightState.LANDED);
  }

  @Test
  void o22_a_rally_point_is_never_named_so_no_return_but_the_proven_one_is_called_return() {
    SupervisedFlight flight = outbound(Make.ARDUCOPTER);
    flight.mode = mode(flight, "RTL"); // to the rally point at N120 E40, says nothing
    goTo(flight, 120, 8);
    assertThat(states(flight)).containsExactly(FlightState.DIVERTED);
    flight.landed = LandedState.LANDING;
    flight.run(20);
    assertThat(states(flight)).containsExactly(FlightState.DIVERTED);
    land(flight, "RTL");

    assertThat(flight.state()).isEqualTo(FlightState.LANDED);
    assertThat(flight.acts).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void o22_the_return_that_is_ordered_is_the_one_that_knows_no_rally_point(Make make) {
    SupervisedFlight flight = outbound(make);
    flight.pilot(PilotCommand.RETURN);
    flight.run(2);

    assertThat(flight.modesOrdered()).containsExactly(make == Make.PX4 ? "AUTO.RTL" : "AUTO_RTL");
    assertThat(flight.state()).isEqualTo(FlightState.RETURNING);
  }
}
