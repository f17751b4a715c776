package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCount;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCurrent;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemReached;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.StateMessage.StatusText;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.groundstation.vehicle.protocol.CommandResult;
import org.vigie.groundstation.vehicle.protocol.ListKind;
import org.vigie.groundstation.vehicle.protocol.Load;
import org.vigie.groundstation.vehicle.protocol.Peer;
import org.vigie.groundstation.vehicle.protocol.ScriptedVehicle;
import org.vigie.groundstation.vehicle.protocol.ScriptedVehicle.Make;
import org.vigie.groundstation.vehicle.protocol.StoredItem;
import org.vigie.planner.mission.FenceWriter;
import org.vigie.planner.plan.Autopilot;

/**
 * What ArduCopter and PX4 were seen to do, and what the station makes of it; the numbers are those
 * of the observations. What they do in flight (7, 15 to 22) is in {@code ObservedFlightsTest}.
 * Uploads that break off (8, 9) are flown in {@link CarryTwinTest}, parameters (24) in {@code
 * ParameterMachineTest}, texts in pieces (23) in {@code StatusTextAssemblyTest}.
 */
class ObservedAutopilotsTest {
  private static final Peer PEER = new Peer(1, 1, 255, 190);
  private static final AutopilotProfile PX4 = AutopilotProfile.px4();
  private static final AutopilotProfile COPTER = AutopilotProfile.arducopter();
  private static final Duration STEP = Duration.ofMillis(100);

  private final List<VehicleReport> reports = new ArrayList<>();
  private final List<VehicleMessage> sent = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T00:00:00Z");

  /** What the vehicle answers to a command, in place of ACCEPTED. */
  private Function<CommandLong, List<VehicleMessage>> answers =
      command -> List.of(ack(command.command(), CommandResult.ACCEPTED));

  private final List<VehicleMessage> air = new ArrayList<>();
  private long mode;
  private VehicleCore<VehicleAct> core = core(PX4);
  private ScriptedVehicle lists = new ScriptedVehicle(PEER, Make.PX4);

  private VehicleCore<VehicleAct> core(AutopilotProfile profile) {
    Supervisor<VehicleAct> supervisor =
        new Supervisor<>() {
          @Override
          public List<VehicleAct> onReport(VehicleReport report, Instant at) {
            reports.add(report);
            return List.of();
          }

          @Override
          public List<VehicleAct> onInput(VehicleAct input, Instant at) {
            return List.of(input);
          }
        };
    return new VehicleCore<>(VehicleSettings.of("V1", 1, profile), supervisor, this::take);
  }

  private boolean take(VehicleMessage message) {
    sent.add(message);
    if (message instanceof CommandLong command) {
      air.addAll(answers.apply(command));
    } else {
      air.addAll(lists.onMessage(message, now));
    }
    return true;
  }

  private static CommandAck ack(int command, CommandResult result) {
    int number =
        switch (result) {
          case ACCEPTED -> 0;
          case TEMPORARILY_REJECTED -> 1;
          default -> throw new IllegalArgumentException(result.name());
        };
    return new CommandAck(command, number, 0, 0, 255, 190);
  }

  private void hear(VehicleMessage message) {
    core.onMessage(message, now, now);
  }

  private void run(double seconds) {
    for (int i = 0; i < Math.round(seconds * 10); i++) {
      now = now.plus(STEP);
      air.addAll(lists.onTick(now).stream().filter(m -> !(m instanceof Heartbeat)).toList());
      if (now.toEpochMilli() % 1000 == 0) {
        air.add(new Heartbeat(mode, 2, 12, 0x51, 3, 3));
      }
      while (!air.isEmpty()) {
        hear(air.remove(0));
      }
      core.onTick(now);
    }
  }

  private void act(VehicleAct act) {
    core.onInput(act, now);
  }

  private CommandOutcome outcome(String id) {
    List<CommandOutcome> all =
        reports.stream()
            .filter(VehicleReport.CommandFinished.class::isInstance)
            .map(VehicleReport.CommandFinished.class::cast)
            .filter(finished -> finished.commandId().equals(id))
            .map(VehicleReport.CommandFinished::outcome)
            .toList();
    assertThat(all).as(id).hasSize(1);
    return all.get(0);
  }

  private long times(int command) {
    return sent.stream().filter(m -> m instanceof CommandLong c && c.command() == command).count();
  }

  @Test
  void o1_of_two_answers_to_a_mode_neither_counts_and_the_heartbeat_does() {
    run(2);
    answers =
        command ->
            command.command() == 176
                ? List.of(
                    ack(176, CommandResult.ACCEPTED), ack(176, CommandResult.TEMPORARILY_REJECTED))
                : List.of();
    act(new VehicleAct.SetMode("m1", PX4.mission()));
    run(1);
    assertThat(outcome("m1"))
        .isEqualTo(new CommandOutcome.Rejected(CommandResult.TEMPORARILY_REJECTED));

    answers =
        command -> {
          mode = PX4.hold().customMode();
          return List.of(ack(176, CommandResult.ACCEPTED), ack(176, CommandResult.ACCEPTED));
        };
    act(new VehicleAct.SetMode("m2", PX4.hold()));
    assertThat(reports)
        .noneMatch(r -> r instanceof VehicleReport.CommandFinished c && c.commandId().equals("m2"));
    run(2);
    assertThat(outcome("m2")).isEqualTo(new CommandOutcome.Accepted());
  }

