package org.vigie.simulator.mavlink.px4;

import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.mavlink.Station;

/** What one link is transferring. Confined to the world's thread. */
final class TransferSession {
  /** What is going on. */
  enum State {
    IDLE,
    GETTING,
    SENDING
  }

  final int link;
  State state = State.IDLE;
  int type;
  Station partner;
  int seq;
  int count;
  int id;
  double lastSentS;
  double lastHeardS;
  boolean ints = true;

  /** Items that have come; as many as the type's store holds at most. */
  final List<Item> staged = new ArrayList<>();

  TransferSession(Station first) {
    this.link = first.link();
    this.partner = first;
  }

  boolean with(Station station) {
    return partner.systemId() == station.systemId()
        && partner.componentId() == station.componentId();
  }
}
