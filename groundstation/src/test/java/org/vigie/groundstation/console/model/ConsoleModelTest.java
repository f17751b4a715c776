package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveStatus;
import org.vigie.groundstation.picture.PictureState;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

/** What a pilot sees, from snapshots and the clock. */
@NullUnmarked // what is missing fails the test anyway
class ConsoleModelTest {
  private static final Instant NOW = Pictured.NOW;
  private ConsoleModel model;

  @BeforeEach
  void open() {
    model = new ConsoleModel(Texts.in(Language.EN), ZoneOffset.ofHours(1), NOW);
    model.status(Pictured.connected());
    model.who(Pictured.pilot("pilot-1"));
  }

  private Shown after(long ms) {
    return model.show(NOW.plusMillis(ms));
  }

  private List<String> chips(Shown shown) {
    return shown.top().chips().stream().map(FlightChip::vehicleId).toList();
  }

  private List<AlarmKind> alarms(Shown shown) {
    return shown.top().alarms().stream().map(Alarm::kind).toList();
  }

  @Test
  void flights_stand_worst_first() {
    model.snapshot(
        new Pictured()
            .vehicle("V1")
            .vehicle("V2", "LOST", "INSIDE", 80)
            .vehicle("V3")
            .vehicle("V4")
            .flight("F-1", "V1", "OUTBOUND")
            .flight("F-2", "V2", "LOST_LINK")
            .flight("F-3", "V3", "AWAITING_CLEARANCE")
            .taken(),
        NOW);

    assertThat(chips(after(0))).containsExactly("V2", "V3", "V1", "V4");
  }

  @Test
  void flights_keep_their_places_while_the_pointer_is_on_them() {
    Pictured calm =
        new Pictured()
            .vehicle("V1")
            .vehicle("V2")
            .flight("F-1", "V1", "OUTBOUND")
            .flight("F-2", "V2", "OUTBOUND");
    model.snapshot(calm.taken(), NOW);
    assertThat(chips(after(0))).containsExactly("V1", "V2");
    model.holdChips(true);
    model.snapshot(
        new Pictured()
            .vehicle("V1")
            .vehicle("V2")
            .flight("F-1", "V1", "OUTBOUND")
            .flight("F-2", "V2", "PILOT_LOST")
            .taken(),
        NOW);
    assertThat(chips(after(0))).containsExactly("V1", "V2");

    model.holdChips(false);

    assertThat(chips(after(0))).containsExactly("V2", "V1");
  }

  @Test
  void a_hundred_aircraft_stand_worst_first_and_by_number_and_do_not_move_while_nothing_changes() {
    Pictured many = new Pictured();
    for (int i = 100; i >= 1; i--) {
      many.vehicle("V" + i, i == 37 ? "LOST" : "OK", "INSIDE", 80);
      if (i <= 60) {
        many.flight("F-" + i, "V" + i, i == 37 ? "LOST_LINK" : "OUTBOUND");
      }
    }
    model.snapshot(many.taken(), NOW);
    List<String> chips = chips(after(0));

    assertThat(chips).hasSize(100);
    assertThat(chips).startsWith("V37", "V1", "V2", "V3").endsWith("V98", "V99", "V100");
    assertThat(chips.indexOf("V60")).isEqualTo(59);
    model.snapshot(many.taken(), NOW.plusMillis(100));
    assertThat(chips(after(100))).isEqualTo(chips);
  }

  @Test
  void heights_carry_their_reference_and_are_never_mixed() {
    model.snapshot(new Pictured().vehicle("V1").flight("F-1", "V1", "ON_SCENE").taken(), NOW);
    Shown shown = after(0);
    Gauge height = shown.flight().gauges().get(0);

    assertThat(height.value()).isEqualTo("62\u00a0m\u00a0AGL");
    assertThat(height.detail().split("\n"))
        .containsExactly("591\u00a0m\u00a0AMSL", "58 m above take-off");
    assertThat(shown.top().chips().get(0).numbers()).startsWith("62\u00a0m\u00a0AGL");
    assertThat(shown.map().craft().get(0).height()).isEqualTo("62\u00a0m\u00a0AGL");
  }