  @Test
  void o2_a_place_outside_the_fence_is_accepted_by_px4_and_its_text_is_told() {
    run(2);
    act(
        new VehicleAct.SendCommand(
            "g", PX4.goTo(new LatLon(45.5, 4.4), new HeightAboveHome(40), new AltitudeAmsl(530))));
    air.add(ack(192, CommandResult.ACCEPTED));
    air.add(new StatusText(2, "Reposition is outside geofence", 0, 0));
    run(1);
    assertThat(outcome("g")).isEqualTo(new CommandOutcome.Accepted());
    assertThat(reports)
        .contains(new VehicleReport.TextReceived(2, "Reposition is outside geofence"));
  }

  @Test
  void o3_a_message_that_is_promised_and_does_not_come_leaves_the_state_unknown() {
    core = core(COPTER);
    run(10);
    assertThat(core.snapshot().findHome()).as("ACCEPTED, and nothing was sent").isEmpty();
    assertThat(times(512)).as("asked again while the streams are quiet").isGreaterThan(2);
  }

  @Test
  void o4_px4_is_never_sent_what_it_does_not_know() {
    run(2);
    act(new VehicleAct.SendCommand("p", CommandRequest.of(193, 0, 0)));
    assertThat(outcome("p")).isInstanceOf(CommandOutcome.NotSent.class);
    assertThat(times(193)).isZero();
  }

  @Test
  void o4_a_gimbal_that_does_not_answer_holds_nothing_else_up() {
    run(2);
    answers =
        command ->
            command.command() == 1000
                ? List.of()
                : List.of(ack(command.command(), CommandResult.ACCEPTED));
    act(new VehicleAct.SendCommand("look", CommandRequest.of(1000, -45, 0)));
    mode = PX4.hold().customMode();
    act(new VehicleAct.SetMode("hold", PX4.hold()));
    run(1.5);
    assertThat(outcome("hold")).isEqualTo(new CommandOutcome.Accepted());
    run(1);
    assertThat(outcome("look")).isInstanceOf(CommandOutcome.TimedOut.class);
  }

  @Test
  void o5_a_mission_that_is_paused_shows_only_in_its_state() {
    hear(new MissionCurrent(3, 7, 4, 0, 0, 0, 0));
    assertThat(core.snapshot().findMission().orElseThrow().state()).isEqualTo(MissionState.PAUSED);
    hear(new MissionCurrent(7, 7, 5, 0, 0, 0, 0));
    assertThat(core.snapshot().findMission().orElseThrow().state())
        .isEqualTo(MissionState.COMPLETE);
  }

  @Test
  void o6_arducopter_is_armed_in_guided_and_px4_in_hold_which_stays_on_the_ground() {
    assertThat(COPTER.arming().name()).isEqualTo("GUIDED");
    assertThat(COPTER.takeOff()).containsExactly(TakeOffStep.MISSION_MODE, TakeOffStep.START);
    assertThat(PX4.arming()).isEqualTo(PX4.hold());
    assertThat(PX4.takeOff()).containsExactly(TakeOffStep.START, TakeOffStep.MISSION_MODE);
  }

  private static Load load(int z) {
    StoredItem item = new StoredItem(0, 6, 16, 1, 0, 0, 0, 0, 454390000, 43790000, z);
    return new Load(
        Map.of(
            ListKind.MISSION, List.of(item), ListKind.FENCE, List.of(), ListKind.RALLY, List.of()),
        List.of());
  }

