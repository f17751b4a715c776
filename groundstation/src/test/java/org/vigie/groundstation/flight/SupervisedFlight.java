package org.vigie.groundstation.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.traffic.Airspace;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.FlightMode;
import org.vigie.groundstation.vehicle.LandedState;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.MissionState;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.CarryProgress;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;
import org.vigie.groundstation.vehicle.protocol.CommandResult;
import org.vigie.groundstation.vehicle.protocol.Equipment;
import org.vigie.groundstation.vehicle.protocol.LoadPart;
import org.vigie.groundstation.vehicle.protocol.ParametersOutcome;
import org.vigie.groundstation.vehicle.protocol.RemoteIdState;
import org.vigie.groundstation.vehicle.way.WayGrade;
import org.vigie.groundstation.vehicle.way.WayQuality;

/** A supervisor with a tame aircraft, stepped by hand in virtual time. */
final class SupervisedFlight {
  final HandJournal journal = new HandJournal();
  final AutopilotProfile profile;
  final Airspace airspace = new Airspace();
  final List<VehicleAct> acts = new ArrayList<>();
  final FlightOrder order;
  private final Deque<FlightInput> inbox = new ArrayDeque<>();
  private final Deque<VehicleAct> unanswered = new ArrayDeque<>();
  private final FlightSupervisor supervisor;
  private int commands;
  Instant now = FlightParts.NOON;

  /** What the aircraft refuses, and what it never answers. */
  Predicate<VehicleAct> rejects = act -> false;

  /** How the aircraft is set up; as the plan needs it, unless a test changes that. */
  ParametersOutcome parameters;

  CarryOutcome carry = new CarryOutcome.New();
  CommandResult rejection = CommandResult.FAILED;
  int autopilot = 3;
  String version = "4.6.0";
  Predicate<VehicleAct> ignores = act -> false;

  /** Whether its motors stop by a mode only, as PX4's do, and it is armed until it lies. */
  boolean stays;

  LinkState link = LinkState.OK;
  FlightMode mode;
  LandedState landed = LandedState.UNDEFINED;
  boolean armed;
  boolean pilotPresent = true;
  boolean fenceBreached;
  int systemStatus = 3;
  int seq;
  int fixType = 3;
  int ekfFlags = 0x18;
  double batteryPercent = 95;
  double heightM;
  double homeOffsetM;
  double homeAltitudeM = 528;

  /** When it told its home last; always just now unless a test says otherwise. */
  @Nullable Instant homeAt;

  LatLon point = FlightParts.SITE;
  VelocityNed velocity = new VelocityNed(0, 0, 0);
  int itemsMissing;
  boolean heard = true;
  WayGrade grade = WayGrade.GOOD;
  VehicleSnapshot.@Nullable Wind wind;
  RemoteIdState remoteId = RemoteIdState.UNKNOWN;

  SupervisedFlight() {
    this(FlightParts.order("F-1"));
  }

  SupervisedFlight(FlightOrder order) {
    this(order, AutopilotProfile.arducopter());
  }

  /** An aircraft that flies as another make does. */
  static SupervisedFlight px4(FlightOrder order) {
    SupervisedFlight flight = new SupervisedFlight(order, AutopilotProfile.px4());
    flight.autopilot = 12;
    flight.version = "1.17.0";
    return flight;
  }

  SupervisedFlight(FlightOrder order, AutopilotProfile profile) {
    this.order = order;
    parameters = new ParametersOutcome.Complete(order.plan().parameters(), List.of());
    this.profile = profile;
    mode = profile.arming();
    supervisor =
        new FlightSupervisor(
            profile,
            PilotPatience.WALL,
            airspace,
            VehicleSnapshot.unheard("v1", 1),
            journal,
            inbox::add);
  }

  static SupervisedFlight begun() {
    SupervisedFlight flight = new SupervisedFlight();
    flight.run(1);
    flight.input(new FlightInput.Begin(flight.order));
    return flight;
  }

  static SupervisedFlight awaitingClearance() {
    SupervisedFlight flight = begun();
    flight.run(2);
    return flight;
  }

  static SupervisedFlight cleared() {
    SupervisedFlight flight = awaitingClearance();
    flight.input(flight.clear());
    return flight;
  }

  /** In the air, on the way to the scene. */
  static SupervisedFlight outbound() {
    return outbound(FlightParts.order("F-1"));
  }

  /** In the air, on the way to the scene, of an order. */
  static SupervisedFlight outbound(FlightOrder order) {
    SupervisedFlight flight = new SupervisedFlight(order);
    flight.run(1);
    flight.input(new FlightInput.Begin(order));
    flight.run(2);
    flight.input(flight.clear());
    flight.run(2);
    flight.seq = 2;
    flight.heightM = 60;
    flight.run(1);
    return flight;
  }

  static SupervisedFlight resumed(FlightState journalled) {
    return resumed(journalled, AutopilotProfile.arducopter());
  }

  static SupervisedFlight resumed(FlightState journalled, AutopilotProfile profile) {
    SupervisedFlight flight = new SupervisedFlight(FlightParts.order("F-1"), profile);
    flight.input(new FlightInput.Resume(flight.order, journalled));
    return flight;
  }

  FlightInput clear() {
    return new FlightInput.Clear(
        new Clearance("pilot-1", order.plan().hash(), order.decision().hash(), 7));
  }

  void pilot(PilotCommand command) {
    input(new FlightInput.Order("c" + ++commands, command, "pilot-1"));
  }

  void input(FlightInput input) {
    take(supervisor.onInput(input, now));
    settle();
  }

  void report(VehicleReport report) {
    take(supervisor.onReport(report, now));
    settle();
  }

