package org.vigie.groundstation.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Geoid;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.mavlink.RemoteIdMessage.ArmStatus;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.StateMessage.StatusText;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.groundstation.vehicle.protocol.DiscoveryMachine;
import org.vigie.groundstation.vehicle.protocol.Equipment;
import org.vigie.groundstation.vehicle.protocol.HeartbeatMachine;
import org.vigie.groundstation.vehicle.protocol.OperatorPlace;
import org.vigie.groundstation.vehicle.protocol.Peer;
import org.vigie.groundstation.vehicle.protocol.RemoteIdMachine;
import org.vigie.groundstation.vehicle.protocol.RemoteIdState;
import org.vigie.groundstation.vehicle.protocol.RemoteIdentity;
import org.vigie.groundstation.vehicle.protocol.StatusTextAssembly;
import org.vigie.groundstation.vehicle.way.WayQuality;

/**
 * A vehicle's logic without thread, queue or clock: messages, inputs and moments go in, messages to
 * send come out through the function that it was given. Confined to whoever calls it: the {@link
 * VehicleLoop}, or a test that steps time by hand.
 */
final class VehicleCore<I> {
  /** One event cannot cause more reports than this: supervisor and loop would answer each other. */
  private static final int REPORTS_MAX = 1000;

  /** A vehicle that is heard but sends no attitude has forgotten its streams, as after a reboot. */
  private static final Duration SETUP_AGAIN_AFTER = Duration.ofSeconds(5);

  private final Supervisor<I> supervisor;
  private final Transmitter transmitter;
  private final CommandExchange commands;
  private final ActPerformer performer;
  private final HeartbeatMachine heartbeats = new HeartbeatMachine();
  private final StatusTextAssembly texts = new StatusTextAssembly();
  private final DiscoveryMachine discovery;
  private final RemoteIdMachine remoteId;
  private final List<CommandRequest> connection;
  private final Deque<VehicleReport> reports = new ArrayDeque<>();
  private final TelemetryFold fold;
  private VehicleSnapshot snapshot;
  private boolean setupWanted = true;
  private @Nullable Instant setupAt;
  private @Nullable OperatorPlace takeOff;

  /**
   * @param transmitter sends a message; false when no link took it
   */
  VehicleCore(VehicleSettings settings, Supervisor<I> supervisor, Transmitter transmitter) {
    this.supervisor = supervisor;
    this.transmitter = transmitter;
    connection = settings.profile().connection();
    Peer peer = settings.peer();
    commands =
        new CommandExchange(
            peer,
            transmitter,
            (id, outcome) -> reports.add(new VehicleReport.CommandFinished(id, outcome)));
    performer = new ActPerformer(settings, commands, transmitter, reports::add);
    discovery = new DiscoveryMachine(peer);
    remoteId = new RemoteIdMachine(peer, settings.profile().makesOwnIdentity());
    remoteId.identify(settings.identity());
    snapshot = VehicleSnapshot.unheard(settings.vehicleId(), settings.systemId());
    fold = new TelemetryFold(new VehicleReducer(settings.profile()), snapshot);
  }

  VehicleSnapshot snapshot() {
    return snapshot;
  }

  /** The vehicle is heard over another link than before: it may have forgotten what was asked. */
  void reconnected() {
    setupWanted = true;
    remoteId.begin();
  }

  /** What is broadcast of the vehicle from now on. */
  void identify(RemoteIdentity identity) {
    remoteId.identify(identity);
  }

  /** A message of another of the vehicle's components. */
  void onDevice(int component, VehicleMessage message, Instant now) {
    if (message instanceof ArmStatus status) {
      remoteId.onStatus(status, now);
    } else if (message instanceof CommandAck ack) {
      boolean unused = discovery.onAck(component, ack);
    } else {
      discovery.onMessage(component, message, now);
    }
  }

  /** A message of the vehicle's autopilot. */
  void onMessage(VehicleMessage message, Instant receivedAt, Instant now) {
    LinkState linkBefore = snapshot.link();
    fold.fold(message, receivedAt);
    publish();
    if (message instanceof Heartbeat) {
      onHeartbeat(linkBefore, now);
    } else if (message instanceof StatusText text) {
      texts.onText(text, now).forEach(this::report);
    } else if (message instanceof ArmStatus status) {
      remoteId.onStatus(status, now);
    } else {
      discovery.onMessage(VehicleSettings.AUTOPILOT_COMPONENT, message, now);
    }
    if (!(message instanceof CommandAck ack)
        || !discovery.onAck(VehicleSettings.AUTOPILOT_COMPONENT, ack)) {
      commands.onMessage(message, now);
      performer.onMessage(message, now);
    }
    settle(now);
  }

