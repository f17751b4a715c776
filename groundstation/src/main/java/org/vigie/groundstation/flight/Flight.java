package org.vigie.groundstation.flight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.monitor.ContainmentMonitor;
import org.vigie.geofence.monitor.ContainmentState;
import org.vigie.groundstation.flight.watch.ZonesAgainst;
import org.vigie.groundstation.traffic.Traffic;

/**
 * All that the flight machine remembers between two inputs. Immutable.
 *
 * @param since when the state was entered, station time
 * @param preparation what was sent to and read back from the aircraft
 * @param departure how far arming and take-off have come
 * @param pilotSeen when the pilot's console was last heard of
 * @param orders orders on their way to the aircraft, by command id
 * @param asked the modes that the station asked for
 * @param own what the station ordered last on its own, absent when a pilot has ordered since
 * @param flown whether it has left the ground, as far as is known
 * @param monitor judges containment in this plan's volume
 * @param containment the monitor's memory
 * @param supervised what supervision is concerned about
 * @param others who else is in the air around
 * @param guided what the station flies it by hand for, when it does
 * @param scene what the pilot made of the scene
 * @param zones what zones of now have against it, absent when nothing
 */
record Flight(
    FlightOrder order,
    FlightState state,
    Instant since,
    Preparation preparation,
    Departure departure,
    Instant pilotSeen,
    Map<String, String> orders,
    AskedMode asked,
    @Nullable OwnOrder own,
    boolean flown,
    ContainmentMonitor monitor,
    ContainmentState containment,
    Supervised supervised,
    List<Traffic> others,
    Guided guided,
    SceneFlight scene,
    @Nullable ZonesAgainst zones) {
  /** An order that the station gave by itself: what for, which mode, and when. */
  record OwnOrder(String what, String mode, Instant at) {}

  /** What a place was ordered for. */
  enum Guided {
    NOT,
    /** Stops, to sink out of another aircraft's way. */
    AVOIDING,
    /** Sinks, or waits below, out of another aircraft's way. */
    AVOID,
    /** To where the scene went. */
    SCENE;

    /** What an order of the journal flies by places for. */
    static Guided by(String command) {
      return switch (command) {
        case SceneOrders.MOVE -> SCENE;
        case Avoidance.COMMAND -> AVOID;
        default -> NOT;
      };
    }
  }

  Flight {
    orders = Map.copyOf(orders);
    others = List.copyOf(others);
  }
}
