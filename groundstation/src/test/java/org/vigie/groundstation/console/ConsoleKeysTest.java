package org.vigie.groundstation.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.console.FakeStation.Asked;

/** The console worked by real keys and a real mouse on a real, if virtual, display. */
@Tag("alone")
@NullUnmarked // what is missing fails the test anyway
class ConsoleKeysTest {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static XvfbDisplay display;

  private FakeStation station;
  private ConsoleProcess console;

  @BeforeAll
  static void display() throws IOException {
    display = XvfbDisplay.start(1280, 800);
  }

  @AfterAll
  static void noDisplay() {
    if (display != null) {
      display.close();
    }
  }

  @BeforeEach
  void start() {
    station = new FakeStation();
  }

  @AfterEach
  void stop() throws Exception {
    if (console != null) {
      assertThat(console.tell("violations")).startsWith("0 ");
      console.close();
    }
    station.close();
  }

  private void open(String state) throws IOException {
    Scenes.set(station, state);
    console = ConsoleProcess.open(display.name(), station.url(), "secret");
    assertThat(console.greeting).startsWith("ready");
    await().atMost(WAIT).until(() -> !station.fromLive.isEmpty());
  }

  private Asked asked() throws InterruptedException {
    return station.posts.poll(WAIT.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void f9_held_for_a_second_clears_what_is_shown() throws Exception {
    open("AWAITING_CLEARANCE");
    // the panel comes when plan and decision do: until then a completed hold clears nothing
    Asked asked = null;
    for (int i = 0; i < 20 && asked == null; i++) {
      console.tell("down F9");
      asked = station.posts.poll(1_500, TimeUnit.MILLISECONDS);
      console.tell("up F9");
    }

    assertThat(asked).isNotNull();
    assertThat(asked.path()).isEqualTo("/api/flights/F-1/clear");
    assertThat(asked.body()).contains(Scenes.PLAN_HASH, Scenes.DECISION_HASH);
  }

  @Test
  void f9_let_go_early_clears_nothing() throws Exception {
    open("AWAITING_CLEARANCE");
    // a hold takes 20 s of the machine's time, so a tap on a busy machine is still a tap
    console.tell("pace 0.05");
    for (int i = 0; i < 5; i++) {
      console.tell("down F9");
      assertThat(station.posts.poll(200, TimeUnit.MILLISECONDS)).isNull();
      console.tell("up F9");
      assertThat(station.posts.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }
    console.tell("down F5");
    console.tell("up F5");

    assertThat(asked().path()).isEqualTo("/api/flights/F-1/hold");
    assertThat(station.posts).isEmpty();
  }

  @Test
  void a_tap_clears_nothing_while_the_event_thread_stands_still() throws Exception {
    open("AWAITING_CLEARANCE");
    // plan and decision are there by then, or this shows nothing
    assertThat(station.posts.poll(2, TimeUnit.SECONDS)).isNull();
    console.tell("down F9");
    console.tell("focus"); // comes back when the press was handled
    console.tell("stall 1800");
    assertThat(station.posts.poll(150, TimeUnit.MILLISECONDS)).isNull();
    console.tell("up F9");

    assertThat(station.posts.poll(4, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void the_mouse_held_on_the_bar_clears_too() throws Exception {
    open("AWAITING_CLEARANCE");
    Asked asked = null;
    for (int i = 0; i < 20 && asked == null; i++) {
      console.tell("press clear");
      asked = station.posts.poll(1_500, TimeUnit.MILLISECONDS);
      console.tell("loose clear");
    }

    assertThat(asked).isNotNull();
    assertThat(asked.path()).isEqualTo("/api/flights/F-1/clear");
  }

  @Test
  void a_safety_key_works_from_within_a_text_field() throws Exception {
    open("AWAITING_CLEARANCE");
    console.tell("click refusal");
    await().atMost(WAIT).until(() -> console.tell("focus").equals("refusal"));
    console.tell("type wind");
    await().atMost(WAIT).until(() -> console.tell("text refusal").equals("wind"));
    console.tell("down F5");
    console.tell("up F5");

    assertThat(asked()).isEqualTo(new Asked("/api/flights/F-1/hold", "{}"));
    assertThat(console.tell("text refusal")).isEqualTo("wind");
  }

  @Test
  void a_refusal_carries_the_reason_that_was_typed() throws Exception {
    open("AWAITING_CLEARANCE");
    console.tell("down F10");
    console.tell("up F10");
    await().atMost(WAIT).until(() -> console.tell("focus").equals("refusal"));
    console.tell("type too windy");
    await().atMost(WAIT).until(() -> console.tell("text refusal").equals("too windy"));
    console.tell("down F10");
    console.tell("up F10");

    assertThat(asked())
        .isEqualTo(new Asked("/api/flights/F-1/refuse", "{\"reason\":\"too windy\"}"));
  }

  @Test
  void each_key_of_safety_orders_once_however_long_it_is_held() throws Exception {
    open("ON_SCENE");
    console.tell("down F6");
    assertThat(asked().path()).isEqualTo("/api/flights/F-1/return");
    assertThat(station.posts.poll(1, TimeUnit.SECONDS)).isNull();
    console.tell("up F6");
    console.tell("click key-LAND");

    assertThat(asked().path()).isEqualTo("/api/flights/F-1/land");
    assertThat(station.posts).isEmpty();
    console.tell("down F1"); // lifts a guard, and sends nothing
    console.tell("up F1");
    goesOnAgainstAConcern();
  }

  private void goesOnAgainstAConcern() throws Exception {
    station.shows(Scenes.concerned(Scenes.snapshot("HOLDING")));
    Asked asked = null;
    // before the concern is seen a press sends a plain resume; after that none does
    for (int i = 0; i < 20 && (asked == null || asked.body().equals("{}")); i++) {
      console.tell("down F8");
      asked = station.posts.poll(i == 0 ? 200 : 1_300, TimeUnit.MILLISECONDS);
      console.tell("up F8");
      // pressed again at once it would be the system that repeats a held key
      Asked late = station.posts.poll(100, TimeUnit.MILLISECONDS);
      asked = asked == null ? late : asked;
    }

    assertThat(asked)
        .isEqualTo(new Asked("/api/flights/F-1/resume", "{\"overrules\":[\"energy\"]}"));
  }

  @Test
  void safety_keys_still_try_when_the_live_picture_is_away() throws Exception {
    open("ON_SCENE");
    station.shows("");
    await()
        .pollDelay(Duration.ofSeconds(4))
        .atMost(WAIT)
        .until(
            () -> {
              console.tell("down F5");
              console.tell("up F5");
              return !station.posts.isEmpty();
            });

    assertThat(asked().path()).isEqualTo("/api/flights/F-1/hold");
  }

  private boolean present() throws InterruptedException {
    station.fromLive.clear();
    return station.fromLive.poll(2_500, TimeUnit.MILLISECONDS) != null;
  }

  @Test
  void a_window_with_its_pilots_flight_in_the_air_closes_at_the_second_try_only() throws Exception {
    open("ON_SCENE");
    station.fromLive.clear();
    console.tell("window close");
    assertThat(station.fromLive.poll(WAIT.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    console.tell("window close");

    await().atMost(WAIT).until(() -> !present());
  }

  @Test
  void nobody_is_present_at_an_icon() throws Exception {
    open("ON_SCENE");
    console.tell("window icon");
    await().atMost(WAIT).until(() -> !present());
    console.tell("window back");

    await().atMost(WAIT).until(this::present);
  }

  @Test
  void a_window_that_stands_still_does_not_say_that_its_pilot_is_there() throws Exception {
    open("ON_SCENE");
    console.tell("stall 8000");
    await()
        .atMost(WAIT)
        .until(
            () -> {
              station.fromLive.clear();
              return station.fromLive.poll(2_500, TimeUnit.MILLISECONDS) == null;
            });
    assertThat(station.fromLive.poll(WAIT.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo("{\"type\":\"present\"}");
  }
}
