package org.vigie.groundstation.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flight.HandJournal;
import org.vigie.groundstation.flight.HandJournal.Disk;
import org.vigie.groundstation.journal.StreamId;

/** Views against a journal whose disk the test has in its hand. */
class ViewingTest {
  private static final Instant STATION = Instant.parse("2026-11-21T14:00:00Z");
  private static final Person PILOT =
      new Person("pilot-1", "Pilote", Set.of(Role.PILOT), "sdis42", "42218");
  private static final Person AGENT =
      new Person("agent-1", "Agent", Set.of(Role.OPERATOR), "pm42218", "42218");

  private final HandJournal journal = new HandJournal();
  private final List<FlightView> flights = new ArrayList<>();
  private Instant wall = Instant.parse("2026-11-22T08:00:00Z");
  private final Viewing viewing =
      new Viewing(
          new ViewingSetting(
              "42218",
              Map.of("sdis42", OperatorType.FIRE_SERVICE, "pm42218", OperatorType.MUNICIPAL_POLICE),
              Map.of("cctv-01", Set.of("pm42218"))),
          journal,
          () -> STATION,
          () -> wall,
          () -> flights);

  private void fly(String id, FlightState state) {
    flights.removeIf(flight -> flight.flightId().equals(id));
    flights.add(
        new FlightView(
            id, "I-1", "V1", "site-1", "sdis42", "pilot-1", state, "", null, null, null, null, null,
            STATION, null, List.of(), null, null, List.of(), null, null, null, List.of(), null,
            null));
  }

  private static ViewAnswer now(CompletionStage<ViewAnswer> stage) {
    CompletableFuture<ViewAnswer> future = stage.toCompletableFuture();
    assertThat(future).isDone();
    return future.join();
  }

  private View opened() {
    return ((ViewAnswer.Opened) now(viewing.openDrone(PILOT, "V1"))).view();
  }

  private List<String> types(String stream) {
    return journal.read(StreamId.parse(stream)).stream().map(entry -> entry.type()).toList();
  }

  @Test
  void a_view_is_opened_once_its_entry_is_on_disk_and_not_before() {
    fly("F-1", FlightState.ON_SCENE);
    journal.disk(Disk.HOLDS);
    CompletionStage<ViewAnswer> stage = viewing.openDrone(PILOT, "V1");
    assertThat(stage.toCompletableFuture()).isNotDone();
    journal.answerHeld();

    View view = ((ViewAnswer.Opened) now(stage)).view();
    assertThat(view.flightId()).isEqualTo("F-1");
    assertThat(journal.events(ViewEvent.Opened.class))
        .containsExactly(new ViewEvent.Opened(view.id(), "V1", "pilot-1", "sdis42"));
    assertThat(journal.read(0, 1).get(0).commune()).isEqualTo("42218");
  }

  @Test
  void without_a_disk_nothing_opens_and_closing_does_not_wait() {
    fly("F-1", FlightState.ON_SCENE);
    View view = opened();
    for (Disk disk : new Disk[] {Disk.FAILS, Disk.QUEUE_FULL}) {
      journal.disk(disk);
      assertThat(now(viewing.openDrone(PILOT, "V1"))).isEqualTo(new ViewAnswer.Unavailable("disk"));
    }
    view.close("left", 7);
    viewing.tick();
    assertThat(types("flight/F-1")).containsExactly("view.opened");
    journal.disk(Disk.TAKES);
    viewing.tick();
    viewing.tick();

    assertThat(journal.events(ViewEvent.Closed.class))
        .containsExactly(new ViewEvent.Closed(view.id(), "left", 7L));
  }