  @Test
  void the_safety_keys_target_stays_when_a_worse_flight_comes() {
    model.snapshot(new Pictured().vehicle("V1").flight("F-1", "V1", "OUTBOUND").taken(), NOW);
    assertThat(after(0).safety().target()).isEqualTo("V1");
    model.snapshot(
        new Pictured()
            .vehicle("V0")
            .vehicle("V1")
            .flight("F-0", "V0", "LOST_LINK")
            .flight("F-1", "V1", "OUTBOUND")
            .taken(),
        NOW);

    assertThat(chips(after(0)).get(0)).isEqualTo("V0");
    assertThat(after(0).safety().target()).isEqualTo("V1");
  }

  private void two(String first, String second, long ms) {
    model.snapshot(
        new Pictured()
            .vehicle("V1")
            .vehicle("V2")
            .flight("F-1", "V1", first)
            .flight("F-2", "V2", second)
            .taken(),
        NOW.plusMillis(ms));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LANDED", "ABORTED", "CLOSED"})
  void a_flight_that_ends_never_hands_the_safety_keys_to_another_in_the_air(String end) {
    two("LANDING", "ON_SCENE", 0);
    model.selectFlight("F-1");
    assertThat(model.orderable(NOW)).isPresent();
    two(end, "ON_SCENE", 100);
    SafetyShown after = after(200).safety();
    assertThat(model.selected().orElseThrow().flightId()).isEqualTo("F-1");
    assertThat(after.target()).isEmpty();
    assertThat(after.hint()).isEqualTo("V1: this flight is over; choose a flight (Alt+1\u2026)");
    assertThat(after.hintLevel()).isEqualTo(Level.AMBER);

    assertThat(model.orderable(NOW.plusMillis(300))).isEmpty();
    assertThat(after(400).safety().hintLevel()).isEqualTo(Level.RED);
    model.selectFlight("F-2");
    assertThat(model.orderable(NOW.plusMillis(500)).orElseThrow().flightId()).isEqualTo("F-2");
    assertThat(after(500).safety().target()).isEqualTo("V2");
  }

  @Test
  void a_flight_that_is_gone_hands_the_safety_keys_to_nobody_either() {
    two("LANDING", "ON_SCENE", 0);
    model.selectFlight("F-1");
    model.snapshot(new Pictured().vehicle("V2").flight("F-2", "V2", "ON_SCENE").taken(), NOW);

    assertThat(model.orderable(NOW)).isEmpty();
    assertThat(after(0).safety().hint())
        .isEqualTo("this flight is over; choose a flight (Alt+1\u2026)");
  }

  @Test
  void with_nothing_in_the_air_a_flight_that_waits_for_clearance_follows_one_that_is_over() {
    two("LANDED", "ON_SCENE", 0);
    model.selectFlight("F-1");
    two("LANDED", "CHECKING", 100);
    assertThat(after(100).flight().flightId()).isEqualTo("F-1");
    two("LANDED", "AWAITING_CLEARANCE", 200);

    assertThat(after(200).flight().flightId()).isEqualTo("F-2");
  }

  @Test
  void a_flight_that_was_refused_at_once_is_there_to_explain_itself() {
    model.snapshot(new Pictured().vehicle("V1").flight("F-1", "V1", "CLOSED").taken(), NOW);

    assertThat(after(0).flight().flightId()).isEqualTo("F-1");
    assertThat(chips(after(0))).containsExactly("V1", "V1");
  }

  @Test
  void a_window_closes_at_once_unless_a_flight_of_this_pilot_is_in_the_air() {
    assertThat(model.closeAsked(NOW)).isTrue();
    two("ON_SCENE", "LANDED", 0);
    assertThat(model.closeAsked(NOW.plusSeconds(10))).isFalse();
    assertThat(after(10_100).safety().hint()).contains("Close again within 5 s");
    assertThat(after(10_100).safety().hintLevel()).isEqualTo(Level.RED);
    assertThat(after(15_100).safety().hint()).doesNotContain("Close again");
    assertThat(model.closeAsked(NOW.plusSeconds(20))).isFalse();
    assertThat(model.closeAsked(NOW.plusSeconds(24))).isTrue();

    model.who(Pictured.pilot("pilot-2"));
    assertThat(model.closeAsked(NOW.plusSeconds(40))).isTrue();
  }

  @Test
  void the_picture_is_stale_after_three_seconds_without_a_snapshot_and_says_since_when() {
    model.snapshot(new Pictured().vehicle("V1").flight("F-1", "V1", "ON_SCENE").taken(), NOW);
    assertThat(after(2_900).fresh()).isTrue();
    Shown shown = after(3_000);

    assertThat(shown.fresh()).isFalse();
    assertThat(shown.map().fresh()).isFalse();
    assertThat(shown.top().lost()).isEqualTo("NO CONNECTION since 15:03:00");
    assertThat(alarms(shown)).containsExactly(AlarmKind.STATION_LOST);
    assertThat(shown.safety().hint()).contains("safety keys still try");
    assertThat(shown.safety().target()).isEqualTo("V1");
  }

  @Test
  void a_closed_connection_is_stale_at_once() {
    model.snapshot(new Pictured().vehicle("V1").taken(), NOW);
    model.status(new LiveStatus(false, NOW.plusMillis(10), "nobody", 0));

    assertThat(after(20).fresh()).isFalse();
    assertThat(after(20).top().lost()).endsWith("(no answer)");
  }

  @Test
  void what_is_wrong_is_an_alarm_as_long_as_it_is_true() {
    model.snapshot(
        new Pictured()
            .vehicle("V1", "LOST", "OUTSIDE_VOLUME", 80)
            .video("V1", PictureState.LOST)
            .flight("F-1", "V1", "EXTERNAL_CONTROL")
            .taken(),
        NOW);
    Shown shown = after(0);
    assertThat(alarms(shown))
        .containsExactly(
            AlarmKind.OUTSIDE_VOLUME,
            AlarmKind.LINK_LOST,
            AlarmKind.EXTERNAL_CONTROL,
            AlarmKind.VIDEO_LOST);
    assertThat(shown.sound()).isTrue();
    assertThat(after(100).sound()).isFalse();

    model.snapshot(new Pictured().vehicle("V1").flight("F-1", "V1", "ON_SCENE").taken(), NOW);

    assertThat(alarms(after(200))).isEmpty();
  }

  @Test
  void an_order_of_somebody_else_that_the_aircraft_refused_is_an_alarm_with_its_reason() {
    LiveFlight.LastOrder refused =
        new LiveFlight.LastOrder(
            "C-9", "hold", "rejected:DENIED", true, "requires position", List.of("land"));
    model.snapshot(
        new Pictured().vehicle("V1").flight("F-1", "V1", "ON_SCENE", refused).taken(), NOW);

    assertThat(alarms(after(0))).containsExactly(AlarmKind.ORDER_REFUSED);
    assertThat(after(0).top().alarms().get(0).words())
        .contains("V1 hold REFUSED", "denies", "requires position", "still possible: land");
  }

  @Test
  void a_battery_ten_points_behind_the_plan_is_an_alarm() {
    model.documents("F-1", Pictured.documents());
    model.snapshot(
        new Pictured()
            .vehicle("V1", "OK", "INSIDE", 99)
            .flight("F-1", "V1", "AWAITING_CLEARANCE")
            .taken(),
        NOW);
    model.snapshot(
        new Pictured().vehicle("V1", "OK", "INSIDE", 90).flight("F-1", "V1", "OUTBOUND").taken(),
        NOW);
    assertThat(alarms(after(0))).isEmpty();
    model.snapshot(
        new Pictured().vehicle("V1", "OK", "INSIDE", 88).flight("F-1", "V1", "OUTBOUND").taken(),
        NOW);

    assertThat(alarms(after(0))).containsExactly(AlarmKind.BATTERY_LOW);
    assertThat(after(0).flight().gauges().get(2).detail())
        .isEqualTo("plan: 99\u00a0% now\nreserve in 8 min");
  }

  private void awaiting(String pilot) {
    model.who(Pictured.pilot(pilot));
    model.snapshot(
        new Pictured().vehicle("V1").flight("F-1", "V1", "AWAITING_CLEARANCE").taken(), NOW);
    model.documents("F-1", Pictured.documents());
  }

  private Optional<ConfirmedOrder> held(long fromMs, long untilMs) {
    Optional<ConfirmedOrder> cleared = Optional.empty();
    for (long ms = fromMs; ms <= untilMs && cleared.isEmpty(); ms += 10) {
      cleared = model.completed(NOW.plusMillis(ms));
    }
    return cleared;
  }

  /** The key goes down on what is on the screen. */
  private boolean press(long ms) {
    after(ms);
    return begins(ms);
  }

  private boolean begins(long ms) {
    boolean held = model.holding();
    assertThat(model.press(ConsoleKey.CLEAR, NOW.plusMillis(ms), NOW.plusMillis(ms))).isFalse();
    return !held && model.holding();
  }

  private void release(long ms) {
    model.release(ConsoleKey.CLEAR, NOW.plusMillis(ms), NOW.plusMillis(ms));
  }

  @Test
  void a_hold_of_a_second_clears_exactly_what_is_shown() {
    awaiting("pilot-1");
    press(0);
    assertThat(held(10, 990)).isEmpty();

    assertThat(model.completed(NOW.plusMillis(1_000)))
        .contains(new ConfirmedOrder.Clear("F-1", Pictured.PLAN, Pictured.DECISION));
    assertThat(held(1_010, 2_900)).isEmpty();
  }

  @Test
  void letting_go_early_cancels() {
    awaiting("pilot-1");
    press(0);
    assertThat(held(10, 900)).isEmpty();
    release(900);

    assertThat(held(910, 2_900)).isEmpty();
    assertThat(after(2_900).flight().clearance().progress()).isZero();
  }

  @Test
  void a_tap_clears_nothing_when_the_event_thread_stood_still_behind_it() {
    awaiting("pilot-1");
    press(0);

    assertThat(model.held(NOW.plusMillis(2_000))).isFalse();
    assertThat(held(2_010, 2_900)).isEmpty();
  }

  @Test
  void a_release_that_waits_behind_the_last_tick_is_handled_before_anything_is_cleared() {
    awaiting("pilot-1");
    press(0);
    for (long ms = 10; ms < 1_000; ms += 10) {
      assertThat(model.held(NOW.plusMillis(ms))).isFalse();
    }
    assertThat(model.held(NOW.plusMillis(1_000))).isTrue();
    release(1_000);

    assertThat(held(1_001, 2_900)).isEmpty();
  }

  @Test
  void a_held_key_never_goes_over_to_another_flight() {
    Pictured two = new Pictured().vehicle("V1").vehicle("V2");
    model.snapshot(
        two.flight("F-1", "V1", "AWAITING_CLEARANCE")
            .flight("F-2", "V2", "AWAITING_CLEARANCE")
            .taken(),
        NOW);
    model.documents("F-1", Pictured.documents());
    model.documents("F-2", Pictured.documents());
    model.selectFlight("F-1");
    assertThat(press(0)).isTrue();
    assertThat(held(10, 500)).isEmpty();
    model.selectFlight("F-2");
    for (long ms = 520; ms < 2_500; ms += 20) {
      assertThat(press(ms)).isFalse();
      assertThat(model.completed(NOW.plusMillis(ms))).isEmpty();
    }
    release(2_500);
    press(2_501); // the system's repeat: not a release
    assertThat(held(2_510, 2_600)).isEmpty();
    release(2_600);

    assertThat(press(2_700)).isTrue();
  }

  @Test
  void a_plan_or_decision_that_changes_under_the_hold_ends_it() {
    awaiting("pilot-1");
    press(0);
    assertThat(held(10, 900)).isEmpty();
    model.documents("F-1", Documents.NONE);
    assertThat(held(910, 950)).isEmpty();
    model.documents("F-1", Pictured.documents());
    assertThat(held(960, 2_900)).isEmpty();
  }

  @Test
  void nothing_is_cleared_before_plan_and_decision_are_on_the_screen() {
    awaiting("pilot-1");
    model.documents("F-1", Documents.NONE);
    assertThat(press(0)).isFalse();
    assertThat(after(10).flight().clearance().obstacle()).isEqualTo("Fetching plan and decision");
    model.documents("F-1", Pictured.documents());
    assertThat(held(10, 2_000)).isEmpty();
    release(2_000);
    // documents are there, but this screen was not shown yet
    assertThat(begins(2_100)).isFalse();
  }

  @Test
  void another_pilots_flight_and_a_stale_picture_cannot_be_cleared() {
    awaiting("pilot-2");
    assertThat(after(0).flight().clearance().obstacle())
        .isEqualTo("Only pilot-1 clears this flight");
    awaiting("pilot-1");

    assertThat(after(0).flight().clearance().possible()).isTrue();
    assertThat(after(4_000).flight().clearance().possible()).isFalse();
    assertThat(press(4_000)).isFalse();
    assertThat(held(4_010, 5_500)).isEmpty();
  }

  @Test
  void a_person_whom_the_station_does_not_name_clears_nothing() {
    model = new ConsoleModel(Texts.in(Language.EN), ZoneOffset.UTC, NOW);
    model.status(Pictured.connected());
    model.snapshot(
        new Pictured().vehicle("V1").flight("F-1", "V1", "AWAITING_CLEARANCE").taken(), NOW);
    model.documents("F-1", Pictured.documents());

    assertThat(after(0).flight().clearance().obstacle()).contains("who you are");
    assertThat(press(0)).isFalse();
    assertThat(held(10, 2_000)).isEmpty();
  }

  @Test
  void an_order_is_told_from_sent_to_done() {
    model.snapshot(new Pictured().vehicle("V1").flight("F-1", "V1", "ON_SCENE").taken(), NOW);
    long order = model.sent("F-1", "return", NOW);
    assertThat(after(0).safety().brief().get(ConsoleKey.RETURN).words()).startsWith("sent");
    model.accepted(order, "C-1", NOW);
    assertThat(after(0).safety().brief().get(ConsoleKey.RETURN).words()).isEqualTo("accepted");
    model.snapshot(new Pictured().vehicle("V1").flight("F-1", "V1", "RETURNING").taken(), NOW);
    assertThat(after(0).safety().brief().get(ConsoleKey.RETURN).words()).isEqualTo("done");

    assertThat(after(6_000).safety().brief()).isEmpty();
  }

  @Test
  void a_refused_order_is_an_alarm_with_the_stations_reason() {
    model.snapshot(new Pictured().vehicle("V1").flight("F-1", "V1", "ON_SCENE").taken(), NOW);
    model.refused(model.sent("F-1", "land", NOW), "Does not fit.", NOW);
    Alarm alarm = after(0).top().alarms().get(0);

    assertThat(alarm.kind()).isEqualTo(AlarmKind.ORDER_REFUSED);
    assertThat(alarm.words()).isEqualTo("V1 land REFUSED: Does not fit.");
  }

  @Test
  void the_newest_incident_that_needs_someone_is_first() {
    model.snapshot(
        new Pictured()
            .incident("I-1", "DISMISSED", NOW)
            .incident("I-2", "REPORTED", NOW.minusSeconds(60))
            .incident("I-3", "REPORTED", NOW.minusSeconds(30))
            .incident("I-4", "CONFIRMED", NOW.minusSeconds(300))
            .taken(),
        NOW);

    assertThat(after(0).incidents().stream().map(IncidentRow::id))
        .containsExactly("I-4", "I-3", "I-2", "I-1");
    assertThat(after(0).incidents().get(1).age()).isEqualTo("0:30");
  }

  @Test
  void parts_that_do_not_change_are_equal_so_that_nothing_is_painted_for_them() {
    model.snapshot(new Pictured().vehicle("V1").flight("F-1", "V1", "ON_SCENE").taken(), NOW);
    Shown one = after(0);
    Shown two = after(0);

    assertThat(two).isEqualTo(one);
    assertThat(after(Duration.ofMillis(300).toMillis()).map()).isEqualTo(one.map());
  }

  @Test
  void what_supervision_is_concerned_about_is_an_alarm_of_its_own() {
    model.snapshot(
        new Pictured()
            .concerned(
                new LiveFlight.Concern("traffic", "WARN", 420, 600, "m", "SAMU42", null, false),
                new LiveFlight.Concern("energy", "PROCEDURE", 41, 44, "%", "", null, false),
                new LiveFlight.Concern("containment", "HOLD", 4, 0, "m", "", null, false))
            .vehicle("V1")
            .flight("F-1", "V1", "ON_SCENE")
            .taken(),
        NOW);
    Shown shown = after(0);

    assertThat(alarms(shown)).containsExactly(AlarmKind.TRAFFIC, AlarmKind.HOME_ENERGY);
  }
}
