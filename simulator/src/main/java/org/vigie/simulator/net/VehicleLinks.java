package org.vigie.simulator.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.net.frame.Frame;
import org.vigie.simulator.net.frame.Payload;
import org.vigie.simulator.net.message.Messages;

/**
 * The stations of one vehicle, over any number of ports. Confined to the world's thread, but for
 * {@link #faults} and {@link #counters}, which are thread-safe; closed when the world has ended.
 */
public final class VehicleLinks implements Closeable {
  /** More stations on one vehicle are turned away. */
  public static final int LINKS_MAX = 8;

  /** More ports have no use. @source ArduPilot has seven serial ports */
  public static final int PORTS_MAX = 8;

  /** Packets taken from one station in one turn; a flood waits, the world does not. */
  private static final int TURN_MAX = 256;

  private static final int HEARTBEAT = 0;
  private static final int HEARTBEAT_TYPE_AT = 4;
  private static final int TYPE_GCS = 6;
  private static final Logger LOG = LoggerFactory.getLogger(VehicleLinks.class);

  private record Faults(LinkFaults up, LinkFaults down) {}

  private final Network network;
  private final int systemId;
  private final LinkRules rules;
  private final long seed;
  private final LinkCounters counters = new LinkCounters();
  private final List<Port> ports = new ArrayList<>();
  private final Map<Integer, Link> links = new TreeMap<>();
  private final Map<Integer, Faults> linkFaults = new ConcurrentHashMap<>();
  private final Reception reception;
  private volatile Faults faults = new Faults(LinkFaults.NONE, LinkFaults.NONE);
  private int nextId;
  private long lostBefore;
  private double stationHeartbeatS = -1;
  private boolean outpacing;
  private boolean warned;
  private boolean full;

  /**
   * A vehicle without ports yet.
   *
   * @param seed what chance on its links follows from
   */
  public VehicleLinks(Network network, int systemId, LinkRules rules, long seed) {
    this.network = network;
    this.systemId = systemId;
    this.rules = rules;
    this.seed = seed;
    this.reception = new Reception(systemId, rules, network, counters);
  }

  /**
   * Listens on TCP.
   *
   * @param address port 0 takes a free one
   */
  public void listenTcp(InetSocketAddress address) throws IOException {
    room();
    ports.add(new TcpListener(network, this, address, ports.isEmpty()));
  }

  /**
   * Listens on UDP, where stations come and go.
   *
   * @param address port 0 takes a free one
   */
  public void listenUdp(InetSocketAddress address) throws IOException {
    room();
    ports.add(new UdpListener(network, this, address, ports.isEmpty()));
  }

  /** Calls a station over TCP until it answers. */
  public void connectTcp(InetSocketAddress station) throws IOException {
    room();
    ports.add(new TcpConnector(network, this, station, ports.isEmpty()));
  }

  /** Sends to, and hears from, one station over UDP. */
  public void connectUdp(InetSocketAddress station) throws IOException {
    room();
    UdpConnector wire = new UdpConnector(network, station);
    Link link = candidate(wire, ports.isEmpty());
    ports.add(wire);
    wire.begin(link);
    welcome(link);
  }

  private void room() throws IOException {
    if (ports.size() >= PORTS_MAX) {
      throw new IOException("a vehicle has at most " + PORTS_MAX + " ports");
    }
  }

  /** A link that is not in use yet. */
  Link candidate(Wire wire, boolean firstPort) {
    return new Link(nextId, firstPort, wire, this, seed * 31 + nextId);
  }

  /** Takes a new station; false, and its wire closed, when there are too many. */
  boolean welcome(Link link) {
    if (links.size() >= LINKS_MAX) {
      counters.countTurnedAway();
      if (!full) {
        full = true;
        LOG.warn(
            "vehicle {}: no place for {}, {} stations are connected; more are turned away silently",
            systemId,
            link.wire().name(),
            LINKS_MAX);
      }
      link.wire().close();
      return false;
    }
    links.put(link.id(), link);
    nextId++;
    return true;
  }

  /** Takes a new station over TCP. */
  void welcome(TcpWire wire, boolean firstPort) throws IOException {
    Link link = candidate(wire, firstPort);
    if (welcome(link)) {
      wire.begin(link);
    }
  }

  int systemId() {
    return systemId;
  }

  LinkRules rules() {
    return rules;
  }

  Messages messages() {
    return network.messages();
  }

  /** Spoils every link of this vehicle, in both directions, from now on. */
  public void faults(LinkFaults both) {
    faults(both, both);
  }

  /**
   * Spoils every link of this vehicle from now on.
   *
   * @param up what stations say to the vehicle
   * @param down what the vehicle says to stations
   */
  public void faults(LinkFaults up, LinkFaults down) {
    linkFaults.clear();
    faults = new Faults(up, down);
  }

