package org.vigie.groundstation.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.groundstation.vehicle.protocol.Components;
import org.vigie.groundstation.vehicle.protocol.RemoteIdentity;
import org.vigie.groundstation.vehicle.way.FrameOutlet;
import org.vigie.groundstation.vehicle.way.Ways;

/**
 * The one writer of a vehicle's state: its turns take what came in, in the order safety orders,
 * other orders, protocol answers, newest telemetry, tick; and send what machines and supervisor
 * want sent. Turns of one loop never overlap; loops share {@link LoopThreads}. All public methods
 * are thread-safe and none blocks.
 *
 * <p><b>When it dies of a bug</b> (of its own or of the supervisor), it stops acting, cries by
 * {@link VehicleAlarm#loopFailed}, refuses every order visibly and keeps its last snapshot. Its
 * heartbeats stop with it, on purpose: they say "somebody supervises this flight", which is no
 * longer true, and the vehicle's own station failsafe then brings it back. What remains is {@link
 * #sendDirect}, which needs nothing of the loop.
 */
public final class VehicleLoop<I> implements FrameSink, AutoCloseable {
  /** Supervision runs at 10 Hz. */
  private static final Duration TICK = Duration.ofMillis(100);

  /** How often a direct order is sent at once: nobody listens for its answer. */
  private static final int DIRECT_COPIES = 3;

  /** How long closing waits for the last turn. */
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

  private final VehicleSettings settings;
  private final VehicleHost host;
  private final LoopThreads.Seat seat;
  private final Inbox<I> inbox;
  private final VehicleCore<I> core;
  private final Ways ways = new Ways();
  private final Reception reception;
  private final Outbound outbound;
  private final WayProbes probes;
  private final AtomicLong overwritten = new AtomicLong();
  private final AtomicLong protocolLost = new AtomicLong();
  private final AtomicLong unreadable = new AtomicLong();
  private final AtomicLong inputsRefused = new AtomicLong();
  private volatile VehicleSnapshot snapshot;
  private volatile RemoteIdentity identity;
  private volatile Scheduler.@Nullable Cancellable ticks;
  private volatile Instant taughtAt = Instant.MIN;
  private long wayChanges;

  /**
   * A loop that waits for {@link #start}.
   *
   * @param signing signs and judges this vehicle's frames
   * @param supervisor called in the loop's turns only
   */
  public VehicleLoop(
      VehicleSettings settings, FrameSigning signing, Supervisor<I> supervisor, VehicleHost host) {
    this.settings = settings;
    this.host = host;
    seat = host.threads().seat(this::takeTurn);
    inbox = new Inbox<>(seat::call);
    reception = new Reception(signing, ways, this::tellTime);
    outbound = new Outbound(settings, signing, ways, host.clock(), host.tap());
    probes = new WayProbes(settings, ways);
    core = new VehicleCore<>(settings, supervisor, outbound);
    snapshot = core.snapshot();
    identity = settings.identity();
  }

  /** Begins; called once. */
  public void start() {
    inbox.open();
    ticks = host.scheduler().every(TICK, inbox::tick);
  }

  public String vehicleId() {
    return settings.vehicleId();
  }

  public int systemId() {
    return settings.systemId();
  }

  /**
   * A pilot's safety order: taken before everything else.
   *
   * @return false if the loop has stopped, or hangs with 64 such orders waiting; show it
   */
  public boolean offerSafety(I input) {
    return counted(inbox.offerSafety(input));
  }

  /**
   * Any other input.
   *
   * @return false if the loop has stopped or 64 inputs wait already; show it
   */
  public boolean offer(I input) {
    return counted(inbox.offerCommand(input));
  }

  /**
   * Sends an order to hold, return or land past loop and supervisor, three times, and waits for no
   * answer: for a loop that died.
   *
   * @return false if no link took it
   * @throws IllegalArgumentException if the mode does not remove risk
   */
  public boolean sendDirect(FlightMode mode) {
    if (!mode.removesRisk()) {
      throw new IllegalArgumentException(mode.name() + " does not remove risk");
    }
    return sendDirect(settings.profile().setMode(mode));
  }

  /** The same for the order to stop the motors in the air. */
  public boolean terminateDirect() {
    return sendDirect(settings.profile().terminate());
  }

  private boolean sendDirect(CommandRequest request) {
    boolean taken = false;
    for (int i = 0; i < DIRECT_COPIES; i++) {
      taken |= outbound.transmit(request.to(settings.peer(), i));
    }
    return taken;
  }

  /** Who answers for the flight that follows, as it is broadcast; from the next tick. */
  public void operatedBy(String operatorId) {
    identity = identity.of(operatorId);
  }

