package org.vigie.groundstation.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.vehicle.LinkState;

/** What supervision says and does about a flight in the air, and how the pilot sets it aside. */
final class SupervisionTest {
  /** Of 240 Wh on the label 60 are of no use and 45 are reserve. */
  private static final double NEEDED_PERCENT = 100 * (60 + 45) / 240.0;

  @Test
  void a_low_battery_is_told_before_it_turns_the_flight_round() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.batteryPercent = NEEDED_PERCENT + 3;
    flight.run(1);
    assertThat(concerns(flight)).containsExactly("energy WARN");
    assertThat(flight.acts).isEmpty();
    flight.batteryPercent = NEEDED_PERCENT - 1;
    flight.run(1);

    assertThat(concerns(flight)).containsExactly("energy WARN", "energy PROCEDURE");
    assertThat(flight.modesOrdered()).containsExactly("AUTO_RTL");
    assertThat(flight.journal.events(FlightEvent.Commanded.class))
        .last()
        .extracting(FlightEvent.Commanded::by)
        .isEqualTo("energy");
  }

  @Test
  void a_battery_that_nobody_knows_is_a_warning() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.batteryPercent = Double.NaN;
    flight.run(1);

    assertThat(concerns(flight)).containsExactly("energy WARN");
    assertThat(flight.acts).isEmpty();
  }

  @Test
  void a_flight_comes_home_before_its_decision_ends() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.now = FlightParts.VALID_UNTIL.minusSeconds(30);
    flight.input(new FlightInput.PilotSeen());
    flight.run(1);
    assertThat(concerns(flight)).contains("expiry WARN");
    assertThat(flight.acts).isEmpty();
    flight.now = FlightParts.VALID_UNTIL;
    flight.input(new FlightInput.PilotSeen());
    flight.run(1);

    assertThat(concerns(flight)).contains("expiry PROCEDURE");
    assertThat(flight.modesOrdered()).containsExactly("AUTO_RTL");
  }

  @Test
  void a_link_that_grows_old_and_a_flight_that_is_late_are_told() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.link = LinkState.STALE;
    flight.run(1);
    flight.link = LinkState.OK;
    flight.run(71);

    assertThat(concerns(flight)).containsExactly("link WARN", "pace WARN");
    assertThat(flight.journal.events(FlightEvent.ConcernOver.class))
        .containsExactlyInAnyOrder(
            new FlightEvent.ConcernOver("link"), new FlightEvent.ConcernOver("containment"));
    assertThat(flight.acts).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = PilotCommand.class,
      names = {"HOLD", "LAND"})
  void what_the_pilot_orders_against_a_reaction_stays_so_until_it_gets_worse(PilotCommand order) {
    SupervisedFlight flight = outsideGeography();
    flight.pilot(order);
    flight.forget();
    flight.run(10);
    assertThat(flight.acts).isEmpty();
    assertThat(flight.journal.events(FlightEvent.ConcernsOverruled.class))
        .containsExactly(
            new FlightEvent.ConcernsOverruled("c1", "pilot-1", List.of("containment")));

    flight.point = new LatLon(45.4386 + 0.0065, 4.3766); // outside the volume
    flight.run(1);
    assertThat(flight.modesOrdered())
        .containsExactlyElementsOf(order == PilotCommand.HOLD ? List.of("AUTO_RTL") : List.of());
  }

  @Test
  void an_order_that_the_aircraft_did_not_take_sets_nothing_aside() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.batteryPercent = NEEDED_PERCENT - 1;
    flight.rejects = act -> true;
    flight.run(0.2);
    flight.pilot(PilotCommand.RETURN);
    flight.rejects = act -> false;
    flight.forget();
    flight.run(5);

    assertThat(flight.modesOrdered()).containsExactly("AUTO_RTL");
  }

  @Test
  void a_lost_pilot_and_an_empty_battery_do_not_order_against_each_other() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.pilotPresent = false;
    flight.ignores = act -> true;
    flight.run(3);
    flight.batteryPercent = NEEDED_PERCENT - 1;
    flight.run(2);

    assertThat(flight.modesOrdered()).hasSizeLessThan(5).contains("AUTO_RTL");
    assertThat(flight.modesOrdered().get(flight.modesOrdered().size() - 1)).isEqualTo("AUTO_RTL");
  }

  @Test
  void a_return_of_the_station_throws_away_a_resume_that_still_waits_for_the_disk() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.pilot(PilotCommand.HOLD);
    flight.run(1);
    flight.journal.disk(HandJournal.Disk.HOLDS);
    flight.pilot(PilotCommand.RESUME);
    flight.forget();
    flight.batteryPercent = NEEDED_PERCENT - 1;
    flight.run(0.5);
    flight.journal.disk(HandJournal.Disk.TAKES);
    flight.journal.answerHeld();
    flight.run(2);

    assertThat(flight.modesOrdered()).containsExactly("AUTO_RTL");
  }

  @Test
  void what_somebody_else_flew_before_a_restart_is_not_taken_from_them() {
    SupervisedFlight flight = SupervisedFlight.resumed(FlightState.EXTERNAL_CONTROL);
    flight.armed = true;
    flight.mode = flight.profile.findMode("LOITER").orElseThrow();
    flight.pilotPresent = false;
    flight.run(60);

    assertThat(flight.acts).isEmpty();
  }

  @Test
  void a_mode_ordered_between_two_others_still_counts_as_ours() {
    AskedMode asked = AskedMode.NOTHING.adopting("AUTO").asking("BRAKE", "c1").asking("RTL", "c2");
    AskedMode after = asked.refused("c2");

    assertThat(after.includes("BRAKE")).isTrue();
    assertThat(after.includes("RTL")).isFalse();
    assertThat(after.seen("BRAKE").includes("AUTO")).isFalse();
  }

  @Test
  void going_on_against_a_concern_needs_it_named() {
    SupervisedFlight flight = outsideGeography();
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.pilot(PilotCommand.HOLD);
    flight.run(1);
    flight.forget();
    flight.pilot(PilotCommand.RESUME);
    assertThat(flight.journal.events(FlightEvent.CommandFinished.class))
        .last()
        .extracting(FlightEvent.CommandFinished::outcome)
        .isEqualTo("refused:concern:containment");
    assertThat(flight.acts).isEmpty();

    flight.input(
        new FlightInput.Order(
            "c9", PilotCommand.RESUME, "pilot-1", Set.of(ConcernKind.CONTAINMENT), ""));
    flight.run(1);
    assertThat(flight.modesOrdered()).containsExactly("AUTO");
  }

  @Test
  void a_concern_that_flickers_is_told_once_and_ends_after_a_calm() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    for (int i = 0; i < 20; i++) {
      flight.batteryPercent = i % 2 == 0 ? NEEDED_PERCENT + 3 : 95;
      flight.run(0.5);
    }
    assertThat(concerns(flight)).containsExactly("energy WARN");
    FlightEvent.ConcernOver over = new FlightEvent.ConcernOver("energy");
    assertThat(flight.journal.events(FlightEvent.ConcernOver.class)).doesNotContain(over);
    flight.batteryPercent = 95;
    flight.run(Supervised.CALM.toMillis() / 1000.0 + 1);
    assertThat(flight.journal.events(FlightEvent.ConcernOver.class)).containsOnlyOnce(over);
  }

  @Test
  void nothing_is_commanded_while_the_autopilot_s_own_failsafe_acts() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.forget();
    flight.systemStatus = 5;
    flight.batteryPercent = 10;
    flight.now = FlightParts.VALID_UNTIL.plus(Duration.ofSeconds(5));
    flight.input(new FlightInput.PilotSeen());
    flight.run(2);

    assertThat(concerns(flight)).contains("energy PROCEDURE", "expiry PROCEDURE");
    assertThat(flight.acts).isEmpty();
  }

  private static SupervisedFlight outsideGeography() {
    SupervisedFlight flight = SupervisedFlight.outbound();
    flight.point = new LatLon(45.4386 + 0.0045, 4.3766);
    flight.velocity = new VelocityNed(8, 0, 0);
    flight.run(1);
    return flight;
  }

  /** What was told but for containment, which doubts a tame aircraft's first leap. */
  private static List<String> concerns(SupervisedFlight flight) {
    return flight.journal.events(FlightEvent.ConcernRaised.class).stream()
        .filter(event -> !event.concern().equals("containment"))
        .map(event -> event.concern() + " " + event.reaction())
        .toList();
  }
}