  /**
   * Spoils one link from now on.
   *
   * @param link counts from 0 in the order in which stations came
   */
  public void faults(int link, LinkFaults up, LinkFaults down) {
    linkFaults.put(link, new Faults(up, down));
  }

  /**
   * The world runs faster than the clock by which its stations speak: what they repeat by the wall
   * is heard in the same rhythm of simulated time.
   */
  public void outpacing() {
    outpacing = true;
  }

  /**
   * Hands the autopilot what stations have said, and stations what it has to say.
   *
   * @param nowS virtual time
   */
  public void exchange(Autopilot autopilot, double nowS) {
    for (Port port : ports) {
      port.tend();
    }
    boolean heard = false;
    for (Link link : List.copyOf(links.values())) {
      if (!link.known()) {
        link.introduce();
        autopilot.open(link.id());
      }
      heard |= receive(autopilot, link, nowS);
      if (link.wire().broken()) {
        link.end();
        links.remove(link.id());
        lostBefore += link.lost();
        linkFaults.remove(link.id());
        reception.forget(link.id());
        autopilot.close(link.id());
      }
    }
    counters.lost(lostBefore + links.values().stream().mapToLong(Link::lost).sum());
    if (heard) {
      send(autopilot, nowS);
    }
  }

  private boolean receive(Autopilot autopilot, Link link, double nowS) {
    Faults now = linkFaults.getOrDefault(link.id(), faults);
    link.up().faults(now.up());
    link.down().faults(now.down());
    boolean heard = false;
    for (int i = 0; i < TURN_MAX; i++) {
      Optional<Frame> frame = link.nextArrived();
      if (frame.isEmpty()) {
        break;
      }
      noteHeartbeat(frame.get(), nowS);
      if (link.up().clear()) {
        heard = true;
        reception.take(autopilot, link, frame.get(), links, nowS);
      } else {
        link.up().offer(frame.get(), frame.get().length(), nowS);
      }
    }
    for (Frame frame : link.up().due(nowS)) {
      heard = true;
      reception.take(autopilot, link, frame, links, nowS);
    }
    if (outpacing && !link.up().dead()) {
      for (Frame frame : link.pulses().again(nowS, network.nanos())) {
        heard = true;
        reception.again(autopilot, link, frame);
      }
    }
    return heard;
  }

  private void noteHeartbeat(Frame frame, double nowS) {
    if (frame.messageId() == HEARTBEAT && frame.payloadAt(HEARTBEAT_TYPE_AT) == TYPE_GCS) {
      stationHeartbeatS = nowS;
    }
  }

  /** Sends what the autopilot has to say. */
  public void send(Autopilot autopilot, double nowS) {
    for (Autopilot.Outgoing out : poll(autopilot)) {
      if (out.link() == Autopilot.ALL_LINKS) {
        if (!links.isEmpty()) {
          Payload payload = messages().code(out.payload());
          links.values().forEach(link -> depart(link, out.componentId(), payload, nowS));
        }
      } else {
        Link link = links.get(out.link());
        if (link != null) {
          depart(link, out.componentId(), messages().code(out.payload()), nowS);
        }
      }
    }
    for (Link link : links.values()) {
      link.flush(nowS);
    }
  }

  /** What goes wrong in one vehicle stops no other: it is counted, and told once. */
  private List<Autopilot.Outgoing> poll(Autopilot autopilot) {
    try {
      return autopilot.poll();
    } catch (RuntimeException e) {
      counters.countUnsaid();
      if (!warned) {
        warned = true;
        LOG.warn("vehicle {} could not say what it has to say", systemId, e);
      }
      return List.of();
    }
  }

  private void depart(Link link, int componentId, Payload payload, double nowS) {
    link.frame(componentId, payload, reception.signing())
        .ifPresent(frame -> link.depart(frame, nowS));
  }

  /**
   * Virtual time at which a station's heartbeat last reached the machine, whatever the simulated
   * link then did with it; negative for never.
   */
  public double stationHeartbeatS() {
    return stationHeartbeatS;
  }

  /** The first port that it listens on or sends from; 0 when it only calls over TCP. */
  public int port() {
    return ports.stream().mapToInt(Port::port).filter(port -> port != 0).findFirst().orElse(0);
  }

  /** All ports, in the order in which they were opened. */
  public List<Integer> ports() {
    return ports.stream().map(Port::port).toList();
  }

  /** Whether any station is connected. */
  public boolean connected() {
    return !links.isEmpty();
  }

  public LinkCounters counters() {
    return counters;
  }

  @Override
  public void close() throws IOException {
    for (Link link : links.values()) {
      link.wire().close();
    }
    for (Port port : ports) {
      port.close();
    }
  }
}
