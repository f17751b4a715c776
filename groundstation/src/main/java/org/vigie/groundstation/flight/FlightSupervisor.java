package org.vigie.groundstation.flight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.monitor.ContainmentReport;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.Step;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.traffic.Airspace;
import org.vigie.groundstation.traffic.Traffic;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.Supervisor;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.protocol.CommandOutcome;

/**
 * Runs the flight machine inside a vehicle's loop: journals what happened, lets acts that reduce
 * risk out at once, and holds acts that add risk until their step is on disk. A pilot's order that
 * reduces risk throws away whatever was still waiting.
 *
 * @threading confined to the vehicle's loop, but for {@link #contained}
 */
public final class FlightSupervisor implements Supervisor<FlightInput> {
  private final FlightMachine machine;
  private final AutopilotProfile profile;
  private final PilotPatience patience;
  private final Airspace airspace;
  private final FlightOutbox outbox;
  private volatile VehicleSnapshot vehicle;
  private volatile @Nullable Flight flight;
  private @Nullable TakeoffWarrant warrant;
  private @Nullable Instant lookingSince;

  /**
   * A supervisor without a flight.
   *
   * @param self puts an input into the loop's own command lane, from any thread
   */
  public FlightSupervisor(
      AutopilotProfile profile,
      PilotPatience patience,
      Airspace airspace,
      VehicleSnapshot vehicle,
      Journal journal,
      Consumer<FlightInput> self) {
    this.machine = new FlightMachine(profile, patience);
    this.profile = profile;
    this.patience = patience;
    this.airspace = airspace;
    this.vehicle = vehicle;
    this.outbox = new FlightOutbox(journal, self);
  }

  @Override
  public List<VehicleAct> onReport(VehicleReport report, Instant now) {
    if (report instanceof VehicleReport.SnapshotChanged changed) {
      vehicle = changed.snapshot();
    } else if (report instanceof VehicleReport.Tick tick) {
      vehicle = tick.snapshot();
    }
    List<VehicleAct> acts = new ArrayList<>(dropped(outbox.send(now), now));
    Flight current = flight;
    if (current == null || current.state().over()) {
      // its stream is being closed: not another word there
      acts.addAll(report instanceof VehicleReport.CarryFinished end ? late(end, now) : List.of());
      return acts;
    }
    if (report instanceof VehicleReport.Tick && current.state().airborne()) {
      current = lookAround(current, now);
      flight = current;
    }
    acts.addAll(
        lookingSince != null
            ? look(current, lookingSince, now)
            : run(machine.on(current, new FlightInput.News(report), vehicle, warrant, now), now));
    return acts;
  }

  /** Tells the others where this aircraft is, and takes in where they are. */
  private Flight lookAround(Flight current, Instant now) {
    String id = vehicle.vehicleId();
    vehicle.findPosition().ifPresent(at -> airspace.tell(Traffic.own(id, at)));
    List<Traffic> others = airspace.others(id, now);
    return others.equals(current.others())
        ? current
        : machine.on(current, new FlightInput.Around(others), vehicle, warrant, now).state();
  }

  @Override
  public List<VehicleAct> onInput(FlightInput input, Instant now) {
    if (input instanceof FlightInput.Journalled journalled) {
      return onJournalled(journalled, now);
    }
    Flight current = flight;
    boolean idle = current == null || current.state().over();
    if (input instanceof FlightInput.Begin begin) {
      return idle ? onBegin(begin, now) : onBusy(begin.order(), now);
    }
    if (input instanceof FlightInput.Resume resume) {
      if (idle) {
        take(
            machine.resume(
                resume.order(), resume.journalled(), resume.guidedFor(), resume.sceneMoved(), now));
        lookingSince = now;
      }
      return List.of();
    }
    if (current == null || idle) {
      return input instanceof FlightInput.Order order ? onLateOrder(order, now) : List.of();
    }
    if (input instanceof FlightInput.Clear clear) {
      return onClear(current, clear.clearance(), now);
    }
    return onPilot(current, input, now);
  }

  /** Whether the aircraft is on no flight of ours and stands with its motors off. */
  public boolean idle() {
    Flight current = flight;
    return (current == null || current.state().over()) && !vehicle.armed();
  }

  /** How the aircraft keeps to the volume of the flight that it is on, if it is in the air. */
  public Optional<ContainmentReport> contained(Instant now) {
    Flight current = flight;
    return current == null || !current.state().airborne()
        ? Optional.empty()
        : ContainmentWatch.judge(current.monitor(), current.containment(), vehicle, now);
  }

  private List<VehicleAct> onPilot(Flight current, FlightInput input, Instant now) {
    boolean safety = input instanceof FlightInput.Order order && !order.command().addsRisk();
    List<VehicleAct> thrownAway = safety ? outbox.dropActs() : List.of();
    List<VehicleAct> acts =
        new ArrayList<>(run(machine.on(current, input, vehicle, warrant, now), now));
    acts.addAll(dropped(thrownAway, now));
    return acts;
  }

  private List<VehicleAct> onBegin(FlightInput.Begin begin, Instant now) {
    Step<Flight, VehicleAct> step = machine.begin(begin, vehicle, now);
    outbox.dropActs(); // nothing of an earlier flight is done any more
    take(step.state());
    return run(step, now);
  }

  private List<VehicleAct> onBusy(FlightOrder order, Instant now) {
    return write(order, machine.busy(order, now).events(), List.of(), now);
  }

  private void take(Flight next) {
    flight = next;
    warrant = null;
    lookingSince = null;
  }

