package org.vigie.simulator.net;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.simulator.net.frame.Frame;
import org.vigie.simulator.net.message.Targets;

/**
 * Who has been heard on which link, and so where packets for others go. Pure; confined to the
 * world's thread.
 *
 * @source ArduPilot libraries/GCS_MAVLink/MAVLink_routing.cpp (check_and_forward, learn_route,
 *     handle_heartbeat); PX4 Mavlink::forward_message does alike
 */
final class Routes {
  /** Later ones are not learnt. @source ArduPilot MAVLINK_MAX_ROUTES */
  static final int ROUTES_MAX = 20;

  private static final int HEARTBEAT = 0;
  private static final int RADIO_STATUS = 109;
  private static final int RADIO = 166;
  private static final int ADSB_VEHICLE = 246;

  private record Route(int system, int component, int link) {}

  /**
   * What becomes of a packet.
   *
   * @param local whether the vehicle itself takes it
   * @param onwards links that get it, unchanged
   */
  record Way(boolean local, Set<Integer> onwards) {
    static final Way HERE = new Way(true, Set.of());
  }

  private final int system;
  private final int component;
  private final Targets targets;
  private final Set<Route> routes = new LinkedHashSet<>();

  Routes(int system, int component, Targets targets) {
    this.system = system;
    this.component = component;
    this.targets = targets;
  }

  /**
   * Learns who has spoken and says where the packet goes.
   *
   * @param links all that are open
   */
  Way way(int from, Frame frame, Set<Integer> links) {
    boolean ourOwn = frame.systemId() == system && frame.componentId() == component;
    if (ourOwn) {
      return Way.HERE;
    }
    Route sender = new Route(frame.systemId(), frame.componentId(), from);
    if (sender.system() != 0 && routes.size() < ROUTES_MAX) {
      routes.add(sender);
    }
    return switch (frame.messageId()) {
      case RADIO, RADIO_STATUS, ADSB_VEHICLE -> Way.HERE;
      case HEARTBEAT -> new Way(true, unaware(sender, links));
      default -> addressed(from, targets.system(frame), targets.component(frame));
    };
  }

  /** Links on which the sender has not been heard itself. */
  private Set<Integer> unaware(Route sender, Set<Integer> links) {
    Set<Integer> others = new TreeSet<>(links);
    others.remove(sender.link());
    for (Route route : routes) {
      if (route.system() == sender.system() && route.component() == sender.component()) {
        others.remove(route.link());
      }
    }
    return others;
  }

  private Way addressed(int from, int toSystem, int toComponent) {
    boolean allSystems = toSystem == Targets.ALL;
    boolean allComponents = toComponent == Targets.ALL;
    boolean ourSystem = allSystems || toSystem == system;
    boolean local = ourSystem && (allComponents || toComponent == component);
    if (local && !allSystems && !allComponents) {
      return Way.HERE;
    }
    Set<Integer> onwards = new TreeSet<>();
    for (Route route : routes) {
      boolean meant =
          toSystem == route.system()
              && (allComponents || toComponent == route.component() || !ourSystem);
      if (route.link() != from && (allSystems || meant)) {
        onwards.add(route.link());
      }
    }
    // a component of ours that nobody has heard of is taken for the autopilot
    return new Way(local || (ourSystem && onwards.isEmpty()), onwards);
  }

  /** A link is gone, and with it the ways over it. */
  void forget(int link) {
    routes.removeIf(route -> route.link() == link);
  }
}
