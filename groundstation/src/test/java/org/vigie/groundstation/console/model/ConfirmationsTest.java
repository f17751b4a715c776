package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

/** What a pilot is asked before it is done, and the keys that answer. */
@NullUnmarked // what is missing fails the test anyway
class ConfirmationsTest {
  private static final Instant NOW = Pictured.NOW;
  private static final LiveFlight.Concern ENERGY =
      new LiveFlight.Concern("energy", "PROCEDURE", 31, 38.2, "%", "", NOW, false);
  private static final LiveFlight.Concern TRAFFIC =
      new LiveFlight.Concern("traffic", "HOLD", 420, 600, "m", "SAMU42", NOW, true);
  private static final LiveFlight.Concern PACE =
      new LiveFlight.Concern("pace", "WARN", 120, 90, "s", "", NOW, false);
  private static final LatLon THERE = new LatLon(45.4366, 4.3840);
  private ConsoleModel model;

  @BeforeEach
  void open() {
    model = new ConsoleModel(Texts.in(Language.EN), ZoneOffset.UTC, NOW);
    model.status(Pictured.connected());
    model.who(Pictured.pilot("pilot-1"));
  }

  private void seen(Pictured picture, String state) {
    model.snapshot(picture.vehicle("V1").flight("F-1", "V1", state).taken(), NOW);
  }

  private static Instant at(long ms) {
    return NOW.plusMillis(ms);
  }

  private Question asked(long ms) {
    return model.show(at(ms)).flight().question();
  }

  /** A press of what is on the screen; whether its order is to be sent at once. */
  private boolean press(ConsoleKey key, long ms) {
    model.show(at(ms));
    return model.press(key, at(ms), at(ms));
  }

  private void tap(ConsoleKey key, long ms) {
    assertThat(press(key, ms)).isFalse();
    model.release(key, at(ms + 80), at(ms + 80));
  }

  private Optional<ConfirmedOrder> held(long fromMs, long untilMs) {
    Optional<ConfirmedOrder> done = Optional.empty();
    for (long ms = fromMs; ms <= untilMs && done.isEmpty(); ms += 30) {
      model.show(at(ms));
      done = model.completed(at(ms));
    }
    return done;
  }

  @Test
  void resume_is_sent_at_once_while_nothing_asks_to_hold_or_return() {
    seen(new Pictured().concerned(PACE), "HOLDING");

    assertThat(press(ConsoleKey.RESUME, 0)).isTrue();
    assertThat(asked(10)).isNull();
  }

  @Test
  void the_resume_key_names_what_asks_not_to_go_on_with_both_figures() {
    seen(new Pictured().concerned(PACE, ENERGY, TRAFFIC), "HOLDING");
    tap(ConsoleKey.RESUME, 0);
    Question asked = asked(100);

    assertThat(asked.kind()).isEqualTo(Question.Kind.OVERRULE);
    assertThat(asked.lines())
        .extracting(line -> line.label() + " | " + line.value())
        .containsExactly(
            "battery for the way home | 31\u00a0%, needed 38.2\u00a0%",
            "other aircraft: SAMU42 | 420\u00a0m, needed 600\u00a0m");
    assertThat(asked.bar()).isEqualTo("HOLD F8 FOR 1 S TO GO ON ALL THE SAME");
    assertThat(model.show(at(100)).safety().hint()).contains("F8", "Esc");
  }

  @Test
  void holding_the_key_for_a_second_names_exactly_what_was_shown() {
    seen(new Pictured().concerned(ENERGY, TRAFFIC), "HOLDING");
    tap(ConsoleKey.RESUME, 0);
    assertThat(press(ConsoleKey.RESUME, 500)).isFalse();
    assertThat(held(510, 1_490)).isEmpty();
    ConfirmedOrder order = held(1_500, 1_530).orElseThrow();

    assertThat(order)
        .isEqualTo(
            new ConfirmedOrder.Overrule("F-1", Map.of("energy", "PROCEDURE", "traffic", "HOLD")));
    assertThat(((ConfirmedOrder.Overrule) order).codes()).containsExactly("energy", "traffic");
    assertThat(asked(1_600)).isNull();
  }

  @Test
  void the_press_that_opens_the_question_never_answers_it() {
    seen(new Pictured().concerned(ENERGY), "HOLDING");
    assertThat(press(ConsoleKey.RESUME, 0)).isFalse();

    assertThat(held(10, 5_000)).isEmpty();
    assertThat(asked(5_000).progress()).isZero();
  }