  void run(double seconds) {
    for (long i = 0; i < Math.round(seconds * 10); i++) {
      now = now.plusMillis(100);
      if (pilotPresent && i % 10 == 0) {
        input(new FlightInput.PilotSeen());
      }
      report(new VehicleReport.Tick(snapshot()));
    }
  }

  private void take(List<VehicleAct> more) {
    acts.addAll(more);
    unanswered.addAll(more);
  }

  private void settle() {
    while (!inbox.isEmpty() || !unanswered.isEmpty()) {
      if (!inbox.isEmpty()) {
        take(supervisor.onInput(inbox.remove(), now));
      } else {
        VehicleAct act = unanswered.remove();
        if (!ignores.test(act)) {
          if (act instanceof VehicleAct.Carry) {
            carryProgress().forEach(report -> take(supervisor.onReport(report, now)));
          }
          VehicleReport answer = answer(act, rejects.test(act));
          if (answer != null) {
            take(supervisor.onReport(answer, now));
          }
        }
      }
    }
  }

  private VehicleReport answer(VehicleAct act, boolean no) {
    if (act instanceof VehicleAct.SetMode set) {
      mode = no ? mode : set.mode();
      return command(set.commandId(), no);
    } else if (act instanceof VehicleAct.GoTo to) {
      mode = no ? mode : profile.guided();
      return command(to.commandId(), no);
    } else if (act instanceof VehicleAct.FlyItem item) {
      return command(item.commandId(), no);
    } else if (act instanceof VehicleAct.SendCommand send) {
      return command(send.commandId(), no);
    } else if (act instanceof VehicleAct.Arm arm) {
      armed = armed || (!no && arm.authority().permitsArming("v1", now));
      return command(arm.commandId(), no);
    } else if (act instanceof VehicleAct.Disarm disarm) {
      armed = armed && no;
      return command(disarm.commandId(), no);
    } else if (act instanceof VehicleAct.Terminate terminate) {
      armed = armed && (no || stays);
      return command(terminate.commandId(), no);
    } else if (act instanceof VehicleAct.StartMission start) {
      seq = no ? seq : 1;
      return command(start.commandId(), no);
    } else if (act instanceof VehicleAct.ReadParameters) {
      return new VehicleReport.ParametersFinished(false, parameters);
    } else if (act instanceof VehicleAct.Carry) {
      return new VehicleReport.CarryFinished(carry);
    }
    return new VehicleReport.LinkChanged(link);
  }

  private List<VehicleReport> carryProgress() {
    List<VehicleReport> reports = new ArrayList<>();
    for (LoadPart part : LoadPart.values()) {
      reports.add(new VehicleReport.CarryProgressed(new CarryProgress.Written(part, 3)));
    }
    for (LoadPart part : LoadPart.values()) {
      reports.add(
          new VehicleReport.CarryProgressed(new CarryProgress.ReadBack(part, 3, List.of())));
    }
    return reports;
  }

  private VehicleReport command(String id, boolean no) {
    return new VehicleReport.CommandFinished(
        id, no ? new CommandOutcome.Rejected(rejection) : new CommandOutcome.Accepted());
  }

  private WayQuality way() {
    return new WayQuality(
        "by hand", grade, true, now, OptionalDouble.empty(), OptionalDouble.empty(), 0, 0);
  }

  VehicleSnapshot snapshot() {
    if (!heard) {
      return VehicleSnapshot.unheard("v1", 1);
    }
    LatLon home = new LatLon(FlightParts.SITE.latDeg() + homeOffsetM / 111_000, 4.3766);
    return new VehicleSnapshot(
        "v1",
        1,
        link,
        FlightParts.NOON,
        now,
        new VehicleSnapshot.Identity(autopilot, 2, version, "", "", 0),
        mode,
        armed,
        systemStatus,
        new VehicleSnapshot.Position(
            point,
            new AltitudeAmsl(528 + heightM),
            new HeightAboveHome(heightM),
            velocity,
            OptionalDouble.empty(),
            now),
        null,
        new VehicleSnapshot.Battery(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Double.isNaN(batteryPercent)
                ? OptionalDouble.empty()
                : OptionalDouble.of(batteryPercent),
            OptionalDouble.empty(),
            0,
            now),
        new VehicleSnapshot.Gps(fixType, OptionalInt.of(12), OptionalDouble.empty(), 1, now),
        new VehicleSnapshot.Ekf(ekfFlags, OptionalDouble.empty(), now),
        new VehicleSnapshot.HomeFix(
            home, new AltitudeAmsl(homeAltitudeM), homeAt == null ? now : homeAt),
        new VehicleSnapshot.MissionProgress(seq, OptionalInt.of(7), MissionState.ACTIVE, now),
        OptionalInt.empty(),
        landed,
        new VehicleSnapshot.Fence(fenceBreached, 0, 0, now),
        true,
        List.of(way()),
        wind,
        remoteId,
        Equipment.NONE);
  }

  List<FlightState> states() {
    return journal.events(FlightEvent.StateChanged.class).stream()
        .map(FlightEvent.StateChanged::to)
        .toList();
  }

  FlightState state() {
    List<FlightState> states = states();
    return states.isEmpty() ? FlightState.UPLOADING : states.get(states.size() - 1);
  }

  String reason() {
    List<FlightEvent.StateChanged> all = journal.events(FlightEvent.StateChanged.class);
    return all.get(all.size() - 1).reason();
  }

  /** Modes ordered so far, by name. */
  List<String> modesOrdered() {
    return acts.stream()
        .filter(VehicleAct.SetMode.class::isInstance)
        .map(act -> ((VehicleAct.SetMode) act).mode().name())
        .toList();
  }

  <A extends VehicleAct> List<A> acts(Class<A> kind) {
    return acts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  void forget() {
    acts.clear();
  }

  void later(Duration time) {
    now = now.plus(time);
  }
}
