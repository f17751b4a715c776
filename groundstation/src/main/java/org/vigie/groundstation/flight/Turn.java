package org.vigie.groundstation.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.monitor.ContainmentMonitor;
import org.vigie.geofence.monitor.ContainmentState;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.flight.watch.ZonesAgainst;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.Step;
import org.vigie.groundstation.traffic.Traffic;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.FlightMode;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleSnapshot;

/** One step of the machine while it is being worked out: a flight with its fields loosened. */
final class Turn {
  /** An order that had no effect is over after 2 s; then the station gives it again. */
  private static final Duration OWN_RETRY = Duration.ofSeconds(3);

  /** What PX4 shows as its mode then, and what stands for it where nothing is shown. */
  private static final String TERMINATED = "TERMINATION";

  private final FlightOrder order;
  private final AutopilotProfile profile;
  private final PilotPatience patience;
  private final Instant now;
  private final List<Event> events = new ArrayList<>();
  private final List<VehicleAct> acts = new ArrayList<>();
  private final Map<String, String> orders;
  private FlightState state;
  private Instant since;
  private Preparation preparation;
  private Departure departure;
  private Instant pilotSeen;
  private AskedMode asked;
  private Flight.@Nullable OwnOrder own;
  private boolean flown;
  private final ContainmentMonitor monitor;
  private ContainmentState containment;
  private Supervised supervised;
  private List<Traffic> others;
  private Flight.Guided guided;
  private SceneFlight scene;
  private @Nullable ZonesAgainst zones;

  Turn(Flight flight, AutopilotProfile profile, PilotPatience patience, Instant now) {
    this.order = flight.order();
    this.profile = profile;
    this.patience = patience;
    this.now = now;
    this.state = flight.state();
    this.since = flight.since();
    this.preparation = flight.preparation();
    this.departure = flight.departure();
    this.pilotSeen = flight.pilotSeen();
    this.orders = new HashMap<>(flight.orders());
    this.asked = flight.asked();
    this.own = flight.own();
    this.flown = flight.flown();
    this.monitor = flight.monitor();
    this.containment = flight.containment();
    this.supervised = flight.supervised();
    this.others = flight.others();
    this.guided = flight.guided();
    this.scene = flight.scene();
    this.zones = flight.zones();
  }

  Step<Flight, VehicleAct> done() {
    Flight flight =
        new Flight(
            order,
            state,
            since,
            preparation,
            departure,
            pilotSeen,
            orders,
            asked,
            own,
            flown,
            monitor,
            containment,
            supervised,
            others,
            guided,
            scene,
            zones);
    return new Step<>(flight, events, acts);
  }

  FlightOrder order() {
    return order;
  }

  AutopilotProfile profile() {
    return profile;
  }

  PilotPatience patience() {
    return patience;
  }

  Instant now() {
    return now;
  }

  /** When the present state was entered. */
  Instant since() {
    return since;
  }

  FlightState state() {
    return state;
  }

  /** Station time spent in the present state. */
  Duration inState() {
    return Duration.between(since, now);
  }

  void event(FlightEvent event) {
    events.add(event);
  }

  void act(VehicleAct act) {
    acts.add(act);
  }

  /** Goes to another state; going where it is already is nothing. */
  void go(FlightState to, String reason) {
    if (state != to) {
      events.add(new FlightEvent.StateChanged(state, to, reason));
      state = to;
      since = now;
      flown |= to.airborne() && to != FlightState.TAKING_OFF;
    }
  }

  /** Sends an order on somebody's behalf and remembers it until it has ended. */
  void order(String commandId, String command, String by, VehicleAct act) {
    order(new FlightEvent.Commanded(commandId, command, by), act);
  }

  /** Sends an order that a person may have given a reason for. */
  void order(FlightEvent.Commanded commanded, VehicleAct act) {
    events.add(commanded);
    acts.add(act);
    orders.put(commanded.commandId(), commanded.command());
  }

  /** Orders a place; the aircraft found in the guided mode later is there because of that. */
  void orderPlace(
      String commandId, String command, String by, Flight.Guided what, VehicleAct.GoTo act) {
    order(commandId, command, by, act);
    asked = asked.asking(profile.guided().name(), commandId);
    guided = what;
    scene = scene.stopped();
  }

  /** Orders a mode; the aircraft found in it later is there because it was asked to. */
  void orderMode(String commandId, String command, String by, FlightMode mode) {
    orderMode(new FlightEvent.Commanded(commandId, command, by), mode);
  }

  /** Orders a mode that a person may have given a reason for. */
  void orderMode(FlightEvent.Commanded commanded, FlightMode mode) {
    order(commanded, new VehicleAct.SetMode(commanded.commandId(), mode));
    if (guided != Flight.Guided.NOT
        && mode.equals(profile.hold())
        && mode.equals(profile.guided())) {
      acts.add(new VehicleAct.Halt(commanded.commandId() + "-halt"));
    }
    asked = asked.asking(mode.name(), commanded.commandId());
    guided = Flight.Guided.NOT;
    scene = scene.stopped();
  }