  @Test
  void a_resume_key_that_is_let_go_early_does_nothing() {
    seen(new Pictured().concerned(ENERGY), "HOLDING");
    tap(ConsoleKey.RESUME, 0);
    press(ConsoleKey.RESUME, 500);
    assertThat(held(510, 1_400)).isEmpty();
    model.release(ConsoleKey.RESUME, at(1_400), at(1_400));

    assertThat(held(1_410, 4_000)).isEmpty();
  }

  @Test
  void a_concern_that_gets_worse_under_the_hold_ends_it() {
    seen(new Pictured().concerned(TRAFFIC), "HOLDING");
    tap(ConsoleKey.RESUME, 0);
    press(ConsoleKey.RESUME, 500);
    assertThat(held(510, 1_000)).isEmpty();
    seen(
        new Pictured()
            .concerned(
                new LiveFlight.Concern("traffic", "PROCEDURE", 90, 600, "m", "", NOW, false)),
        "HOLDING");

    assertThat(held(1_010, 4_000)).isEmpty();
  }

  @Test
  void another_pilots_flight_and_a_stale_picture_are_not_overruled() {
    model.who(Pictured.pilot("pilot-2"));
    seen(new Pictured().concerned(ENERGY), "HOLDING");
    tap(ConsoleKey.RESUME, 0);
    assertThat(asked(100).possible()).isFalse();
    assertThat(asked(100).bar()).contains("pilot-1");
    press(ConsoleKey.RESUME, 500);
    assertThat(held(510, 2_500)).isEmpty();
    model.release(ConsoleKey.RESUME, at(2_510), at(2_510));
    model.who(Pictured.pilot("pilot-1"));
    assertThat(asked(2_600).possible()).isTrue();

    assertThat(asked(3_100).possible()).isFalse();
  }

  @Test
  void escape_takes_the_question_back() {
    seen(new Pictured().concerned(ENERGY), "HOLDING");
    assertThat(model.escape()).isFalse();
    tap(ConsoleKey.RESUME, 0);

    assertThat(model.escape()).isTrue();
    assertThat(asked(100)).isNull();
  }

  @Test
  void motors_stop_only_under_a_lifted_guard_and_after_two_seconds() {
    seen(new Pictured(), "ON_SCENE");
    press(ConsoleKey.TERMINATE, 0);
    assertThat(held(10, 3_000)).isEmpty(); // the press that lifts the guard stops nothing
    model.release(ConsoleKey.TERMINATE, at(3_000), at(3_000));
    assertThat(model.show(at(3_100)).safety().guardLifted()).isTrue();
    press(ConsoleKey.TERMINATE, 3_100);
    assertThat(held(3_110, 5_080)).isEmpty();

    assertThat(held(5_100, 5_160)).contains(new ConfirmedOrder.Terminate("F-1", "pilot"));
    assertThat(model.show(at(5_200)).safety().guardLifted()).isFalse();
  }

  @Test
  void the_guard_closes_by_itself_after_five_seconds() {
    seen(new Pictured(), "ON_SCENE");
    tap(ConsoleKey.TERMINATE, 0);
    assertThat(asked(4_900).title()).contains("V1");
    assertThat(asked(5_100)).isNull();
    press(ConsoleKey.TERMINATE, 5_200); // lifts it again

    assertThat(held(5_210, 9_000)).isEmpty();
  }

  @Test
  void what_stopping_the_motors_means_is_said_and_a_reason_can_be_chosen() {
    seen(new Pictured(), "ON_SCENE");
    tap(ConsoleKey.TERMINATE, 0);
    assertThat(asked(100).lines().get(0).value()).contains("falls");
    model.choose("fly-away", at(4_000));

    assertThat(asked(8_900).choices())
        .filteredOn(Question.Choice::chosen)
        .extracting(Question.Choice::code)
        .containsExactly("fly-away");
    press(ConsoleKey.TERMINATE, 8_900);
    assertThat(held(8_910, 11_000)).contains(new ConfirmedOrder.Terminate("F-1", "fly-away"));
  }

  @Test
  void motors_stop_on_the_ground_for_nobody_but_in_the_air_for_any_pilot_and_without_a_picture() {
    seen(new Pictured(), "CHECKING");
    tap(ConsoleKey.TERMINATE, 0);
    assertThat(asked(100)).isNull();
    model.who(Pictured.pilot("pilot-2"));
    seen(new Pictured(), "OUTBOUND");
    tap(ConsoleKey.TERMINATE, 6_000);

    assertThat(asked(6_100).possible()).isTrue();
  }

