package org.vigie.simulator.net;

import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.net.message.Messages;

/**
 * A station's link to one vehicle in virtual time, without sockets or threads; as spoilt as it is
 * told. It logs what both ends said. Confined to the world's thread.
 */
public final class VirtualLink {
  /**
   * How a station calls itself by default. @source ArduCopter SYSID_MYGCS,
   * MAV_COMP_ID_MISSIONPLANNER
   */
  private static final int STATION_SYSTEM = 255;

  private static final int STATION_COMPONENT = 190;
  private static final double HEARTBEAT_S = 1;

  /** What a station keeps of what it heard; older messages are forgotten. */
  private static final int HEARD_MAX = 100_000;

  private final Autopilot autopilot;
  private final int link;
  private final LossyPipe<Autopilot.Received> up;
  private final LossyPipe<Autopilot.Outgoing> down;
  private final Messages sizes = new Messages(List.of());
  private final MessageLog log = new MessageLog();
  private final List<Object> heard = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private boolean heartbeats = true;
  private double nextHeartbeatS;

  /**
   * Opens a link.
   *
   * @param link its number at the vehicle
   * @param seed chance on the link follows from it
   */
  public VirtualLink(Autopilot autopilot, int link, long seed) {
    this.autopilot = autopilot;
    this.link = link;
    this.up = new LossyPipe<>(Carrier.DATAGRAM, seed * 2);
    this.down = new LossyPipe<>(Carrier.DATAGRAM, seed * 2 + 1);
    autopilot.open(link);
  }

  /** Spoils the link in both directions from now on. */
  public void spoil(LinkFaults faults) {
    up.faults(faults);
    down.faults(faults);
  }

  /** Whether the station sends its heartbeat each second; it does at first. */
  public void heartbeats(boolean on) {
    heartbeats = on;
  }

  /** The station says something: a message class of the MAVLink library. */
  public void say(Object payload, Instant now, double nowS) {
    say(STATION_SYSTEM, STATION_COMPONENT, payload, now, nowS);
  }

  /** Somebody else says something on the same link. */
  public void say(int system, int component, Object payload, Instant now, double nowS) {
    log.add(now, system, component, payload);
    int bytes = up.counts() ? size(payload) : 0;
    up.offer(new Autopilot.Received(system, component, payload), bytes, nowS);
    deliver(nowS);
  }

  private void deliver(double nowS) {
    for (Autopilot.Received message : up.due(nowS)) {
      autopilot.receive(link, message);
    }
  }

  /**
   * Brings what is due to its end; call often, after stepping. Messages for other links of the same
   * vehicle are lost: it has this one link only.
   */
  public void turn(Instant now, double nowS) {
    if (heartbeats && nowS >= nextHeartbeatS) {
      nextHeartbeatS = nowS + HEARTBEAT_S;
      Heartbeat beat =
          Heartbeat.builder()
              .type(MavType.MAV_TYPE_GCS)
              .autopilot(MavAutopilot.MAV_AUTOPILOT_INVALID)
              .mavlinkVersion(3)
              .build();
      say(beat, now, nowS);
    }
    deliver(nowS);
    for (Autopilot.Outgoing out : autopilot.poll()) {
      if (out.link() == Autopilot.ALL_LINKS || out.link() == link) {
        int bytes = down.counts() ? size(out.payload()) : 0;
        down.offer(out, bytes, nowS);
      }
    }
    for (Autopilot.Outgoing out : down.due(nowS)) {
      hear(out, now);
    }
  }

  /** Bytes that a message takes in MAVLink 2. */
  private int size(Object payload) {
    return sizes.code(payload).frameLength();
  }

  private void hear(Autopilot.Outgoing out, Instant now) {
    Object payload = out.payload();
    log.add(now, autopilot.systemId(), out.componentId(), payload);
    if (heard.size() >= HEARD_MAX) {
      heard.subList(0, HEARD_MAX / 2).clear();
    }
    heard.add(payload);
    if (payload instanceof Statustext text) {
      texts.add(text.text());
    }
  }

  /** What the station heard, oldest first: message classes of the MAVLink library. */
  public List<Object> heard() {
    return List.copyOf(heard);
  }

  /** The texts among them. */
  public List<String> texts() {
    return List.copyOf(texts);
  }

  /** Forgets what was heard; the log keeps it. */
  public void forget() {
    heard.clear();
    texts.clear();
  }

  /** Everything that was sent by the station or reached it. */
  public MessageLog log() {
    return log;
  }
}