  private CarryOutcome carried() {
    List<CarryOutcome> all =
        reports.stream()
            .filter(VehicleReport.CarryFinished.class::isInstance)
            .map(report -> ((VehicleReport.CarryFinished) report).outcome())
            .toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** Another station's upload was broken off before: 8 s of DENIED, 5 s of silence or ERROR. */
  @Test
  void o10_another_stations_broken_upload_is_waited_for() {
    for (Make make : Make.values()) {
      reports.clear();
      core = core(make == Make.PX4 ? PX4 : COPTER);
      lists = new ScriptedVehicle(PEER, make);
      lists.onMessage(new MissionCount(1, 1, 9, 0, 0), now);
      act(new VehicleAct.Carry(load(50)));
      run(60);
      assertThat(carried()).as("%s", make).isEqualTo(new CarryOutcome.New());
    }
  }

  @Test
  void o11_px4s_acceptance_of_nonsense_is_not_believed() {
    lists.stores(
        item ->
            new StoredItem(item.seq(), item.frame(), 16, 1, 0, 0, 0, 0, item.x(), item.y(), -100));
    lists.hold(load(20));
    act(new VehicleAct.Carry(load(50)));
    run(30);
    assertThat(carried()).isInstanceOf(CarryOutcome.Mixed.class);
    act(new VehicleAct.Arm("arm", (vehicleId, at) -> true));
    assertThat(outcome("arm")).isInstanceOf(CommandOutcome.NotSent.class);
  }

  private static final int WAYPOINT = 16;
  private static final int CORNER = 5001;

  /** A home where it is kept, a waypoint, a corner and a rally point, in the frames of one. */
  private static Load written(boolean homeFirst, Autopilot storage) {
    int relative = storage.relativeFrame();
    StoredItem home = new StoredItem(0, 0, WAYPOINT, 1, 0, 0, 0, 0, 454390000, 43790000, 530);
    int first = homeFirst ? 1 : 0;
    StoredItem there =
        new StoredItem(first, relative, WAYPOINT, 1, 0, 0, 0, 0, 454391000, 43790000, 50);
    StoredItem corner =
        new StoredItem(0, storage.fenceFrame(), CORNER, 1, 3, 0, 0, 0, 454380000, 43790000, 0);
    List<StoredItem> rally =
        FenceWriter.rally(List.of(new LatLon(45.44, 4.38)), 40, storage).stream()
            .map(StoredItem::of)
            .toList();
    return new Load(
        Map.of(
            ListKind.MISSION,
            homeFirst ? List.of(home, there) : List.of(there),
            ListKind.FENCE,
            List.of(corner),
            ListKind.RALLY,
            rally),
        List.of());
  }

  /** The frames in which the makes were seen to give back what they were given. */
  private static StoredItem readBack(Make make, StoredItem item) {
    boolean relative = item.frame() == 3 || item.frame() == 6;
    boolean px4 = make == Make.PX4;
    int frame = relative ? (px4 ? 6 : 3) : px4 ? 5 : 0;
    return new StoredItem(
        item.seq(),
        frame,
        item.command(),
        1,
        item.param1(),
        item.param2(),
        item.param3(),
        item.param4(),
        item.x(),
        item.y(),
        item.z());
  }

  /** Until ArduCopter knows its home it reads item 0 back as 0, 0, 0. */
  private static List<VehicleMessage> homeUnknown(VehicleMessage message) {
    boolean home =
        message instanceof MissionItemInt item && item.seq() == 0 && item.missionType() == 0;
    return List.of(
        home ? new MissionItemInt(255, 190, 0, 0, 16, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0) : message);
  }

  @Test
  void o12_a_plan_in_its_makes_own_form_reads_back_equal_and_in_the_others_it_is_never_armed() {
    for (Make make : Make.values()) {
      AutopilotProfile own = make == Make.PX4 ? PX4 : COPTER;
      AutopilotProfile other = make == Make.PX4 ? COPTER : PX4;
      for (AutopilotProfile form : List.of(own, other)) {
        reports.clear();
        core = core(own);
        lists = new ScriptedVehicle(PEER, make);
        lists.stores(item -> readBack(make, item));
        if (make == Make.ARDUPILOT) {
          lists.says(ObservedAutopilotsTest::homeUnknown);
        }
        act(new VehicleAct.Carry(written(own.itemZeroIsHome(), form.storage())));
        run(30);
        if (form == own) {
          assertThat(carried()).as("%s", make).isEqualTo(new CarryOutcome.New());
        } else {
          assertThat(carried()).as("%s", make).isNotEqualTo(new CarryOutcome.New());
          act(new VehicleAct.Arm("arm", (vehicleId, at) -> true));
          assertThat(outcome("arm")).isInstanceOf(CommandOutcome.NotSent.class);
        }
      }
    }
  }

  @Test
  void o13_nothing_is_uploaded_to_a_vehicle_that_is_armed() {
    lists.hold(load(20));
    lists.armed = true;
    act(new VehicleAct.Carry(load(50)));
    hear(new Heartbeat(PX4.mission().customMode(), 2, 12, 0xD1, 4, 3));
    run(20);
    assertThat(carried()).isEqualTo(new CarryOutcome.Unknown("armed"));
    assertThat(lists.differences(load(20))).isEmpty();
  }

  @Test
  void o14_an_empty_mission_of_px4_has_no_total_and_an_item_told_ten_times_is_one() {
    hear(new MissionCurrent(0, 65535, 1, 0, 0, 0, 0));
    assertThat(core.snapshot().findMission().orElseThrow().total()).isEmpty();
    for (int i = 0; i < 10; i++) {
      hear(new MissionItemReached(2));
    }
    assertThat(core.snapshot().lastReachedSeq()).isEqualTo(OptionalInt.of(2));
    assertThat(
            reports.stream()
                .filter(VehicleReport.SnapshotChanged.class::isInstance)
                .filter(
                    r ->
                        ((VehicleReport.SnapshotChanged) r)
                            .snapshot()
                            .lastReachedSeq()
                            .isPresent()))
        .hasSize(1);
  }

  @Test
  void o25_a_command_of_px4s_own_is_nobodys_and_is_not_answered() {
    run(2);
    int before = sent.size();
    hear(new CommandLong(0, 0, 1000, 0, 1001, 0, 0, 0, 0, 0, 0));
    assertThat(sent).hasSize(before);
  }
}