  /** The last published snapshot; see {@link #healthy}. */
  public VehicleSnapshot snapshot() {
    return snapshot;
  }

  /** Whether the loop acts; false for ever after a bug, and the snapshot is old from then on. */
  public boolean healthy() {
    return ticks != null && !inbox.isClosed();
  }

  public VehicleCounters counters() {
    return new VehicleCounters(
        reception.counts(),
        outbound.sent(),
        outbound.notSent(),
        overwritten.get(),
        protocolLost.get(),
        unreadable.get(),
        inputsRefused.get(),
        ways.changes());
  }

  /** Frames of other systems are not this vehicle's and change nothing. */
  @Override
  public void received(Frame frame, FrameOutlet from) {
    if (frame.systemId() != settings.systemId()) {
      return;
    }
    Instant now = host.clock().now();
    if (!reception.takes(frame, from, now)) {
      return;
    }
    host.tap().tap(now, FrameTap.Direction.FROM_VEHICLE, frame);
    boolean state = frame.componentId() == VehicleSettings.AUTOPILOT_COMPONENT;
    boolean read = state || Components.reads(frame.componentId(), frame.messageId());
    if (!read || (state && probes.takes(frame, from, now))) {
      return;
    }
    if (state && NewestLane.carries(frame.messageId())) {
      if (inbox.offerTelemetry(frame, now)) {
        overwritten.incrementAndGet();
      }
    } else if (!inbox.offerProtocol(frame, now) && !inbox.isClosed()) {
      if (protocolLost.incrementAndGet() == 1) {
        host.alarm()
            .linkFault(settings.vehicleId(), "protocol answers come faster than they are taken");
      }
    }
  }

  /** Stops acting: heartbeats end, what waits is dropped. Closes no link. */
  @Override
  public void close() {
    stopTicks();
    inbox.close();
    try {
      seat.leave(CLOSE_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeTurn() {
    if (inbox.isClosed()) {
      return;
    }
    try {
      turn(inbox.take());
    } catch (RuntimeException | Error e) {
      stopTicks();
      inbox.close();
      host.alarm().loopFailed(settings.vehicleId(), e);
    }
  }

  private void turn(Inbox.Turn<I> turn) {
    Instant now = host.clock().now();
    turn.safety().forEach(input -> core.onInput(input, now));
    turn.commands().forEach(input -> core.onInput(input, now));
    followWays(now);
    turn.protocol().forEach(item -> onProtocol(item, now));
    if (!turn.telemetry().isEmpty()) {
      turn.telemetry().drain(this::onTelemetry);
      core.telemetryEnds(now);
    }
    if (turn.tick()) {
      core.identify(identity);
      core.onTick(now);
      measureWays(now);
    }
    snapshot = core.snapshot();
  }

  private void onProtocol(Inbox.Received item, Instant now) {
    VehicleMessage message = Messages.decode(item.frame());
    if (message instanceof VehicleMessage.Unreadable) {
      unreadable.incrementAndGet();
    } else if (item.frame().componentId() == VehicleSettings.AUTOPILOT_COMPONENT) {
      core.onMessage(message, item.at(), now);
    } else {
      core.onDevice(item.frame().componentId(), message, now);
    }
  }

  private void onTelemetry(Frame frame, Instant at) {
    if (!core.onTelemetry(frame, at)) {
      unreadable.incrementAndGet();
    }
  }

  /** By another way the vehicle may not know what was asked of it. */
  private void followWays(Instant now) {
    long changes = ways.follow(now);
    if (changes != wayChanges) {
      wayChanges = changes;
      core.reconnected();
      core.onWays(ways.qualities(now));
    }
  }

  private void measureWays(Instant now) {
    if (probes.due(now)) {
      for (Ways.Route route : ways.inOrder(now)) {
        outbound.send(probes.question(route.outlet(), now), route, now);
      }
      core.onWays(ways.qualities(now));
    }
  }

  /**
   * Once a second at most: a vehicle that signs with an old clock learns ours from our signature.
   */
  private void tellTime(FrameOutlet outlet) {
    Instant now = host.clock().now();
    if (!taughtAt.isAfter(now.minus(WayProbes.PERIOD))) {
      taughtAt = now;
      Ways.Route stranger = new Ways.Route(Ways.WAYS_MAX, outlet);
      outbound.send(probes.question(outlet, now), stranger, now);
    }
  }

  private boolean counted(boolean taken) {
    if (!taken) {
      inputsRefused.incrementAndGet();
    }
    return taken;
  }

  private void stopTicks() {
    Scheduler.Cancellable running = ticks;
    if (running != null) {
      running.cancel();
    }
  }
}
