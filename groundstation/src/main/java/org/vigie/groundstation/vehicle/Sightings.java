package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.groundstation.vehicle.protocol.Components;
import org.vigie.groundstation.vehicle.protocol.DiscoveryMachine;
import org.vigie.groundstation.vehicle.way.FrameOutlet;
import org.vigie.groundstation.vehicle.way.Ways;

/**
 * Who is on the links: every autopilot that is heard, without having been configured. It asks for
 * AUTOPILOT_VERSION and the time, and sends no heartbeat: nobody supervises here, and a vehicle
 * must not believe so.
 *
 * @threading thread-safe
 */
public final class Sightings implements FrameSink {
  /** System ids are 8 bits. */
  private static final int SYSTEMS_MAX = 255;

  /** An autopilot that does not answer so often does not speak the message. */
  private static final int VERSION_QUESTIONS_MAX = 3;

  private static final int AUTOPILOT_VERSION = 148;
  private static final int MAV_AUTOPILOT_INVALID = 8;

  private final StationClock clock;
  private final FrameWriter writer;
  private final SortedMap<Integer, Sighting> bySystem = new TreeMap<>();

  public Sightings(StationClock clock) {
    this.clock = clock;
    VehicleSettings anyone = VehicleSettings.of("", 1, AutopilotProfile.arducopter());
    this.writer = new FrameWriter(anyone.stationSystemId(), anyone.stationComponentId());
  }

  /** One vehicle so far. */
  private static final class Sighting {
    private final VehicleSettings settings;
    private final Ways ways = new Ways();
    private final Reception reception = new Reception(FrameSigning.none(), ways, outlet -> {});
    private final WayProbes probes;
    private final TelemetryFold fold;
    private final DiscoveryMachine discovery;
    private int versionQuestions;

    Sighting(int systemId) {
      settings = VehicleSettings.of("system " + systemId, systemId, AutopilotProfile.arducopter());
      probes = new WayProbes(settings, ways);
      discovery = new DiscoveryMachine(settings.peer());
      discovery.begin();
      fold =
          new TelemetryFold(
              new VehicleReducer(settings.profile()),
              VehicleSnapshot.unheard(settings.vehicleId(), systemId));
    }
  }

  @Override
  public synchronized void received(Frame frame, FrameOutlet from) {
    Instant now = clock.now();
    Sighting sighting = bySystem.get(frame.systemId());
    if (sighting == null) {
      if (!isAutopilot(frame) || bySystem.size() >= SYSTEMS_MAX) {
        return;
      }
      sighting = new Sighting(frame.systemId());
      bySystem.put(frame.systemId(), sighting);
    }
    boolean taken = sighting.reception.takes(frame, from, now);
    boolean autopilot = frame.componentId() == VehicleSettings.AUTOPILOT_COMPONENT;
    if (!taken || (autopilot && sighting.probes.takes(frame, from, now))) {
      return;
    }
    if (autopilot) {
      sighting.fold.fold(frame, now);
    }
    if (Components.tellsOfEquipment(frame.componentId(), frame.messageId())) {
      discover(sighting, frame, now);
    }
  }

  private static void discover(Sighting sighting, Frame frame, Instant now) {
    VehicleMessage message = Messages.decode(frame);
    if (message instanceof CommandAck ack) {
      boolean unused = sighting.discovery.onAck(frame.componentId(), ack);
    } else {
      sighting.discovery.onMessage(frame.componentId(), message, now);
    }
    sighting.fold.draft().equipment = sighting.discovery.found();
  }

  private static boolean isAutopilot(Frame frame) {
    VehicleMessage message =
        frame.messageId() == 0 ? Messages.decode(frame) : new VehicleMessage.Unreadable(frame, "");
    return message instanceof Heartbeat heartbeat
        && frame.componentId() == VehicleSettings.AUTOPILOT_COMPONENT
        && frame.systemId() > 0
        && frame.systemId() < SYSTEMS_MAX
        && heartbeat.autopilot() != MAV_AUTOPILOT_INVALID;
  }

  /** Asks each vehicle what is not known yet; call about once a second. */
  public synchronized void ask() {
    Instant now = clock.now();
    for (Sighting sighting : bySystem.values()) {
      for (Ways.Route route : sighting.ways.inOrder(now)) {
        send(route, sighting.probes.question(route.outlet(), now));
        VehicleSnapshot.Identity identity = sighting.fold.snapshot().identity();
        boolean unknown = identity == null || identity.version().isEmpty();
        if (unknown && sighting.versionQuestions < VERSION_QUESTIONS_MAX) {
          send(route, CommandRequest.message(AUTOPILOT_VERSION).to(sighting.settings.peer(), 0));
        }
      }
      boolean placed = sighting.fold.snapshot().position() != null;
      Optional<VehicleMessage> question = sighting.discovery.onTick(now, true, placed);
      sighting.ways.inOrder(now).stream()
          .findFirst()
          .ifPresent(route -> question.ifPresent(message -> send(route, message)));
      sighting.versionQuestions++;
    }
  }

  private void send(Ways.Route route, VehicleMessage message) {
    boolean unused = route.outlet().send(writer.write(message));
  }

  /** What is known of each vehicle now, by system id. */
  public synchronized List<VehicleSnapshot> seen() {
    Instant now = clock.now();
    List<VehicleSnapshot> seen = new ArrayList<>();
    for (Sighting sighting : bySystem.values()) {
      sighting.fold.draft().ways = sighting.ways.qualities(now);
      sighting.fold.draft().touch();
      sighting.fold.age(now);
      seen.add(sighting.fold.snapshot());
    }
    return seen;
  }
}