  @Test
  void a_view_is_closed_once_with_what_was_counted() {
    fly("F-1", FlightState.ON_SCENE);
    View counted = opened();
    counted.counting(() -> 41);
    counted.close("left");
    counted.close("left", 9);
    counted.cut("late");
    View uncounted = opened();
    uncounted.close("gone");

    assertThat(journal.events(ViewEvent.Closed.class))
        .containsExactly(
            new ViewEvent.Closed(counted.id(), "left", 41L),
            new ViewEvent.Closed(uncounted.id(), "gone", null));
    assertThat(journal.read(StreamId.flight("F-1")).get(3).body()).doesNotContain("framesSent");
  }

  @Test
  void the_end_of_a_flight_cuts_its_viewers_and_waits_for_their_entries() {
    fly("F-1", FlightState.LANDED);
    View view = opened();
    List<String> told = new ArrayList<>();
    view.onCut(told::add);
    journal.disk(Disk.HOLDS);
    CompletableFuture<Void> end = viewing.endFlight("F-1").toCompletableFuture();

    assertThat(told).containsExactly("flight-over");
    assertThat(end).isNotDone();
    journal.answerHeld();
    assertThat(end).isCompleted();
    assertThat(types("flight/F-1")).containsExactly("view.opened", "view.closed");
  }

  @Test
  void nothing_comes_into_the_stream_after_the_end() {
    fly("F-1", FlightState.LANDED);
    View view = opened();
    assertThat(viewing.endFlight("F-1").toCompletableFuture()).isCompleted();
    List<String> before = types("flight/F-1");

    assertThat(now(viewing.openDrone(PILOT, "V1"))).isEqualTo(new ViewAnswer.NoFlight());
    assertThat(now(viewing.openDrone(AGENT, "V1"))).isEqualTo(new ViewAnswer.NoFlight());
    assertThat(now(viewing.lookDrone(AGENT, "V1"))).isEqualTo(new ViewAnswer.NoFlight());
    view.close("left", 3);
    view.cut("again");
    viewing.tick();

    assertThat(types("flight/F-1")).isEqualTo(before).containsExactly("view.opened", "view.closed");
    assertThat(viewing.endFlight("F-1").toCompletableFuture()).isCompleted();
  }

  @Test
  void a_view_that_is_opening_when_its_flight_ends_is_closed_and_waited_for() {
    fly("F-1", FlightState.LANDED);
    journal.disk(Disk.HOLDS);
    CompletionStage<ViewAnswer> opening = viewing.openDrone(PILOT, "V1");
    CompletionStage<ViewAnswer> refused = viewing.openDrone(AGENT, "V1");
    CompletableFuture<Void> end = viewing.endFlight("F-1").toCompletableFuture();
    journal.answerHeld();

    assertThat(now(opening)).isEqualTo(new ViewAnswer.NoFlight());
    assertThat(now(refused)).isInstanceOf(ViewAnswer.Refused.class);
    assertThat(end).as("the closing entry is still held").isNotDone();
    journal.answerHeld();
    assertThat(end).isCompleted();
    assertThat(types("flight/F-1")).containsExactly("view.opened", "view.refused", "view.closed");
  }

  @Test
  void a_flight_that_ends_on_a_dead_disk_waits_until_the_closing_is_written() {
    fly("F-1", FlightState.LANDED);
    opened();
    journal.disk(Disk.FAILS);
    CompletableFuture<Void> end = viewing.endFlight("F-1").toCompletableFuture();
    viewing.tick();
    assertThat(end).isNotDone();
    journal.disk(Disk.TAKES);
    viewing.tick();
    assertThat(end).isCompleted();
  }

  @Test
  void an_opening_that_fails_does_not_hold_up_the_end() {
    fly("F-1", FlightState.LANDED);
    journal.disk(Disk.FAILS);
    assertThat(now(viewing.openDrone(PILOT, "V1"))).isEqualTo(new ViewAnswer.Unavailable("disk"));
    assertThat(viewing.endFlight("F-1").toCompletableFuture()).isCompleted();
  }

