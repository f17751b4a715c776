package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.RemoteIdMessage;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.mavlink.WindMessage;
import org.vigie.groundstation.vehicle.protocol.ArmAuthorisation;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandResult;
import org.vigie.groundstation.vehicle.protocol.ListKind;
import org.vigie.groundstation.vehicle.protocol.Load;
import org.vigie.groundstation.vehicle.protocol.Peer;
import org.vigie.groundstation.vehicle.protocol.RemoteIdState;
import org.vigie.groundstation.vehicle.protocol.ScriptedVehicle;
import org.vigie.groundstation.vehicle.protocol.StoredItem;

/** A vehicle's logic in virtual time, against a scripted vehicle on a perfect link. */
class VehicleCoreTest {
  private static final AutopilotProfile COPTER = AutopilotProfile.arducopter();
  private static final Duration STEP = Duration.ofMillis(100);

  private final List<VehicleReport> reports = new ArrayList<>();
  private final List<VehicleMessage> sent = new ArrayList<>();
  private final ScriptedVehicle vehicle = new ScriptedVehicle(new Peer(1, 1, 255, 190));
  private boolean linkTakes = true;
  private boolean vehicleAnswers = true;
  private Instant now = Instant.parse("2026-11-21T00:00:00Z");

  /** Reports are kept; an input is a list of acts to carry out. */
  private final VehicleCore<List<VehicleAct>> core =
      new VehicleCore<>(
          VehicleSettings.of("V1", 1, COPTER), supervisor(report -> List.of()), this::transmit);

  private final List<VehicleMessage> answers = new ArrayList<>();

  private Supervisor<List<VehicleAct>> supervisor(
      Function<VehicleReport, List<VehicleAct>> reaction) {
    return new Supervisor<>() {
      @Override
      public List<VehicleAct> onReport(VehicleReport report, Instant at) {
        reports.add(report);
        return reaction.apply(report);
      }

      @Override
      public List<VehicleAct> onInput(List<VehicleAct> input, Instant at) {
        return input;
      }
    };
  }

  private boolean transmit(VehicleMessage message) {
    if (linkTakes) {
      sent.add(message);
      answers.addAll(vehicle.onMessage(message, now));
    }
    return linkTakes;
  }

  private void run(Duration duration) {
    Instant end = now.plus(duration);
    while (now.isBefore(end)) {
      now = now.plus(STEP);
      answers.addAll(vehicle.onTick(now));
      while (!answers.isEmpty()) {
        VehicleMessage answer = answers.remove(0);
        if (vehicleAnswers) {
          core.onMessage(answer, now, now);
        }
      }
      core.onTick(now);
    }
  }

