package org.vigie.groundstation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.groundstation.dispatch.DeskAtWork.OPERATOR;
import static org.vigie.groundstation.dispatch.DeskAtWork.OTHER_PILOT;
import static org.vigie.groundstation.dispatch.DeskAtWork.PILOT;
import static org.vigie.groundstation.dispatch.DeskAtWork.alert;
import static org.vigie.groundstation.dispatch.DeskAtWork.done;
import static org.vigie.groundstation.dispatch.DeskAtWork.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightParts;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flight.HandJournal.Disk;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.incident.Alert;
import org.vigie.groundstation.incident.AlertType;
import org.vigie.groundstation.incident.IncidentState;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.replan.SceneMove;

final class StationDeskTest {
  private final DeskAtWork work = new DeskAtWork();

  @AfterEach
  void close() {
    work.journal.disk(Disk.TAKES);
    work.journal.answerHeld();
    work.close();
  }

  @Test
  void a_repeated_alert_gets_the_first_answer_and_creates_nothing() throws Exception {
    DeskAnswer<AlertReceipt> first = get(work.desk.report(alert("a1"), OPERATOR));
    long size = work.journal.size();
    DeskAnswer<AlertReceipt> again = get(work.desk.report(alert("a1"), OPERATOR));

    assertThat(first).isEqualTo(new DeskAnswer.Done<>(new AlertReceipt("A-1", "I-1"), true));
    assertThat(again).isEqualTo(new DeskAnswer.Done<>(new AlertReceipt("A-1", "I-1"), false));
    assertThat(work.journal.size()).isEqualTo(size);
  }

  @Test
  void one_incident_has_one_flight_whatever_is_repeated() throws Exception {
    FlightView flight = work.dispatched();
    DeskAnswer<IncidentView> again = get(work.desk.confirm("I-1", OPERATOR));
    work.desk.report(alert("a1"), OPERATOR);
    work.tick();
    work.tick();

    assertThat(((DeskAnswer.Done<IncidentView>) again).created()).isFalse();
    assertThat(get(work.desk.dismiss("I-1", "false-alarm", OPERATOR)))
        .isEqualTo(new DeskAnswer.Conflict<>("dismiss-when-confirmed"));
    assertThat(work.desk.flights()).hasSize(1);
    assertThat(flight.state()).isEqualTo(FlightState.UPLOADING);
    assertThat(work.fleet.inputs(FlightInput.Begin.class)).hasSize(1);
    assertThat(work.planned).hasValue(1);
  }