  /**
   * An order for an aircraft that is on no flight of ours, or on none any more: whatever flies
   * there, the pilot wins. It is journalled with the vehicle, since the flight's stream is closed.
   */
  private List<VehicleAct> onLateOrder(FlightInput.Order order, Instant now) {
    if (order.command().addsRisk()) {
      return List.of();
    }
    StreamId stream = StreamId.vehicle(vehicle.vehicleId());
    outbox.add(List.of(new EntryDraft(stream, now, "", "", order.commanded())), List.of(), now);
    return List.of(PilotOrders.act(order, heard()));
  }

  /** The modes of the autopilot that is there, whichever was expected. */
  private AutopilotProfile heard() {
    VehicleSnapshot.Identity identity = vehicle.identity();
    return identity == null
        ? profile
        : AutopilotProfile.find(identity.autopilot(), identity.type()).orElse(profile);
  }

  /** What an aircraft carries after a flight that was refused: journalled with the vehicle. */
  private List<VehicleAct> late(VehicleReport.CarryFinished end, Instant now) {
    StreamId stream = StreamId.vehicle(vehicle.vehicleId());
    FlightEvent event = Preparation.ended(end.outcome());
    return outbox.add(List.of(new EntryDraft(stream, now, "", "", event)), List.of(), now);
  }

  /** A resumed flight waits for its aircraft's first word, but not for ever. */
  private List<VehicleAct> look(Flight resumed, Instant since, Instant now) {
    boolean heard = vehicle.link() == LinkState.OK && vehicle.mission() != null;
    if (!heard && now.isBefore(since.plus(FlightMachine.FOUND_MAX))) {
      return List.of();
    }
    lookingSince = null;
    return run(machine.found(resumed, vehicle, now), now);
  }

  private List<VehicleAct> onClear(Flight cleared, Clearance clearance, Instant now) {
    if (cleared.state() != FlightState.AWAITING_CLEARANCE) {
      return List.of();
    }
    Preflight again =
        Preflight.of(cleared.order(), profile, vehicle, cleared.pilotSeen(), patience, now);
    if (!again.passed()) {
      return run(machine.notNow(cleared, again, now), now);
    }
    try {
      TakeoffWarrant issued =
          TakeoffWarrant.issue(
              cleared.order(), cleared.preparation().carried(), again, clearance, now);
      warrant = issued;
      return run(machine.cleared(cleared, issued, now), now);
    } catch (WarrantRefusedException e) {
      return run(machine.notCleared(cleared, e.code() + ":" + again.firstFailed(), now), now);
    }
  }

  private List<VehicleAct> onJournalled(FlightInput.Journalled journalled, Instant now) {
    FlightOutbox.Answer answer = outbox.answered(journalled, now);
    List<VehicleAct> acts = new ArrayList<>(answer.released());
    acts.addAll(dropped(answer.dropped(), now));
    return acts;
  }

  /** Acts that will not be done, because the journal did not take what had to stand there first. */
  private List<VehicleAct> dropped(List<VehicleAct> dropped, Instant now) {
    List<VehicleAct> acts = new ArrayList<>();
    for (VehicleAct act : dropped) {
      Flight current = flight;
      if (current == null || current.state().over()) {
        return acts;
      }
      acts.addAll(run(machine.on(current, notDone(act), vehicle, warrant, now), now));
    }
    return acts;
  }

  private static FlightInput notDone(VehicleAct act) {
    return act instanceof VehicleAct.Order order
        ? new FlightInput.News(
            new VehicleReport.CommandFinished(
                order.commandId(), new CommandOutcome.NotSent("not-journalled")))
        : new FlightInput.JournalFailed("journal-failed");
  }

  /**
   * Takes a step: its events to the journal, its acts out, those that add risk when it is durable.
   * What still waits was meant for the state before: a change of state throws it away, and so does
   * an order that removes risk.
   */
  private List<VehicleAct> run(Step<Flight, VehicleAct> step, Instant now) {
    Flight before = flight;
    Flight next = step.state();
    boolean elsewhere =
        before != null
            && ((before.state() != next.state() && !goesToItsScene(before, next))
                || (next.departure().stage() == Departure.Stage.ABORTING
                    && before.departure().stage() != Departure.Stage.ABORTING));
    boolean safer = step.acts().stream().filter(VehicleAct::flies).anyMatch(act -> !act.addsRisk());
    List<VehicleAct> overtaken = elsewhere || safer ? outbox.dropActs() : List.of();
    flight = next;
    List<VehicleAct> atOnce = new ArrayList<>();
    List<VehicleAct> later = new ArrayList<>();
    for (VehicleAct act : step.acts()) {
      (act.addsRisk() && !step.events().isEmpty() ? later : atOnce).add(act);
    }
    atOnce.addAll(write(next.order(), step.events(), later, now));
    atOnce.addAll(dropped(overtaken, now));
    return atOnce;
  }

  /** A hold that its own order to move the scene ends: what waits is that very order. */
  private static boolean goesToItsScene(Flight before, Flight next) {
    return before.guided() == Flight.Guided.SCENE
        && next.guided() == Flight.Guided.SCENE
        && next.state() == FlightState.ON_SCENE;
  }

  private List<VehicleAct> write(
      FlightOrder order, List<Event> events, List<VehicleAct> later, Instant now) {
    StreamId stream = StreamId.flight(order.flightId());
    List<EntryDraft> drafts =
        events.stream()
            .map(e -> new EntryDraft(stream, now, order.serviceId(), order.commune(), e))
            .toList();
    return dropped(outbox.add(drafts, later, now), now);
  }
}
