package org.vigie.simulator.net;

import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavType;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.simulator.mavlink.Autopilot;

/**
 * The stations of one vehicle. Sockets offer, the world's thread exchanges. Thread-safe; {@link
 * #exchange} and {@link #send} belong to the world's thread.
 */
public final class VehicleLinks implements Closeable {
  /** More stations on one vehicle are turned away. */
  private static final int LINKS_MAX = 8;

  /** What stations say between two turns of the world: a whole upload and more. */
  private static final int INBOX_MAX = 4096;

  private static final Logger LOG = LoggerFactory.getLogger(VehicleLinks.class);

  private record Happening(int link, Kind kind, Autopilot.Received message) {}

  private enum Kind {
    OPENED,
    SAID,
    CLOSED
  }

  private static final Autopilot.Received NOTHING = new Autopilot.Received(0, 0, "");

  private final int systemId;
  private final LinkCounters counters = new LinkCounters();
  private final Map<Integer, Link> links = new ConcurrentHashMap<>();
  private final BlockingQueue<Happening> inbox = new ArrayBlockingQueue<>(INBOX_MAX);
  private final AtomicInteger nextId = new AtomicInteger();
  private final Closeable source;
  private final int port;
  private volatile long seed;
  private volatile LinkFaults faultsUp = LinkFaults.NONE;
  private volatile LinkFaults faultsDown = LinkFaults.NONE;
  private double stationHeartbeatS = -1;
  private volatile boolean closed;

  private VehicleLinks(int systemId, Opener opener) throws IOException {
    this.systemId = systemId;
    Opened opened = opener.open(this);
    this.source = opened.source();
    this.port = opened.port();
  }

  private record Opened(Closeable source, int port) {}

  private interface Opener {
    Opened open(VehicleLinks links) throws IOException;
  }

  /**
   * Listens on TCP.
   *
   * @param address port 0 takes a free one
   */
  public static VehicleLinks listen(int systemId, InetSocketAddress address) throws IOException {
    return new VehicleLinks(
        systemId,
        links -> {
          TcpListener listener = new TcpListener(address, links);
          return new Opened(listener, listener.port());
        });
  }

  /** Sends to, and hears from, one station over UDP. */
  public static VehicleLinks connectUdp(int systemId, InetSocketAddress station)
      throws IOException {
    return new VehicleLinks(
        systemId,
        links -> {
          UdpWire wire = new UdpWire(station);
          links.add(wire);
          return new Opened(wire, wire.localPort());
        });
  }

  /** Takes a new wire; false when there are too many. */
  boolean add(Wire wire) {
    if (closed || links.size() >= LINKS_MAX) {
      return false;
    }
    int id = nextId.getAndIncrement();
    Link link = new Link(id, systemId, wire, this, counters, seed * 31 + id);
    links.put(link.id(), link);
    put(new Happening(link.id(), Kind.OPENED, NOTHING));
    link.start();
    return true;
  }

  void received(int link, Autopilot.Received message) {
    if (!inbox.offer(new Happening(link, Kind.SAID, message))) {
      counters.countDropped();
    }
  }

  void ended(Link link) {
    links.remove(link.id());
    put(new Happening(link.id(), Kind.CLOSED, NOTHING));
  }

  /** Openings and closings are few and never dropped: they wait for the world's next turn. */
  private void put(Happening happening) {
    try {
      while (!closed && !inbox.offer(happening, 100, TimeUnit.MILLISECONDS)) {
        // the world is slow; the caller is a socket's thread
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What chance on these links follows from; for links that open after this. */
  public void seed(long next) {
    seed = next;
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
    faultsUp = up;
    faultsDown = down;
  }

  /**
   * Hands the autopilot what stations have said, and stations what it has to say.
   *
   * @param nowS virtual time
   */
  public void exchange(Autopilot autopilot, double nowS) {
    for (int i = 0; i < INBOX_MAX; i++) {
      Happening happening = inbox.poll();
      if (happening == null) {
        break;
      }
      switch (happening.kind()) {
        case OPENED -> autopilot.open(happening.link());
        case SAID -> arrive(autopilot, happening, nowS);
        case CLOSED -> autopilot.close(happening.link());
      }
    }
    for (Link link : links.values()) {
      for (Autopilot.Received message : link.up().due(nowS)) {
        hand(autopilot, link.id(), message);
      }
    }
    send(autopilot, nowS);
  }

  private void arrive(Autopilot autopilot, Happening happening, double nowS) {
    Autopilot.Received message = happening.message();
    if (message.payload() instanceof Heartbeat heartbeat
        && heartbeat.type().entry() == MavType.MAV_TYPE_GCS) {
      stationHeartbeatS = nowS;
    }
    Link link = links.get(happening.link());
    if (link == null) { // it closed behind its last words
      hand(autopilot, happening.link(), message);
      return;
    }
    link.up().faults(faultsUp);
    if (link.up().clear()) {
      hand(autopilot, link.id(), message);
    } else {
      int bytes = link.up().counts() ? MessageSize.bytes(message.payload()) : 0;
      link.up().offer(message, bytes, nowS);
    }
  }

  /** What no station should say stops nothing: it is counted and named in the log. */
  private void hand(Autopilot autopilot, int link, Autopilot.Received message) {
    try {
      autopilot.receive(link, message);
    } catch (RuntimeException e) {
      counters.countRefused();
      LOG.warn("vehicle {} could not take {}", systemId, message, e);
    }
  }

  /** Queues what the autopilot has to say. */
  public void send(Autopilot autopilot, double nowS) {
    for (Autopilot.Outgoing out : autopilot.poll()) {
      if (out.link() == Autopilot.ALL_LINKS) {
        links.values().forEach(link -> depart(link, out.payload(), nowS));
      } else {
        Link link = links.get(out.link());
        if (link != null) {
          depart(link, out.payload(), nowS);
        }
      }
    }
    for (Link link : links.values()) {
      link.down().due(nowS).forEach(link::offer);
    }
  }

  private void depart(Link link, Object payload, double nowS) {
    link.down().faults(faultsDown);
    if (link.down().clear()) {
      link.offer(payload);
    } else {
      int bytes = link.down().counts() ? MessageSize.bytes(payload) : 0;
      link.down().offer(payload, bytes, nowS);
    }
  }

  /**
   * Virtual time at which a station's heartbeat last reached the machine, whatever the simulated
   * link then did with it; negative for never.
   */
  public double stationHeartbeatS() {
    return stationHeartbeatS;
  }

  /** The TCP port that it listens on, or the local UDP port. */
  public int port() {
    return port;
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
    closed = true;
    source.close();
    links.values().forEach(Link::close);
  }
}