  private static Pictured looking(boolean extend, boolean move, String why) {
    return new Pictured()
        .looking(new LiveFlight.Scene(Pictured.PLACE, 0, false, extend, move, why));
  }

  @Test
  void enter_makes_the_time_on_scene_longer_when_no_place_was_chosen() {
    seen(looking(true, true, ""), "ON_SCENE");
    assertThat(model.enter(at(0))).isEmpty();
    tap(ConsoleKey.SCENE, 0);
    assertThat(asked(100).bar()).isEqualTo("ENTER: STAY LONGER");

    assertThat(model.enter(at(110))).contains(new ConfirmedOrder.ExtendScene("F-1"));
    assertThat(asked(200)).isNull();
  }

  @Test
  void a_place_on_the_map_is_taken_only_in_the_scenes_mode_and_moved_to_by_enter() {
    seen(looking(true, true, ""), "ON_SCENE");
    assertThat(model.aim(THERE, at(0))).isFalse();
    tap(ConsoleKey.SCENE, 0);
    assertThat(model.aim(THERE, at(100))).isTrue();
    Shown shown = model.show(at(110));
    assertThat(shown.map().aim().place()).isEqualTo(THERE);
    assertThat(shown.map().aim().from()).isEqualTo(Pictured.PLACE);
    assertThat(shown.flight().question().lines().get(2).value()).contains("45.43660", "m away");

    assertThat(model.enter(at(120))).contains(new ConfirmedOrder.MoveScene("F-1", THERE));
    assertThat(model.show(at(200)).map().aim()).isNull();
  }

  @Test
  void a_scene_that_cannot_be_moved_says_why() {
    seen(looking(true, false, "no-such-code"), "ON_SCENE");
    tap(ConsoleKey.SCENE, 0);
    assertThat(asked(50).possible()).isTrue();
    model.aim(THERE, at(100));

    assertThat(asked(110).possible()).isFalse();
    assertThat(asked(110).bar()).isEqualTo("no-such-code");
    assertThat(model.enter(at(120))).isEmpty();
  }

  @Test
  void the_set_up_is_confirmed_by_the_key_that_clears_on_exactly_what_was_shown() {
    String hash = "c".repeat(64);
    seen(
        new Pictured()
            .differing(
                hash,
                new LiveFlight.Difference("FS_GCS_ENABLE", 0.0, 5),
                new LiveFlight.Difference("RTL_CLIMB_MIN", null, 0)),
        "UPLOADING");
    Question setUp = model.show(at(0)).flight().setUp();
    assertThat(setUp.lines())
        .extracting(line -> line.label() + " " + line.value())
        .containsExactly(
            "FS_GCS_ENABLE 0 \u2192 5 \u00b7 lost station",
            "RTL_CLIMB_MIN none \u2192 0 \u00b7 return");
    press(ConsoleKey.CLEAR, 0);
    assertThat(held(10, 980)).isEmpty();

    assertThat(held(1_000, 1_060)).contains(new ConfirmedOrder.SetUp("F-1", hash));
  }

  @Test
  void a_hold_that_confirmed_the_set_up_never_clears_the_take_off() {
    seen(
        new Pictured().differing("c".repeat(64), new LiveFlight.Difference("FS_OPTIONS", 0.0, 1)),
        "UPLOADING");
    press(ConsoleKey.CLEAR, 0);
    assertThat(held(10, 1_100)).isPresent();
    seen(new Pictured(), "AWAITING_CLEARANCE");
    model.documents("F-1", Pictured.documents());

    assertThat(held(1_110, 2_900)).isEmpty();
  }

  @Test
  void a_flight_that_is_not_selected_any_more_is_not_asked_about() {
    model.snapshot(
        new Pictured()
            .vehicle("V1")
            .vehicle("V2")
            .concerned(ENERGY)
            .flight("F-1", "V1", "HOLDING")
            .flight("F-2", "V2", "HOLDING")
            .taken(),
        NOW);
    model.selectFlight("F-1");
    tap(ConsoleKey.RESUME, 0);
    model.selectFlight("F-2");

    assertThat(asked(100)).isNull();
  }

  @Test
  void concerns_stand_above_the_checks() {
    seen(new Pictured().concerned(PACE, ENERGY), "ON_SCENE");
    List<DetailRow> checks = model.show(at(0)).flight().checks();

    assertThat(checks)
        .extracting(DetailRow::title)
        .containsExactly("battery for the way home", "slower than planned");
  }
}