  @Test
  void only_the_flights_pilot_clears_and_only_what_is_shown_to_them() throws Exception {
    FlightView flight = work.dispatched();
    ContentHash plan = Objects.requireNonNull(flight.planHash());
    ContentHash decision = Objects.requireNonNull(flight.decisionHash());
    String id = flight.flightId();
    assertThat(get(work.desk.clear(id, plan, decision, PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("not-awaiting-clearance"));
    work.state(flight, FlightState.UPLOADING, FlightState.CHECKING);
    work.state(flight, FlightState.CHECKING, FlightState.AWAITING_CLEARANCE);

    assertThat(get(work.desk.clear(id, plan, decision, OTHER_PILOT)))
        .isInstanceOf(DeskAnswer.Forbidden.class);
    assertThat(get(work.desk.clear(id, plan, decision, OPERATOR)))
        .isInstanceOf(DeskAnswer.Forbidden.class);
    assertThat(get(work.desk.clear(id, ContentHash.of("x"), decision, PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("stale-plan-or-decision"));
    assertThat(get(work.desk.clear(id, plan, ContentHash.of("x"), PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("stale-plan-or-decision"));
    assertThat(work.fleet.inputs(FlightInput.Clear.class)).isEmpty();
    assertThat(get(work.desk.clear(id, plan, decision, PILOT))).isInstanceOf(DeskAnswer.Done.class);
    assertThat(work.fleet.inputs(FlightInput.Clear.class)).hasSize(1);
    assertThat(work.journal.events(FlightEvent.Cleared.class)).hasSize(1);
  }

  @Test
  void only_the_flights_pilot_confirms_a_set_up_durably_and_only_what_is_asked() throws Exception {
    FlightView flight = work.dispatched();
    String id = flight.flightId();
    List<FlightEvent.SetUpDifference> differences =
        List.of(new FlightEvent.SetUpDifference("FS_GCS_ENABLE", 0.0, 6));
    ContentHash hash = ContentHash.of("asked");
    assertThat(get(work.desk.confirmSetUp(id, hash, PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("not-waiting-for-set-up"));
    work.append(flight, new FlightEvent.SetUpDiffers(hash, differences));
    work.settle();
    assertThat(work.desk.flights().get(0).setUp())
        .isEqualTo(new FlightView.SetUpView(hash, differences));

    assertThat(get(work.desk.confirmSetUp(id, hash, OTHER_PILOT)))
        .isEqualTo(new DeskAnswer.Forbidden<>("not-the-pilot-of-this-flight"));
    assertThat(get(work.desk.confirmSetUp(id, ContentHash.of("x"), PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("stale-set-up"));
    work.journal.disk(Disk.FAILS);
    assertThat(get(work.desk.confirmSetUp(id, hash, PILOT)))
        .isInstanceOf(DeskAnswer.Unavailable.class);
    assertThat(work.fleet.inputs(FlightInput.ConfirmSetUp.class)).isEmpty();
    work.journal.disk(Disk.TAKES);
    work.fleet.takes = false; // its vehicle does not hear it: asked again
    assertThat(get(work.desk.confirmSetUp(id, hash, PILOT)))
        .isInstanceOf(DeskAnswer.Unavailable.class);
    work.fleet.takes = true;

    assertThat(done(work.desk.confirmSetUp(id, hash, PILOT)).setUp()).isNull();
    assertThat(work.fleet.inputs(FlightInput.ConfirmSetUp.class))
        .containsExactly(new FlightInput.ConfirmSetUp("pilot-1", hash));
    assertThat(work.journal.events(FlightEvent.SetUpConfirmed.class))
        .last()
        .isEqualTo(new FlightEvent.SetUpConfirmed("pilot-1", hash));
  }

  @Test
  void a_flight_knows_what_the_last_one_left_in_its_aircraft_also_after_a_restart()
      throws Exception {
    FlightView first = work.dispatched();
    assertThat(work.fleet.inputs(FlightInput.Begin.class).get(0).left()).isEmpty();
    work.append(first, new FlightEvent.TransferEnded("NEW", "", List.of()));
    work.state(first, FlightState.UPLOADING, FlightState.REFUSED);
    work.tick();
    try (DeskAtWork next = new DeskAtWork(work.journal, true)) {
      next.later(Duration.ofHours(2));
      Alert elsewhere =
          new Alert(
              "mic-7",
              "a2",
              AlertType.FIRE,
              next.now,
              new LatLon(45.44, 4.39),
              20,
              0.9,
              "",
              List.of());
      AlertReceipt receipt = done(next.desk.report(elsewhere, OPERATOR));
      get(next.desk.confirm(receipt.incidentId(), OPERATOR));
      // the first flight's record is closed beside the desk: its aircraft is free a moment later
      Awaitility.await()
          .pollInSameThread()
          .pollInterval(Duration.ofMillis(5))
          .until(
              () -> {
                next.tick();
                return !next.fleet.inputs(FlightInput.Begin.class).isEmpty();
              });

      assertThat(next.fleet.inputs(FlightInput.Begin.class))
          .extracting(FlightInput.Begin::left)
          .containsExactly(FlightParts.plan("any").parameters());
    }
  }

  @Test
  void a_busy_vehicle_lets_the_incident_wait_and_that_is_said_once_even_after_a_restart()
      throws Exception {
    work.fleet.ready = false;
    done(work.desk.report(alert("a1"), OPERATOR));
    done(work.desk.confirm("I-1", OPERATOR));
    work.tick();
    work.tick();
    try (DeskAtWork next = new DeskAtWork(work.journal, false)) {
      next.tick();
    }
    assertThat(work.journal.events(DispatchEvent.Waiting.class)).hasSize(1);
  }

  @Test
  void a_service_without_a_pilot_waits_and_harms_nobody() throws Exception {
    done(work.desk.report(alert("a1"), OPERATOR));
    done(work.desk.confirm("I-1", DeskAtWork.person("op-2", Role.OPERATOR, "pm42")));
    work.tick();

    assertThat(work.journal.events(DispatchEvent.Waiting.class))
        .containsExactly(new DispatchEvent.Waiting("I-1", "no-pilot-on-duty"));
    assertThat(work.bugs).isEmpty();
  }

  @Test
  void a_failing_journal_is_unavailable_and_changes_nothing() throws Exception {
    for (Disk trouble : List.of(Disk.FAILS, Disk.QUEUE_FULL)) {
      work.journal.disk(trouble);
      assertThat(get(work.desk.report(alert("a1"), OPERATOR)))
          .isInstanceOf(DeskAnswer.Unavailable.class);
      assertThat(work.desk.incidents()).isEmpty();
    }
    work.journal.disk(Disk.TAKES);
    assertThat(done(work.desk.report(alert("a1"), OPERATOR)))
        .isEqualTo(new AlertReceipt("A-1", "I-1"));
  }

  @Test
  void a_commit_in_doubt_stops_others_until_it_is_known_and_then_counts_once() throws Exception {
    work.journal.disk(Disk.HOLDS);
    assertThat(get(work.desk.report(alert("a1"), OPERATOR)))
        .isEqualTo(new DeskAnswer.Unavailable<>("journal-slow"));
    work.journal.disk(Disk.TAKES);
    assertThat(get(work.desk.report(alert("a2"), OPERATOR)))
        .isEqualTo(new DeskAnswer.Unavailable<>("journal-slow"));
    work.journal.answerHeld();
    DeskAnswer<AlertReceipt> again = get(work.desk.report(alert("a1"), OPERATOR));

    assertThat(again).isEqualTo(new DeskAnswer.Done<>(new AlertReceipt("A-1", "I-1"), false));
    assertThat(work.desk.incidents()).hasSize(1);
    assertThat(work.desk.incidents().get(0).alerts()).isEqualTo(1);
  }

  @Test
  void planning_whose_result_the_disk_did_not_take_is_not_lost() throws Exception {
    work.onPlanning = () -> work.journal.disk(Disk.FAILS);
    done(work.desk.report(alert("a1"), OPERATOR));
    get(work.desk.confirm("I-1", OPERATOR));
    work.tick();
    assertThat(work.desk.flights().get(0).state()).isEqualTo(FlightState.PLANNING);
    work.journal.disk(Disk.TAKES);
    work.tick();
    work.tick();

    assertThat(work.desk.flights().get(0).state()).isEqualTo(FlightState.UPLOADING);
    assertThat(work.fleet.inputs(FlightInput.Begin.class)).hasSize(1);
    assertThat(work.planned).hasValue(1);
  }

  @Test
  void a_planner_that_fails_or_a_proof_that_does_not_hold_refuses_the_flight() throws Exception {
    work.planningFails = true;
    FlightView flight = work.dispatched();
    work.tick();
    assertThat(work.desk.findFlight(flight.flightId()).orElseThrow().recordPath())
        .endsWith("/REFUSED");
    assertThat(work.journal.events(FlightEvent.NotPlanned.class))
        .containsExactly(new FlightEvent.NotPlanned("planner-failed", ""));
    assertThat(work.fleet.inputs).isEmpty();
  }

  @Test
  void a_vehicle_that_takes_no_order_refuses_the_flight() throws Exception {
    work.fleet.takes = false;
    work.dispatched();
    work.tick();

    assertThat(work.journal.events(FlightEvent.StateChanged.class))
        .extracting(FlightEvent.StateChanged::reason)
        .contains("vehicle-queue-full");
  }

  @Test
  void a_text_that_cannot_be_written_is_refused_and_the_desk_goes_on() throws Exception {
    Alert half =
        new Alert(
            "half \ud800",
            "a1",
            AlertType.OTHER,
            work.now,
            new LatLon(45.4, 4.4),
            20,
            0.5,
            "",
            List.of());
    assertThat(get(work.desk.report(half, OPERATOR)))
        .isEqualTo(new DeskAnswer.Conflict<>("cannot-be-written"));
    FlightView flight = work.dispatched();
    assertThat(get(work.desk.refuse(flight.flightId(), "half \ud800", PILOT)))
        .isInstanceOf(DeskAnswer.Done.class);
    assertThat(work.fleet.inputs(FlightInput.Refuse.class))
        .containsExactly(new FlightInput.Refuse("pilot-1", "in-words"));
    assertThat(work.bugs).isEmpty();
  }

  @Test
  void a_bug_in_one_turn_is_told_and_the_next_turn_runs() throws Exception {
    try (DeskQueue queue = new DeskQueue((thread, bug) -> work.bugs.add(bug))) {
      queue.note(
          () -> {
            throw new IllegalStateException("bug in a note");
          });
      CompletionStage<DeskAnswer<String>> broken =
          queue.request(
              () -> {
                throw new IllegalStateException("bug in a request");
              });
      CompletionStage<DeskAnswer<String>> next =
          queue.request(() -> new DeskAnswer.Done<>("fine", true));

      assertThat(done(next)).isEqualTo("fine");
      assertThat(broken.toCompletableFuture()).isCompletedExceptionally();
      assertThat(work.bugs).hasSize(2);
    }
  }

  @Test
  void a_full_queue_says_so_at_once() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    try (DeskQueue queue = new DeskQueue((thread, bug) -> work.bugs.add(bug))) {
      queue.note(
          () -> {
            try {
              hold.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      List<CompletableFuture<DeskAnswer<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 201; i++) {
        answers.add(queue.request(() -> new DeskAnswer.Done<>("fine", true)).toCompletableFuture());
      }
      assertThat(answers.get(200)).isCompletedWithValue(new DeskAnswer.Unavailable<>("queue-full"));
      assertThat(answers.get(0)).isNotDone();
      hold.countDown();
      assertThat(done(answers.get(199))).isEqualTo("fine");
    }
  }

  @Test
  void a_landed_flight_closes_its_incident_and_its_record_is_tried_until_it_is_written()
      throws Exception {
    work.recordsFailing.set(2);
    FlightView flight = landed();
    assertThat(work.desk.findFlight(flight.flightId()).orElseThrow().recordPath()).isNull();
    work.tick();
    assertThat(work.recordsTried).hasValue(1);
    for (int i = 0; i < 2; i++) {
      work.later(Duration.ofSeconds(6));
      work.tick();
    }

    assertThat(work.recordsTried).hasValue(3);
    assertThat(work.desk.findFlight(flight.flightId()).orElseThrow().recordPath())
        .endsWith("/LANDED");
    assertThat(work.desk.incidents().get(0).state()).isEqualTo(IncidentState.CLOSED);
    assertThat(work.journal.events(FlightEvent.StateChanged.class))
        .filteredOn(changed -> changed.to() == FlightState.CLOSED)
        .hasSize(1);
  }

  private FlightView landed() throws Exception {
    FlightView flight = work.dispatched();
    work.state(flight, FlightState.UPLOADING, FlightState.ARMING);
    work.state(flight, FlightState.ARMING, FlightState.LANDING);
    work.state(flight, FlightState.LANDING, FlightState.LANDED);
    work.tick();
    return flight;
  }

  @Test
  void a_restart_shows_what_was_shown_and_resumes_what_was_open() throws Exception {
    FlightView flight = work.dispatched();
    work.state(flight, FlightState.UPLOADING, FlightState.ARMING);
    work.state(flight, FlightState.ARMING, FlightState.OUTBOUND);
    try (DeskAtWork next = new DeskAtWork(work.journal, true)) {
      assertThat(next.desk.flights()).isEqualTo(work.desk.flights());
      assertThat(next.desk.incidents()).isEqualTo(work.desk.incidents());
      assertThat(next.fleet.inputs(FlightInput.Begin.class)).isEmpty();
      assertThat(next.fleet.inputs(FlightInput.Resume.class))
          .extracting(FlightInput.Resume::journalled)
          .containsExactly(FlightState.OUTBOUND);
      String before =
          done(work.desk.command(flight.flightId(), PilotCommand.HOLD, Set.of(), "", PILOT));
      String after =
          done(next.desk.command(flight.flightId(), PilotCommand.HOLD, Set.of(), "", PILOT));
      assertThat(before).startsWith(flight.flightId() + "-hold-");
      assertThat(after).startsWith(flight.flightId() + "-hold-");
    }
  }

  @Test
  void orders_pass_the_queue_by_and_follow_the_aircraft_rather_than_a_slow_journal()
      throws Exception {
    FlightView flight = work.dispatched();
    String id = flight.flightId();
    assertThat(get(work.desk.command(id, PilotCommand.HOLD, Set.of(), "", PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("not-in-the-air"));
    work.fleet.armed = true; // the journal still says UPLOADING
    assertThat(get(work.desk.command(id, PilotCommand.HOLD, Set.of(), "", OTHER_PILOT)))
        .isInstanceOf(DeskAnswer.Done.class);
    assertThat(work.fleet.safety).hasSize(1);
    assertThat(
            get(
                work.desk.command(
                    id, PilotCommand.TERMINATE, Set.of(), "It falls on people.", OTHER_PILOT)))
        .isInstanceOf(DeskAnswer.Done.class);
    assertThat((FlightInput.Order) work.fleet.safety.get(1))
        .extracting(FlightInput.Order::command, FlightInput.Order::by, FlightInput.Order::why)
        .containsExactly(PilotCommand.TERMINATE, "pilot-2", "in-words");
    assertThat(get(work.desk.command(id, PilotCommand.RESUME, Set.of(), "", OTHER_PILOT)))
        .isInstanceOf(DeskAnswer.Forbidden.class);
    assertThat(get(work.desk.command(id, PilotCommand.HOLD, Set.of(), "", OPERATOR)))
        .isInstanceOf(DeskAnswer.Forbidden.class);
    assertThat(get(work.desk.command("F-0", PilotCommand.HOLD, Set.of(), "", PILOT)))
        .isInstanceOf(DeskAnswer.Unknown.class);
  }

  @Test
  void command_passes_to_another_pilot_who_was_offered_it_and_to_nobody_else() throws Exception {
    FlightView flight = work.dispatched();
    String vehicle = flight.vehicleId();
    work.desk.present(PILOT);
    assertThat(get(work.desk.offer(vehicle, OTHER_PILOT.id(), PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("not-in-the-air")); // decided for this pilot
    work.state(flight, FlightState.UPLOADING, FlightState.ARMING);
    work.state(flight, FlightState.ARMING, FlightState.OUTBOUND);
    assertThat(get(work.desk.accept(vehicle, OTHER_PILOT)))
        .isEqualTo(new DeskAnswer.Forbidden<>("not-offered-to-you"));
    assertThat(get(work.desk.offer(vehicle, OTHER_PILOT.id(), OTHER_PILOT)))
        .isEqualTo(new DeskAnswer.Forbidden<>("not-the-pilot-of-this-flight"));
    assertThat(done(work.desk.offer(vehicle, OTHER_PILOT.id(), PILOT)).offer())
        .isEqualTo(new FlightView.Offer(OTHER_PILOT.id(), work.now));
    assertThat(get(work.desk.accept(vehicle, OPERATOR)))
        .isEqualTo(new DeskAnswer.Forbidden<>("not-a-pilot"));

    FlightView after = done(work.desk.accept(vehicle, OTHER_PILOT));
    assertThat(after.pilotId()).isEqualTo(OTHER_PILOT.id());
    assertThat(after.offer()).isNull();
    assertThat(get(work.desk.accept(vehicle, OTHER_PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("already-in-command"));
    assertThat(get(work.desk.offer("V-none", PILOT.id(), PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("vehicle-on-no-flight"));
  }

  @Test
  void a_scene_is_changed_by_the_pilot_in_command_and_in_the_air_only() throws Exception {
    FlightView flight = work.dispatched();
    String id = flight.flightId();
    assertThat(get(work.desk.extendScene(id, PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("not-in-the-air"));
    work.state(flight, FlightState.UPLOADING, FlightState.ARMING);
    work.state(flight, FlightState.ARMING, FlightState.ON_SCENE);
    assertThat(get(work.desk.extendScene(id, OTHER_PILOT)))
        .isEqualTo(new DeskAnswer.Forbidden<>("not-the-pilot-of-this-flight"));
    assertThat(get(work.desk.moveScene(id, 45.4, 4.3, OTHER_PILOT)))
        .isEqualTo(new DeskAnswer.Forbidden<>("not-the-pilot-of-this-flight"));
    assertThat(get(work.desk.extendScene("F-none", PILOT)))
        .isEqualTo(new DeskAnswer.Unknown<>("F-none"));

    String command = done(work.desk.extendScene(id, PILOT));
    assertThat(work.fleet.inputs(FlightInput.ExtendScene.class))
        .containsExactly(new FlightInput.ExtendScene(command, PILOT.id()));
    assertThat(work.desk.findFlight(id).orElseThrow().scene())
        .isEqualTo(new FlightView.SceneView(null, null, 0, false, true, true, ""));
  }

  @Test
  void a_scene_is_moved_to_where_the_planner_finds_it_seen_from_and_a_refusal_says_why()
      throws Exception {
    FlightView flight = work.dispatched();
    String id = flight.flightId();
    work.state(flight, FlightState.UPLOADING, FlightState.ARMING);
    work.state(flight, FlightState.ARMING, FlightState.ON_SCENE);
    assertThat(get(work.desk.moveScene(id, 45.4, 4.3, PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("position-unknown"));

    work.fleet.at = new double[] {45.4386, 4.3766, 60};
    assertThat(get(work.desk.moveScene(id, 45.4, 4.3, PILOT)))
        .isEqualTo(new DeskAnswer.Conflict<>("scene-hidden:tower"));
    assertThat(work.scenesAsked)
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.place()).isEqualTo(new LatLon(45.4, 4.3));
              assertThat(asked.plan().hash()).isEqualTo(flight.planHash());
              assertThat(asked.height().metres()).isEqualTo(60);
            });
    assertThat(work.fleet.inputs(FlightInput.MoveScene.class)).isEmpty();

    LatLon here = new LatLon(45.4386, 4.3766);
    SceneMove.Found found =
        new SceneMove.Found(
            here,
            List.of(here),
            new HeightAboveHome(60),
            new LatLon(45.4, 4.3),
            new HeightAboveHome(2),
            0,
            0,
            1);
    work.sceneMove = found;
    String command = done(work.desk.moveScene(id, 45.4, 4.3, PILOT));
    assertThat(work.fleet.inputs(FlightInput.MoveScene.class))
        .containsExactly(new FlightInput.MoveScene(command, PILOT.id(), found, work.now));
  }

  @Test
  void an_offer_is_forgotten_and_a_lost_pilot_leaves_command_to_whoever_takes_it()
      throws Exception {
    FlightView flight = work.dispatched();
    String vehicle = flight.vehicleId();
    work.state(flight, FlightState.UPLOADING, FlightState.ARMING);
    work.state(flight, FlightState.ARMING, FlightState.OUTBOUND);
    work.desk.present(PILOT);
    done(work.desk.offer(vehicle, OTHER_PILOT.id(), PILOT));
    work.later(PilotDesk.OFFER_MAX.plusSeconds(1));
    work.desk.present(PILOT);
    assertThat(get(work.desk.accept(vehicle, OTHER_PILOT)))
        .isEqualTo(new DeskAnswer.Forbidden<>("not-offered-to-you"));
    work.state(flight, FlightState.OUTBOUND, FlightState.PILOT_LOST);

    assertThat(done(work.desk.accept(vehicle, OTHER_PILOT)).pilotId()).isEqualTo(OTHER_PILOT.id());
  }
}