  private <T> List<T> reported(Class<T> type) {
    return reports.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<CommandOutcome> outcomes(String commandId) {
    return reported(VehicleReport.CommandFinished.class).stream()
        .filter(finished -> finished.commandId().equals(commandId))
        .map(VehicleReport.CommandFinished::outcome)
        .toList();
  }

  private List<CommandLong> commands(int command) {
    return sent.stream()
        .filter(CommandLong.class::isInstance)
        .map(CommandLong.class::cast)
        .filter(c -> c.command() == command)
        .toList();
  }

  @Test
  void the_first_heartbeat_makes_the_link_and_asks_for_the_streams() {
    run(Duration.ofSeconds(4));
    assertThat(core.snapshot().link()).isEqualTo(LinkState.OK);
    assertThat(commands(511)).extracting(CommandLong::param1).contains(33f, 30f, 147f, 242f);
    assertThat(commands(512)).extracting(CommandLong::param1).contains(148f, 242f);
    assertThat(reported(VehicleReport.LinkChanged.class))
        .extracting(VehicleReport.LinkChanged::state)
        .containsExactly(LinkState.OK);
  }

  @Test
  void what_discovery_is_answered_does_not_end_a_request_of_others() {
    run(Duration.ofSeconds(20));
    assertThat(commands(512)).extracting(CommandLong::param1).contains(259f, 280f);
    vehicleAnswers = false;
    int before = commands(512).size();
    core.onInput(List.of(new VehicleAct.RequestMessage(148)), now);
    run(Duration.ofSeconds(5));
    assertThat(commands(512).subList(before, before + 4))
        .as("nothing else is asked of the autopilot meanwhile")
        .extracting(CommandLong::param1)
        .containsExactly(148f, 148f, 148f, 148f);
  }

  @Test
  void a_transmitters_word_from_a_device_or_from_the_autopilot_shows() {
    run(Duration.ofSeconds(1));
    assertThat(core.snapshot().remoteId().status()).isEqualTo(RemoteIdState.Status.NONE);
    core.onDevice(236, new RemoteIdMessage.ArmStatus(1, "missing OP_ID "), now);
    run(Duration.ofMillis(100));
    assertThat(core.snapshot().remoteId().status()).isEqualTo(RemoteIdState.Status.FAIL);
    assertThat(core.snapshot().remoteId().error()).isEqualTo("missing OP_ID ");
    core.onMessage(new RemoteIdMessage.ArmStatus(0, ""), now, now);
    run(Duration.ofMillis(100));
    assertThat(core.snapshot().remoteId().status()).isEqualTo(RemoteIdState.Status.GOOD);
    run(Duration.ofSeconds(6));
    assertThat(core.snapshot().remoteId().status()).isEqualTo(RemoteIdState.Status.SILENT);
    assertThat(sent).as("nothing was configured").noneMatch(RemoteIdMessage.class::isInstance);
  }

  @Test
  void the_wind_is_what_the_autopilot_estimates_and_zero_is_no_estimate() {
    run(Duration.ofSeconds(1));
    core.onMessage(new WindMessage.Wind(310, 4.5f, 0), now, now);
    assertThat(Objects.requireNonNull(core.snapshot().wind()).speedMps()).isEqualTo(4.5);
    core.onMessage(new WindMessage.Wind(-180, 0, 0), now, now);
    assertThat(core.snapshot().wind()).isNull();
    OptionalDouble none = OptionalDouble.empty();
    core.onMessage(
        new WindMessage.WindCov(
            1, OptionalDouble.of(-3), OptionalDouble.of(4), none, none, none, none, none, none),
        now,
        now);
    assertThat(Objects.requireNonNull(core.snapshot().wind()).speedMps()).isEqualTo(5);
    core.onMessage(
        new WindMessage.WindCov(2, OptionalDouble.of(3), none, none, none, none, none, none, none),
        now,
        now);
    assertThat(core.snapshot().wind()).isNull();
  }

  @Test
  void heartbeats_leave_once_a_second() {
    run(Duration.ofSeconds(10));
    assertThat(sent.stream().filter(Heartbeat.class::isInstance)).hasSize(10);
  }

  @Test
  void a_silent_vehicle_grows_stale_then_lost_and_is_set_up_again_when_it_returns() {
    run(Duration.ofSeconds(3));
    int asked = commands(511).size();
    vehicleAnswers = false;
    run(Duration.ofMillis(2500));
    assertThat(core.snapshot().link()).isEqualTo(LinkState.STALE);
    run(Duration.ofSeconds(4));
    assertThat(core.snapshot().link()).isEqualTo(LinkState.LOST);
    vehicleAnswers = true;
    run(Duration.ofSeconds(2));
    assertThat(core.snapshot().link()).isEqualTo(LinkState.OK);
    assertThat(commands(511).size()).isGreaterThan(asked);
    assertThat(reported(VehicleReport.LinkChanged.class))
        .extracting(VehicleReport.LinkChanged::state)
        .containsExactly(LinkState.OK, LinkState.STALE, LinkState.LOST, LinkState.OK);
  }

  @Test
  void a_hold_is_done_when_the_heartbeat_shows_it_and_the_snapshot_tells_it_first() {
    run(Duration.ofSeconds(2));
    core.onInput(List.of(new VehicleAct.SetMode("c1", COPTER.hold())), now);
    run(Duration.ofSeconds(3));
    assertThat(outcomes("c1")).containsExactly(new CommandOutcome.Accepted());
    assertThat(core.snapshot().inMode(COPTER.hold())).isTrue();
    int finished = reports.indexOf(reported(VehicleReport.CommandFinished.class).get(0));
    assertThat(
            reports.subList(0, finished).stream()
                .filter(VehicleReport.SnapshotChanged.class::isInstance)
                .map(VehicleReport.SnapshotChanged.class::cast)
                .anyMatch(changed -> changed.snapshot().inMode(COPTER.hold())))
        .isTrue();
  }

  @Test
  void a_safety_order_takes_the_place_of_orders_that_still_wait() {
    run(Duration.ofSeconds(2));
    vehicleAnswers = false;
    core.onInput(
        List.of(
            new VehicleAct.StartMission("start"), new VehicleAct.SetMode("auto", COPTER.mission())),
        now);
    core.onInput(List.of(new VehicleAct.SetMode("hold", COPTER.hold())), now);
    vehicleAnswers = true;
    sent.clear();
    run(Duration.ofSeconds(4));
    assertThat(outcomes("start")).containsExactly(new CommandOutcome.Cancelled());
    assertThat(outcomes("auto")).containsExactly(new CommandOutcome.Cancelled());
    assertThat(outcomes("hold")).containsExactly(new CommandOutcome.Accepted());
    assertThat(commands(300)).isEmpty();
    assertThat(vehicle.customMode).isEqualTo(17);
  }

  @Test
  void an_order_that_never_left_is_reported_as_not_sent() {
    run(Duration.ofSeconds(2));
    linkTakes = false;
    core.onInput(List.of(new VehicleAct.SetMode("c1", COPTER.land())), now);
    run(Duration.ofSeconds(3));
    assertThat(outcomes("c1"))
        .containsExactly(new CommandOutcome.NotSent("no link to the vehicle"));
  }

  @Test
  void arming_is_not_sent_when_the_warrant_does_not_permit_it() {
    run(Duration.ofSeconds(2));
    core.onInput(List.of(new VehicleAct.Carry(load())), now);
    run(Duration.ofSeconds(2));
    core.onInput(List.of(new VehicleAct.Arm("a1", (vehicleId, at) -> false)), now);
    run(Duration.ofSeconds(1));
    assertThat(commands(400)).isEmpty();
    assertThat(outcomes("a1")).hasSize(1);
    assertThat(outcomes("a1").get(0)).isInstanceOf(CommandOutcome.NotSent.class);

    core.onInput(List.of(new VehicleAct.Arm("a2", (vehicleId, at) -> vehicleId.equals("V1"))), now);
    run(Duration.ofSeconds(1));
    assertThat(commands(400)).hasSize(1);
    assertThat(outcomes("a2")).containsExactly(new CommandOutcome.Accepted());
  }

  @Test
  void a_disarm_ends_an_arming_that_is_on_its_way() {
    run(Duration.ofSeconds(2));
    core.onInput(List.of(new VehicleAct.Carry(load())), now);
    run(Duration.ofSeconds(2));
    vehicleAnswers = false;
    core.onInput(List.of(new VehicleAct.Arm("a", (vehicleId, at) -> true)), now);
    core.onInput(List.of(new VehicleAct.Disarm("d")), now);
    run(Duration.ofSeconds(3));
    assertThat(outcomes("a")).containsExactly(new CommandOutcome.Cancelled());
    List<CommandLong> sentNow = commands(400);
    assertThat(sentNow.get(0).param1()).isEqualTo(1);
    assertThat(sentNow.subList(1, sentNow.size())).extracting(CommandLong::param1).containsOnly(0f);
  }

  @Test
  void a_hold_ends_a_flight_to_a_place_that_is_on_its_way() {
    run(Duration.ofSeconds(2));
    vehicleAnswers = false;
    core.onInput(
        List.of(
            new VehicleAct.SendCommand(
                "go",
                COPTER.goTo(
                    new LatLon(45.44, 4.38), new HeightAboveHome(40), new AltitudeAmsl(530))),
            new VehicleAct.SetMode("hold", COPTER.hold())),
        now);
    run(Duration.ofSeconds(3));
    assertThat(outcomes("go")).containsExactly(new CommandOutcome.Cancelled());
  }

  @Test
  void a_refused_command_is_reported_with_the_answer() {
    run(Duration.ofSeconds(5));
    core.onInput(List.of(new VehicleAct.Disarm("d1")), now);
    answers.clear();
    core.onMessage(new CommandAck(400, 4, 0, 0, 255, 190), now, now);
    assertThat(outcomes("d1")).containsExactly(new CommandOutcome.Rejected(CommandResult.FAILED));
  }

  private static Load load() {
    StoredItem item = new StoredItem(0, 3, 16, 1, 0, 0, 0, 0, 454390000, 43790000, 20);
    return new Load(
        Map.of(
            ListKind.MISSION, List.of(item), ListKind.FENCE, List.of(), ListKind.RALLY, List.of()),
        List.of());
  }

  @Test
  void a_load_is_given_once_and_a_second_one_meanwhile_is_refused() {
    run(Duration.ofSeconds(2));
    core.onInput(List.of(new VehicleAct.Carry(load()), new VehicleAct.Carry(load())), now);
    run(Duration.ofSeconds(3));
    assertThat(reported(VehicleReport.CarryFinished.class))
        .extracting(VehicleReport.CarryFinished::outcome)
        .containsExactly(new CarryOutcome.Unknown("another-transfer"), new CarryOutcome.New());
  }

  @Test
  void a_load_that_a_new_flight_cancels_is_not_told_as_the_new_one_s() {
    run(Duration.ofSeconds(2));
    core.onInput(List.of(new VehicleAct.Carry(load())), now);
    List<VehicleAct> begin =
        List.of(new VehicleAct.CancelTransfers(), new VehicleAct.Carry(load()));
    core.onInput(begin, now);
    run(Duration.ofSeconds(60));
    assertThat(reported(VehicleReport.CarryFinished.class))
        .extracting(VehicleReport.CarryFinished::outcome)
        .containsExactly(new CarryOutcome.New());
  }

  @Test
  void only_an_aircraft_that_was_given_its_load_and_read_back_is_armed() {
    run(Duration.ofSeconds(2));
    VehicleAct arm = new VehicleAct.Arm("a", (vehicleId, at) -> true);
    core.onInput(List.of(arm), now);
    assertThat(commands(400)).isEmpty();
    core.onInput(List.of(new VehicleAct.Carry(load())), now);
    core.onInput(List.of(arm), now);
    assertThat(commands(400)).as("while it is being given").isEmpty();
    run(Duration.ofSeconds(3));
    core.onInput(List.of(arm), now);
    assertThat(commands(400)).hasSize(1);
  }

  @Test
  void a_vehicle_that_asks_may_arm_only_while_this_stations_warrant_is_arming_it() {
    run(Duration.ofSeconds(2));
    assertThat(mayArm(255)).as("nobody arms it").containsExactly(authorisation(2, 0));
    core.onInput(List.of(new VehicleAct.Carry(load())), now);
    run(Duration.ofSeconds(3));
    assertThat(mayArm(255)).containsExactly(authorisation(2, 0));
    vehicleAnswers = false; // it asks first
    Instant until = now.plusSeconds(1);
    core.onInput(
        List.of(new VehicleAct.Arm("a", (id, at) -> id.equals("V1") && at.isBefore(until))), now);
    assertThat(mayArm(255)).containsExactly(authorisation(0, 2));
    assertThat(mayArm(10)).as("another station").isEmpty();
    run(Duration.ofSeconds(1));
    assertThat(mayArm(255)).as("its warrant has run out").containsExactly(authorisation(2, 3));
    core.onInput(List.of(new VehicleAct.Disarm("d")), now);
    assertThat(mayArm(255)).as("it is being disarmed").containsExactly(authorisation(2, 0));

    assertThat(reported(VehicleReport.ArmAuthorisationAsked.class))
        .extracting(VehicleReport.ArmAuthorisationAsked::answer)
        .containsExactly(
            ArmAuthorisation.NOT_ARMING,
            ArmAuthorisation.NOT_ARMING,
            ArmAuthorisation.GRANTED,
            ArmAuthorisation.EXPIRED,
            ArmAuthorisation.NOT_ARMING);
  }

  private List<VehicleMessage> mayArm(int station) {
    sent.clear();
    core.onMessage(new CommandLong(station, 0, 3001, 0, 1, 0, 0, 0, 0, 0, 0), now, now);
    return List.copyOf(sent);
  }

  /** MAVLink and PX4 look for the number in different fields. */
  private static CommandAck authorisation(int result, int detail) {
    return new CommandAck(3001, result, detail, detail, 1, 1);
  }

  @Test
  void motors_are_stopped_in_the_air_by_one_command_that_ends_all_older_orders_to_fly() {
    run(Duration.ofSeconds(2));
    vehicleAnswers = false;
    core.onInput(
        List.of(
            new VehicleAct.SetMode("hold", COPTER.hold()), new VehicleAct.Terminate("terminate")),
        now);
    run(Duration.ofSeconds(3));
    assertThat(outcomes("hold")).containsExactly(new CommandOutcome.Cancelled());
    assertThat(commands(185)).isNotEmpty().allMatch(sent -> sent.param1() == 1);
    assertThat(commands(185)).as("good for two seconds").hasSizeLessThanOrEqualTo(4);
    assertThat(outcomes("terminate")).hasSize(1);
    core.onInput(List.of(new VehicleAct.Terminate("again")), now);
    core.onInput(List.of(new VehicleAct.SetMode("land", COPTER.land())), now);

    assertThat(outcomes("again")).containsExactly(new CommandOutcome.Cancelled());
  }
}