  @Test
  void a_right_that_the_flights_state_takes_is_taken_within_a_tick() {
    fly("F-1", FlightState.CHECKING);
    View view = opened();
    List<String> told = new ArrayList<>();
    view.onCut(told::add);
    viewing.tick();
    assertThat(told).isEmpty();
    fly("F-1", FlightState.REFUSED);
    viewing.tick();

    assertThat(told).containsExactly("flight-over");
    assertThat(types("flight/F-1")).containsExactly("view.opened", "view.closed");
  }

  @Test
  void who_asks_to_be_told_after_the_cut_is_told_at_once() {
    fly("F-1", FlightState.ON_SCENE);
    View view = opened();
    view.cut("session-ended");
    List<String> told = new ArrayList<>();
    view.onCut(told::add);
    assertThat(told).containsExactly("session-ended");
  }

  @Test
  void the_agents_refusal_stands_in_the_flights_stream() {
    fly("F-1", FlightState.ON_SCENE);
    ViewAnswer answer = now(viewing.lookDrone(AGENT, "V1"));

    assertThat(answer)
        .isEqualTo(
            new ViewAnswer.Refused(
                "municipal-no-basis",
                "CSI, L242-1 à L242-6 ; Cons. const., 2021-817 DC et 2021-834 DC"));
    assertThat(journal.events(ViewEvent.Refused.class))
        .containsExactly(
            new ViewEvent.Refused(
                "V1",
                "agent-1",
                "pm42218",
                "municipal-no-basis",
                "CSI, L242-1 à L242-6 ; Cons. const., 2021-817 DC et 2021-834 DC"));
    assertThat(types("flight/F-1")).containsExactly("view.refused");
  }

  @Test
  void a_refusal_stays_a_refusal_when_the_disk_is_dead() {
    fly("F-1", FlightState.ON_SCENE);
    journal.disk(Disk.QUEUE_FULL);
    assertThat(now(viewing.openDrone(AGENT, "V1"))).isInstanceOf(ViewAnswer.Refused.class);
  }

  @Test
  void where_nothing_flies_that_is_the_answer_and_the_sources_stream_has_it() {
    fly("F-1", FlightState.PLANNING);
    assertThat(now(viewing.openDrone(PILOT, "V1"))).isEqualTo(new ViewAnswer.NoFlight());
    assertThat(types("access/V1")).containsExactly("view.refused");
    assertThat(types("flight/F-1")).isEmpty();
  }

  @Test
  void a_screen_that_waits_for_a_flight_fills_no_journal_and_is_never_told_to_wait() {
    for (int i = 0; i < 120; i++) {
      assertThat(now(viewing.lookDrone(PILOT, "V1"))).isEqualTo(new ViewAnswer.NoFlight());
      wall = wall.plusSeconds(1);
    }
    assertThat(types("access/V1")).hasSize(2);
  }

  @Test
  void ten_refusals_a_minute_are_written_and_then_one_waits() {
    fly("F-1", FlightState.ON_SCENE);
    for (int i = 0; i < Viewing.REFUSALS_MAX; i++) {
      assertThat(now(viewing.openDrone(AGENT, "V1"))).isInstanceOf(ViewAnswer.Refused.class);
    }
    assertThat(now(viewing.openDrone(AGENT, "V1")))
        .isEqualTo(new ViewAnswer.TooMany(Duration.ofMinutes(1)));
    assertThat(now(viewing.openDrone(PILOT, "V1"))).isInstanceOf(ViewAnswer.Opened.class);
    wall = wall.plus(Duration.ofMinutes(1));
    assertThat(now(viewing.openDrone(AGENT, "V1"))).isInstanceOf(ViewAnswer.Refused.class);
    assertThat(journal.events(ViewEvent.Refused.class)).hasSize(Viewing.REFUSALS_MAX + 1);
  }