  /** Stops the motors in the air, by a person's order alone. */
  void orderTermination(FlightEvent.Commanded commanded) {
    order(commanded, new VehicleAct.Terminate(commanded.commandId()));
    asked = asked.asking(TERMINATED, commanded.commandId());
    guided = Flight.Guided.NOT;
    scene = scene.stopped();
    own = new Flight.OwnOrder(commanded.command(), TERMINATED, now);
  }

  /** Whether a person's newest order was to stop the motors, and was not refused. */
  boolean terminated() {
    return asked.latest().equals(TERMINATED);
  }

  /** The order to stop the motors had no effect for so long: it counts no more. */
  boolean terminationFailed(Duration after) {
    Flight.OwnOrder last = own;
    if (!terminated() || last == null || now.isBefore(last.at().plus(after))) {
      return false;
    }
    events.add(new FlightEvent.CommandFinished(asked.commandId(), "notshown"));
    asked = asked.refused(asked.commandId());
    own = null;
    return true;
  }

  /**
   * Orders a mode on the station's own account, and again after a while if that had no effect.
   *
   * @param why what it is for, for example {@code containment}
   */
  void orderOwn(String why, String command, FlightMode mode) {
    if (terminated()) {
      return; // it falls by a person's will: nothing takes the place of that order
    }
    String what = why + "-" + command;
    Flight.OwnOrder last = own;
    boolean recent = last != null && now.isBefore(last.at().plus(OWN_RETRY));
    boolean given =
        last != null
            && (last.what().equals(what)
                || last.mode().equals(mode.name())
                || mode.equals(profile.hold())); // a return is more than the hold
    if (!recent || !given) {
      own = new Flight.OwnOrder(what, mode.name(), now);
      String id = order.flightId() + "-" + what + "-" + now.toEpochMilli();
      orderMode(id, command, why, mode);
    }
  }

  /** A pilot has ordered: what the station wanted before counts no more. */
  void pilotOrdered() {
    pilotSeen = now;
    own = null;
  }

  /** An order has ended; the command that it was, or null when it was none of this flight's. */
  @Nullable String finished(String commandId, String outcome, boolean untouched) {
    String command = orders.remove(commandId);
    if (command != null) {
      events.add(new FlightEvent.CommandFinished(commandId, outcome));
      asked = untouched ? asked.refused(commandId) : asked;
    }
    return command;
  }

  /** Whether the aircraft shows the mode that was asked for last: no order is under way. */
  boolean fliesAsAsked(VehicleSnapshot vehicle) {
    return asked.latest().equals(Airborne.mode(vehicle));
  }

  /** Whether the aircraft is in a mode that the station asked for. */
  boolean stationFlies(VehicleSnapshot vehicle) {
    return asked.includes(Airborne.mode(vehicle));
  }

  /** The aircraft shows its mode. */
  void sawMode(String mode) {
    if (!mode.isEmpty()) {
      boolean ours =
          Stream.of(
                  profile.mission(),
                  profile.hold(),
                  profile.provenReturn(),
                  profile.land(),
                  profile.guided(),
                  profile.arming())
              .anyMatch(one -> one.name().equals(mode));
      asked = (ours ? asked.adopting(mode) : asked).seen(mode);
    }
  }

  /** The mission that the station asked for has gone over into its return. */
  void wentBackByPlan() {
    if (asked.includes(profile.mission().name())) {
      asked = asked.asking(profile.provenReturn().name(), "");
    }
  }

  boolean flown() {
    return flown;
  }

  Preparation preparation() {
    return preparation;
  }

  void prepared(Preparation next) {
    preparation = next;
  }

  Departure departure() {
    return departure;
  }

  void departing(Departure next) {
    departure = next;
  }

  Instant pilotSeen() {
    return pilotSeen;
  }

  /** The pilot counts as there until then. */
  void awaitPilot(Instant until) {
    pilotSeen = until;
  }

  /** Nobody at the station had a part in the modes of before. */
  void flownByOthers() {
    asked = AskedMode.NOBODYS;
  }

  void sawPilot() {
    pilotSeen = pilotSeen.isAfter(now) ? pilotSeen : now;
  }

  ContainmentMonitor monitor() {
    return monitor;
  }

  ContainmentState containment() {
    return containment;
  }

  void contained(ContainmentState next) {
    containment = next;
  }

  List<Traffic> others() {
    return others;
  }

  void others(List<Traffic> seen) {
    others = seen;
  }

  Flight.Guided guided() {
    return guided;
  }

  void guided(Flight.Guided next) {
    guided = next;
  }

  SceneFlight scene() {
    return scene;
  }

  void scene(SceneFlight next) {
    scene = next;
  }

  @Nullable ZonesAgainst zones() {
    return zones;
  }

  void zones(@Nullable ZonesAgainst next) {
    zones = next;
  }

  Supervised supervised() {
    return supervised;
  }

  /** Home has moved and no pilot has decided in that knowledge: the way there is not proven. */
  boolean homeAstray() {
    return supervised.acting().contains(ConcernKind.HOME);
  }

  void supervised(Supervised next) {
    supervised = next;
  }
}