  /**
   * A frame of the stream, of which only the newest counts: no machine waits for it. It shows in
   * the snapshot at the end of the turn.
   *
   * @return false if its values make no sense
   */
  boolean onTelemetry(Frame frame, Instant receivedAt) {
    return fold.fold(frame, receivedAt) != TelemetryFold.Folded.UNREADABLE;
  }

  /** The turn's telemetry is folded: told as one change. */
  void telemetryEnds(Instant now) {
    publish();
    settle(now);
  }

  /** How the ways are now. */
  void onWays(List<WayQuality> ways) {
    if (!ways.equals(fold.draft().ways)) {
      fold.draft().ways = ways;
      fold.draft().touch();
      publish();
    }
  }

  private void publish() {
    if (fold.draft().changed()) {
      snapshot = fold.snapshot();
      reports.add(new VehicleReport.SnapshotChanged(snapshot));
    }
  }

  void onInput(I input, Instant now) {
    perform(supervisor.onInput(input, now), now);
    settle(now);
  }

  /** Some 100 ms have passed. */
  void onTick(Instant now) {
    heartbeats.onTick(now).ifPresent(transmitter::transmit);
    LinkState linkBefore = snapshot.link();
    fold.age(now);
    fit(now);
    publish();
    if (snapshot.link() != linkBefore) {
      reports.add(new VehicleReport.LinkChanged(snapshot.link()));
    }
    texts.onTick(now).forEach(this::report);
    commands.onTick(now);
    performer.onTick(now);
    settle(now);
    reports.add(new VehicleReport.Tick(snapshot));
    settle(now);
  }

  /** Feeds the remote identification, asks what the vehicle carries, and shows both. */
  private void fit(Instant now) {
    remoteId.onTick(now, takeOff()).forEach(transmitter::transmit);
    boolean placed = snapshot.position() != null;
    discovery
        .onTick(now, commands.idle(MavCmd.REQUEST_MESSAGE), placed)
        .ifPresent(transmitter::transmit);
    SnapshotDraft draft = fold.draft();
    RemoteIdState state = remoteId.state(now);
    Equipment equipment = discovery.found();
    if (!state.equals(draft.remoteId) || !equipment.equals(draft.equipment)) {
      draft.remoteId = state;
      draft.equipment = equipment;
      draft.touch();
    }
  }

  /** Home: where the aircraft takes off, as it believes itself. */
  private @Nullable OperatorPlace takeOff() {
    VehicleSnapshot.HomeFix home = snapshot.home();
    OperatorPlace known = takeOff;
    if (home != null && (known == null || !known.point().equals(home.point()))) {
      takeOff =
          new OperatorPlace(
              home.point(),
              home.altitude().aboveEllipsoid(Geoid.egm96().at(home.point())),
              OperatorPlace.Kind.TAKE_OFF);
    }
    return takeOff;
  }

  private void onHeartbeat(LinkState linkBefore, Instant now) {
    if (linkBefore != LinkState.OK) {
      reports.add(new VehicleReport.LinkChanged(LinkState.OK));
      setupWanted |= linkBefore != LinkState.STALE;
      if (linkBefore != LinkState.STALE) {
        discovery.begin();
        remoteId.begin();
      }
    }
    if ((setupWanted || isQuiet(now)) && commands.idle(MavCmd.SET_MESSAGE_INTERVAL)) {
      setupWanted = false;
      setupAt = now;
      connection.forEach(request -> commands.request(request, now));
    }
  }

  private boolean isQuiet(Instant now) {
    VehicleSnapshot.Attitude attitude = snapshot.attitude();
    Instant since = setupAt;
    if (since == null) {
      return false;
    }
    if (attitude != null && attitude.at().isAfter(since)) {
      since = attitude.at();
    }
    return !now.isBefore(since.plus(SETUP_AGAIN_AFTER));
  }

  private void report(StatusTextAssembly.Text text) {
    reports.add(new VehicleReport.TextReceived(text.severity(), text.text()));
  }

  private void settle(Instant now) {
    int handled = 0;
    VehicleReport report = reports.poll();
    while (report != null) {
      if (++handled > REPORTS_MAX) {
        throw new IllegalStateException("acts and reports follow each other without end");
      }
      perform(supervisor.onReport(report, now), now);
      report = reports.poll();
    }
  }

  private void perform(List<VehicleAct> acts, Instant now) {
    for (VehicleAct act : acts) {
      performer.perform(act, now);
    }
  }
}