  @Test
  void so_many_may_watch_and_no_more() {
    fly("F-1", FlightState.ON_SCENE);
    View first = opened(operator(0));
    for (int i = 1; i < ViewBook.VIEWS_MAX - ViewBook.PILOT_PLACES; i++) {
      opened(operator(i));
    }
    assertThat(now(viewing.openDrone(operator(500), "V1")))
        .isEqualTo(new ViewAnswer.Unavailable("too-many-viewers"));
    opened();
    first.close("left");
    assertThat(now(viewing.openDrone(operator(500), "V1")))
        .as("the pilot's screen counts too")
        .isEqualTo(new ViewAnswer.Unavailable("too-many-viewers"));
  }

  @Test
  void one_person_looks_at_a_source_on_four_screens_and_no_more() {
    fly("F-1", FlightState.ON_SCENE);
    View first = opened();
    for (int i = 1; i < ViewBook.VIEWS_PER_PERSON_MAX; i++) {
      opened();
    }
    assertThat(now(viewing.openDrone(PILOT, "V1")))
        .isEqualTo(new ViewAnswer.Unavailable("too-many-views-of-one"));
    opened(operator(1));
    first.close("left");
    opened();
  }

  private View opened(Person person) {
    return ((ViewAnswer.Opened) now(viewing.openDrone(person, "V1"))).view();
  }

  private static Person operator(int number) {
    return new Person("op-" + number, "Op", Set.of(Role.OPERATOR), "sdis42", "42218");
  }

  @Test
  void looking_at_a_camera_is_one_view_until_ten_seconds_without_a_picture() {
    for (int i = 0; i < 5; i++) {
      assertThat(now(viewing.cameraPicture(AGENT, "cctv-01")))
          .isInstanceOf(ViewAnswer.Opened.class);
      wall = wall.plusSeconds(5);
      viewing.tick();
    }
    assertThat(types("access/cctv-01")).containsExactly("view.opened");
    wall = wall.plusSeconds(5);
    viewing.tick();
    assertThat(journal.events(ViewEvent.Closed.class))
        .extracting(ViewEvent.Closed::reason, ViewEvent.Closed::framesSent)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("left", 5L));
    now(viewing.cameraPicture(AGENT, "cctv-01"));
    assertThat(types("access/cctv-01"))
        .containsExactly("view.opened", "view.closed", "view.opened");
  }

  @Test
  void pictures_asked_for_while_the_first_is_being_journalled_wait_for_the_same_entry() {
    journal.disk(Disk.HOLDS);
    CompletionStage<ViewAnswer> one = viewing.cameraPicture(AGENT, "cctv-01");
    CompletionStage<ViewAnswer> two = viewing.cameraPicture(AGENT, "cctv-01");
    assertThat(two.toCompletableFuture()).isNotDone();
    journal.answerHeld();

    assertThat(now(one)).isEqualTo(now(two)).isInstanceOf(ViewAnswer.Opened.class);
    assertThat(types("access/cctv-01")).containsExactly("view.opened");
  }

  @Test
  void a_camera_that_could_not_be_opened_can_be_asked_for_again() {
    journal.disk(Disk.FAILS);
    assertThat(now(viewing.cameraPicture(AGENT, "cctv-01")))
        .isEqualTo(new ViewAnswer.Unavailable("disk"));
    journal.disk(Disk.TAKES);
    assertThat(now(viewing.cameraPicture(AGENT, "cctv-01"))).isInstanceOf(ViewAnswer.Opened.class);
  }

  @Test
  void another_services_camera_is_refused_and_an_unknown_one_is_a_mistake() {
    assertThat(viewing.mayLook(PILOT, "cctv-01")).isFalse();
    assertThat(viewing.mayLook(AGENT, "cctv-01")).isTrue();
    assertThat(now(viewing.cameraPicture(PILOT, "cctv-01")))
        .isEqualTo(new ViewAnswer.Refused("camera-not-yours", "CSI, L252-3"));
    assertThat(types("access/cctv-01")).containsExactly("view.refused");
    assertThatThrownBy(() -> viewing.cameraPicture(AGENT, "cctv-99"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
