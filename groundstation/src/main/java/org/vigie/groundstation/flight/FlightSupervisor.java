package org.vigie.groundstation.flight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.Step;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.Supervisor;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleSnapshot;

/**
 * Runs the flight machine inside a vehicle's loop: journals what happened, lets acts that reduce
 * risk out at once, and holds acts that add risk until their step is on disk. A pilot's order that
 * reduces risk throws away whatever was still waiting.
 *
 * @threading confined to the vehicle's loop
 */
public final class FlightSupervisor implements Supervisor<FlightInput> {
  private final FlightMachine machine;
  private final Journal journal;
  private final Consumer<FlightInput> self;
  private final Map<Long, List<VehicleAct>> waiting = new HashMap<>();
  private long tickets;
  private VehicleSnapshot vehicle;
  private @Nullable Flight flight;
  private @Nullable TakeoffWarrant warrant;
  private @Nullable Instant lookingSince;

  /**
   * A supervisor without a flight.
   *
   * @param self puts an input into the loop's own command lane, from any thread
   */
  public FlightSupervisor(
      AutopilotProfile profile,
      VehicleSnapshot vehicle,
      Journal journal,
      Consumer<FlightInput> self) {
    this.machine = new FlightMachine(profile);
    this.vehicle = vehicle;
    this.journal = journal;
    this.self = self;
  }

  @Override
  public List<VehicleAct> onReport(VehicleReport report, Instant now) {
    if (report instanceof VehicleReport.SnapshotChanged changed) {
      vehicle = changed.snapshot();
    } else if (report instanceof VehicleReport.Tick tick) {
      vehicle = tick.snapshot();
    }
    if (flight == null) {
      return List.of();
    }
    if (lookingSince != null) {
      return look(flight, lookingSince, now);
    }
    return run(machine.on(flight, new FlightInput.News(report), vehicle, warrant, now), now);
  }

  @Override
  public List<VehicleAct> onInput(FlightInput input, Instant now) {
    if (input instanceof FlightInput.Begin begin) {
      return run(machine.begin(begin.order(), now), now);
    }
    if (input instanceof FlightInput.Resume resume) {
      flight = machine.resume(resume.order(), resume.journalled(), now);
      lookingSince = now;
      return List.of();
    }
    if (input instanceof FlightInput.Journalled journalled) {
      return onJournalled(journalled, now);
    }
    if (flight == null) {
      return List.of();
    }
    if (input instanceof FlightInput.Clear clear) {
      return onClear(flight, clear.clearance(), now);
    }
    if (input instanceof FlightInput.Order order && !order.command().addsRisk()) {
      waiting.clear();
    }
    return run(machine.on(flight, input, vehicle, warrant, now), now);
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
    Preflight again = Preflight.of(cleared.order(), vehicle, cleared.pilotSeen(), now);
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
    List<VehicleAct> released = waiting.remove(journalled.ticket());
    if (journalled.outcome() instanceof AppendOutcome.Durable) {
      return released == null ? List.of() : released;
    }
    if (released == null || flight == null) {
      return List.of();
    }
    FlightInput failed = new FlightInput.JournalFailed("journal-failed");
    return run(machine.on(flight, failed, vehicle, warrant, now), now);
  }

  /**
   * Takes a step: its events to the journal, its acts out, those that add risk when it is durable.
   */
  private List<VehicleAct> run(Step<Flight, VehicleAct> step, Instant now) {
    Flight next = step.state();
    flight = next.state() == FlightState.CLOSED ? null : next;
    List<VehicleAct> atOnce = new ArrayList<>();
    List<VehicleAct> later = new ArrayList<>();
    for (VehicleAct act : step.acts()) {
      (act.addsRisk() && !step.events().isEmpty() ? later : atOnce).add(act);
    }
    if (!step.events().isEmpty()) {
      append(next.order(), step.events(), later, now);
    }
    return atOnce;
  }

  private void append(FlightOrder order, List<Event> events, List<VehicleAct> later, Instant now) {
    StreamId stream = StreamId.flight(order.flightId());
    List<EntryDraft> drafts =
        events.stream()
            .map(e -> new EntryDraft(stream, now, order.serviceId(), order.commune(), e))
            .toList();
    long ticket = tickets++;
    if (!later.isEmpty()) {
      waiting.put(ticket, later);
    }
    try {
      journal.append(drafts, outcome -> self.accept(new FlightInput.Journalled(ticket, outcome)));
    } catch (IllegalStateException full) {
      self.accept(
          new FlightInput.Journalled(ticket, new AppendOutcome.Failed("journal-queue-full")));
    }
  }
}
